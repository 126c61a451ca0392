internal import Frame
internal import Kernel

/// The figures of all institutions together, to lay beside those of one.
///
/// Of fewer than three institutions the figure of one would tell another's, so that there is none.
struct Municipality {
    private static let least = 3
    /// The question about all institutions.
    let question: Question

    /// Nil where the question is about all anyway, or where there are too few institutions.
    init?(_ question: Question) throws {
        let selection = question.selection
        guard selection.institution != nil || selection.classGroup != nil || !selection.reach.everything
        else {
            return nil
        }
        var whole = Selection(year: selection.year, term: selection.term)
        whole.grade = selection.grade
        self.question = question.about(whole)
        guard try self.question.figures("attendance/missed", over: [.institution]).count >= Municipality.least
        else { return nil }
    }

    /// A row of figures of all institutions, by the names of their measures.
    func row(_ measures: [String]) throws -> ReportRow {
        let figures = try measures.map { try question.figure($0) }
        return ReportRow(
            [.words(Municipality.words)] + figures.map { $0.tally == nil ? .unknown : .figure($0) }
        )
    }

    static let words = Text(lv: "Pašvaldībā kopā", en: "Whole municipality")
}
