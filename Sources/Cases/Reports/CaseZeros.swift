internal import Frame
internal import Kernel
internal import Registry

/// Cells of a row of ``CaseTable``, with a zero where it is known that there is nothing.
///
/// Cases, plans, measures and consultations are written in Sekme alone: a place that has some of them and none of another sort
/// has zero of it. Only of a term that has not begun nothing is known yet.
struct CaseZeros {
    private let question: Question
    private let years: Years

    init(_ question: Question) throws {
        self.question = question
        years = try Years.load(question.tenant, question.connection)
    }

    /// The cells of columns, of which `found` has the figures that there are; `members` are those that the row stands for.
    ///
    /// Where the reader is shown no figure of the row, a zero is not shown either: what is left would tell of the few.
    func cells(
        _ columns: [CaseTable.Column],
        _ found: [Figure?],
        _ members: [Dimension: Int]
    ) throws -> [ReportCell] {
        let known = found.compactMap { $0 }
        let isHidden = try !known.isEmpty && question.shown(known).allSatisfy(\.isHidden)
        return zip(columns, found).map { column, figure in
            if let figure { return .figure(figure) }
            guard isKnown(column) else { return .blank }
            return .figure(
                Figure(
                    measure: column.measure.name,
                    unit: column.measure.unit,
                    selection: column.selection(of: question),
                    members: members,
                    tally: isHidden ? nil : Tally(0, people: 0),
                    isHidden: isHidden
                )
            )
        }
    }

    /// Whether nothing found means that there is nothing: no mean of nothing, and no term that is yet to come.
    private func isKnown(_ column: CaseTable.Column) -> Bool {
        guard column.measure.way != .mean else { return false }
        let selection = column.selection(of: question)
        guard let term = selection.term.flatMap({ Term(rawValue: $0) }) else { return true }
        return years.days(of: term, in: selection.year).lowerBound <= question.today
    }
}
