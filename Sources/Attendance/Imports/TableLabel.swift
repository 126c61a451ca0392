internal import Evidence
internal import Kernel

/// What a heading of a table of totals stands for, besides institutions.
enum TableLabel: Hashable {
    /// A kind of the measure.
    case kind(Int)
    /// A school year.
    case year(SchoolYear)
    /// The sum of the others.
    case total

    /// What a text stands for; nil where it is none of these.
    init?(_ text: String, kinds: KindWords) {
        if let year = SchoolYear(text) {
            self = .year(year)
        } else if TableLabel.totals.contains(LatvianKey.search(text)) {
            self = .total
        } else if let kind = kinds.kind(text) {
            self = .kind(kind)
        } else {
            return nil
        }
    }

    private static let totals: Set<String> = ["kopa", "pavisam", "pavisam kopa", "kopsumma", "total", "sum"]
}

/// The words by which kinds are known in headings.
struct KindWords {
    /// Parts of folded words with their kind; the first that a heading holds decides.
    private let words: [(part: String, kind: Int)]

    /// Kinds as a mapping gives them, `1=slimib; 3=neattaisno; 2=attaisno`; kinds of absence that it leaves out keep
    /// their usual words.
    init(_ constant: String?, measure: String = "") {
        let given = (constant ?? "").split(separator: ";").compactMap { item -> (part: String, kind: Int)? in
            let sides = item.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, let kind = try? Parse.integer(String(sides[0])) else { return nil }
            return (LatvianKey.search(String(sides[1])), kind)
        }
        let kinds = Set(given.map(\.kind))
        // Kinds of another measure have nothing to do with the words of absence.
        let isAbsence = given.isEmpty || measure.hasPrefix("attendance/")
        words = given + (isAbsence ? KindWords.absence.filter { !kinds.contains($0.kind) } : [])
    }

    /// The kind that a heading names.
    func kind(_ heading: String) -> Int? {
        let text = LatvianKey.search(heading)
        return words.first { holds(text, $0.part) }?.kind
    }

    /// A few letters are a word of their own: "sl" is not in "Krāslava".
    private func holds(_ text: String, _ part: String) -> Bool {
        if part.isEmpty { return false }
        return part.count > 3 ? text.contains(part) : " \(text) ".contains(" \(part) ")
    }

    // "Neattaisnoti" holds "attaisnoti", so it is looked for first.
    private static let absence: [(part: String, kind: Int)] = [
        ("neattaisno", AbsenceKind.unexcused.rawValue), ("unexcused", AbsenceKind.unexcused.rawValue),
        ("slimib", AbsenceKind.illness.rawValue), ("illness", AbsenceKind.illness.rawValue),
        ("attaisno", AbsenceKind.excused.rawValue), ("excused", AbsenceKind.excused.rawValue),
        ("bez noradita iemesla", AbsenceKind.unstated.rawValue),
        ("unstated", AbsenceKind.unstated.rawValue),
    ]
}
