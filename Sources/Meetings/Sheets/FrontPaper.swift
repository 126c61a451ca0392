internal import Kernel
internal import Pages

/// A list at the front of a pupil's sheets: signs, requests, tasks, notes.
struct FrontPart: Sendable {
    let name: Text
    let entries: [String]
    /// What its entries are called where some are left out.
    let noun: Noun
    /// Where all of them are; nil where there is no page of it for the reader.
    let way: (words: Text, address: Address)?
}

/// What of the front fits above the pupil's own two sheets.
///
/// Lines are counted by letters, on the safe side; a text that is longer than its share is cut off, and what is not there
/// is said in one line.
struct FrontPaper: Sendable {
    /// A part as it is printed.
    struct Shown: Sendable {
        let part: FrontPart
        let entries: [String]
        /// Whether the last entry is cut off.
        let isCut: Bool

        /// How many entries are not there.
        var leftOut: Int { part.entries.count - entries.count }
        /// Whether it is not whole.
        var lacks: Bool { isCut || leftOut > 0 }
    }

    /// Facts of a line or two each.
    let facts: [(name: Text, words: String)]
    let parts: [Shown]
    /// How many lines it takes.
    let rows: Int

    /// So many lines the first sheet spares, beside years and subjects.
    static let most = 14
    /// Letters of a line that are sure to fit beside the name of a fact.
    static let width = 60
    /// Lines kept for what is said of the rest.
    private static let rest = 2

    init(_ facts: [(name: Text, words: String)], _ parts: [FrontPart]) {
        let kept = facts.map { (name: $0.name, words: FrontPaper.cut($0.words, to: 2)) }
        let wanted = parts.filter { !$0.entries.isEmpty }
        let taken = kept.reduce(0) { $0 + FrontPaper.lines($1.words) }
        let room = max(wanted.count, FrontPaper.most - FrontPaper.rest - taken)
        let shares = FrontPaper.shares(
            of: room,
            among: wanted.map { $0.entries.reduce(0) { $0 + FrontPaper.lines($1) } }
        )
        let shown = zip(wanted, shares).map { FrontPaper.shown($0, $1) }
        let used = shown.reduce(taken) { sum, part in
            part.entries.reduce(sum) { $0 + FrontPaper.lines($1) }
        }
        self.facts = kept
        self.parts = shown
        rows = used + (shown.contains(where: \.lacks) ? FrontPaper.rest : 0)
    }

    private static func shown(_ part: FrontPart, _ share: Int) -> Shown {
        var (entries, left) = ([String](), share)
        for entry in part.entries where left > 0 {
            let lines = lines(entry)
            guard lines <= left else {
                entries.append(cut(entry, to: left))
                return Shown(part: part, entries: entries, isCut: true)
            }
            entries.append(entry)
            left -= lines
        }
        return Shown(part: part, entries: entries, isCut: false)
    }

    static func lines(_ text: String) -> Int { max(1, (text.count + width - 1) / width) }

    private static func cut(_ text: String, to lines: Int) -> String {
        guard self.lines(text) > lines else { return text }
        return String(text.prefix(lines * width - 1)) + "…"
    }

    /// Room shared evenly, a line to each at least; what a short list does not need goes to the longer ones.
    private static func shares(of room: Int, among lists: [Int]) -> [Int] {
        var (shares, left) = (lists, room)
        let order = lists.indices.sorted { (lists[$0], $0) < (lists[$1], $1) }
        for (place, list) in order.enumerated() {
            shares[list] = min(lists[list], max(1, left / (order.count - place)))
            left -= shares[list]
        }
        return shares
    }

    /// What is not there and where it is; nil where everything is.
    func restLine(_ language: Language) -> HTML? {
        let lacking = parts.filter(\.lacks)
        guard !lacking.isEmpty else { return nil }
        var missing = lacking.filter { $0.leftOut > 0 }.map { $0.part.noun.counted($0.leftOut)[language] }
        if lacking.contains(where: \.isCut) {
            missing.append(Text(lv: "garāku tekstu turpinājums", en: "the rest of longer texts")[language])
        }
        var ways: [(words: Text, address: Address)] = []
        for way in lacking.compactMap(\.part.way) where !ways.contains(where: { $0.address == way.address }) {
            ways.append(way)
        }
        let links: [HTML] = ways.enumerated().map { number, way in
            "\(number == 0 ? "" : ", ")\(Link(way.words[language], way.address))"
        }
        let left = Text(lv: "Te neietilpa: ", en: "Did not fit here: ")[language]
        let there = Text(lv: "Viss ir šeit: ", en: "All is here: ")[language]
        let end: HTML? = links.isEmpty ? nil : " \(there)\(links)."
        return "<p class=\"quiet\">\(left)\(missing.joined(separator: ", ")).\(end)</p>"
    }
}
