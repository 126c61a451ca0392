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

    /// Kinds as a mapping gives them, `1=slimib; 3=neattaisno; 2=attaisno`, or those of absence.
    init(_ constant: String?) {
        let given = (constant ?? "").split(separator: ";").compactMap { item -> (String, Int)? in
            let sides = item.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, let kind = try? Parse.integer(String(sides[0])) else { return nil }
            return (LatvianKey.search(String(sides[1])), kind)
        }
        words = given.isEmpty ? KindWords.absence : given
    }

    /// The kind that a heading names.
    func kind(_ heading: String) -> Int? {
        let text = LatvianKey.search(heading)
        return words.first { !$0.part.isEmpty && text.contains($0.part) }?.kind
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
