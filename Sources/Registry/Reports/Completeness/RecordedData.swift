import Frame
import Kernel
import Storage

/// Of how many classes there are data of one sort, by institution or class and by period.
struct RecordedData {
    let source: SourceOfData
    /// The periods waited for: terms, months, or 0 for the year.
    let due: [Int]
    private let expected: ExpectedData
    private let classes: [MemberKey: Int]

    init(_ source: SourceOfData, _ expected: ExpectedData, _ question: Question) throws {
        self.source = source
        self.expected = expected
        switch source.period {
        // Results of a year are waited for when its last term is over.
        case .year: due = expected.terms.contains(2) ? [0] : []
        case .term: due = expected.terms
        case .month: due = expected.months
        }
        var selection = question.selection
        // Months are of a term already, and results are of no term.
        if source.period != .term { selection.term = nil }
        let along = [expected.dimension, .grade] + (source.dimension.map { [$0] } ?? [])
        let vector = try question.figures(source.measure, over: along, in: selection)
        classes = vector.reduce(into: [:]) { sums, element in
            // Preschool groups have no grade and are not waited for.
            guard element.key[1] > 0 else { return }
            let key = [element.key[0], element.key.count > 2 ? element.key[2] : 0]
            sums[key, default: 0] += element.value.tally?.numerator ?? 0
        }
    }

    /// How many classes miss the data of a period.
    func missing(_ member: Int, _ period: Int) -> Int {
        max(0, expected.classes(of: member) - (classes[[member, period]] ?? 0))
    }

    /// The cell of a period: nothing where it is not waited for, words for a class.
    func cell(_ member: Int, _ period: Int) -> ReportCell {
        guard due.contains(period), expected.classes(of: member) > 0 else { return .blank }
        let missing = missing(member, period)
        guard expected.dimension == .classGroup else { return .number(missing, decimals: 0) }
        return .words(missing == 0 ? Text(lv: "ir", en: "there") : Text(lv: "trūkst", en: "missing"))
    }
}
