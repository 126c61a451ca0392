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
    /// The grades whose classes should have them; nil for all.
    private let grades: Set<Int>?

    init(_ source: SourceOfData, _ expected: ExpectedData, _ question: Question) throws {
        self.source = source
        self.expected = expected
        switch source.period {
        // Results of a year are waited for when its last term is over.
        case .year: due = expected.terms.contains(2) ? [0] : []
        case .term: due = expected.terms
        case .month: due = expected.months
        }
        let grades = try RecordedData.grades(source, question)
        self.grades = grades
        var selection = question.selection
        // Months are of a term already, and results are of no term.
        if source.period != .term { selection.term = nil }
        let along = [expected.dimension, .grade] + (source.dimension.map { [$0] } ?? [])
        let vector = try question.figures(source.measure, over: along, in: selection)
        classes = vector.reduce(into: [:]) { sums, element in
            // Preschool groups have no grade and are not waited for.
            let grade = element.key[1]
            guard grade > 0, grades?.contains(grade) ?? true else { return }
            let key = [element.key[0], element.key.count > 2 ? element.key[2] : 0]
            sums[key, default: 0] += element.value.tally?.numerator ?? 0
        }
    }

    /// The grades of which the board has such data in the year or the one before; nil where all are waited for.
    ///
    /// Pupils of the lowest grades get no marks in lessons, and a test is of some grades. What the board's other
    /// institutions have tells of no person, and a school that sent nothing is still waited for. Where nobody has any,
    /// all are waited for, or a source that never came would miss nothing.
    private static func grades(_ source: SourceOfData, _ question: Question) throws -> Set<Int>? {
        guard source.isOfSomeGrades else { return nil }
        let measure = try question.measures.named(source.measure)
        let year = question.selection.year
        let known = try [year, year.previous].flatMap { year in
            try measure.vector(
                Selection(year: year),
                over: [.grade],
                tenant: question.tenant,
                question.connection
            )
            .keys.compactMap(\.first)
        }
        let grades = Set(known).filter { $0 > 0 }
        return grades.isEmpty ? nil : grades
    }

    /// How many classes should have the data.
    func awaited(_ member: Int) -> Int { expected.classes(of: member, in: grades) }

    /// How many classes miss the data of a period.
    func missing(_ member: Int, _ period: Int) -> Int {
        max(0, awaited(member) - (classes[[member, period]] ?? 0))
    }

    /// The cell of a period: nothing where it is not waited for, words for a class.
    func cell(_ member: Int, _ period: Int) -> ReportCell {
        guard due.contains(period), awaited(member) > 0 else { return .blank }
        let missing = missing(member, period)
        guard expected.dimension == .classGroup else { return .number(missing, decimals: 0) }
        return .words(missing == 0 ? Text(lv: "ir", en: "there") : Text(lv: "trūkst", en: "missing"))
    }
}
