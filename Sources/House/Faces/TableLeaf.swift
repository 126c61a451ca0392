import Frame

/// Which rows of a long table a page shows: a hundred at a time, as nobody reads thousands and files hold them all.
struct TableLeaf: Equatable {
    /// Rows at a time.
    static let size = 100
    /// What an address calls it.
    static let name = "rows"
    /// The beginning of every table.
    static let first = TableLeaf("", 1)
    /// The number that stands for all rows at once, as paper wants them.
    static let all = 0
    /// No browser prints more rows than this well: a longer table is printed in parts of as many.
    static let most = 2000
    /// The whole of every table, or the first part of one that is too long to be printed at once.
    static let whole = TableLeaf("*", all)

    let section: String
    let number: Int
    /// Whether the number is that of a part for paper, and not of a hundred rows.
    let isPart: Bool

    init(_ section: String, _ number: Int, isPart: Bool = false) {
        self.section = section
        self.number = number
        self.isPart = isPart
    }

    /// From an address, as `class.2`, or `class.p2` for a part for paper; anything else is the beginning.
    init(_ text: String?) {
        let parts = (text ?? "").split(separator: ".")
        let isPart = parts.last?.hasPrefix("p") ?? false
        guard parts.count == 2, let number = Int(parts[1].dropFirst(isPart ? 1 : 0)),
            number >= (isPart ? 1 : TableLeaf.all)
        else {
            self = .first
            return
        }
        self.init(String(parts[0]), number, isPart: isPart)
    }

    /// As an address carries it.
    var words: String { "\(section).\(isPart ? "p" : "")\(number)" }

    /// How many leaves of a size so many rows fill.
    static func leaves(_ rows: Int, of size: Int) -> Int { max(1, (rows + size - 1) / size) }

    /// The part for paper that is shown of a section; nil where a hundred rows are, or all.
    func part(_ shown: ReportSection) -> Int? {
        guard shown.rows.count > Self.most, [shown.code, "*"].contains(section) else { return nil }
        if isPart { return min(number, TableLeaf.leaves(shown.rows.count, of: Self.most)) }
        return number == Self.all ? 1 : nil
    }

    /// The rows of a section: the last ones where there are fewer.
    func rows(_ shown: ReportSection) -> Range<Int> {
        let count = shown.rows.count
        if let part = part(shown) { return TableLeaf.range(part, of: Self.most, count) }
        let isWhole = isPart || number == Self.all
        if isWhole, [shown.code, "*"].contains(section), count <= Self.most { return 0..<count }
        guard shown.code == section, !isWhole else { return TableLeaf.range(1, of: Self.size, count) }
        return TableLeaf.range(min(number, TableLeaf.leaves(count, of: Self.size)), of: Self.size, count)
    }

    /// The rows of a leaf, counted from 1.
    static func range(_ number: Int, of size: Int, _ count: Int) -> Range<Int> {
        let start = (number - 1) * size
        return start..<min(count, start + size)
    }
}
