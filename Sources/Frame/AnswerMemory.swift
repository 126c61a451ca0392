/// Remembers answers of reports that stand still.
///
/// Implemented by `Evidence`.
package protocol AnswerMemory: Sendable {
    /// The answer to a question, remembered for whoever has the same rights on the same day.
    func answer(
        _ report: any Report.Type,
        _ id: String,
        _ question: Question,
        make: () throws -> ReportDocument
    ) throws -> ReportDocument
}

extension NoMemory: AnswerMemory {
    package func answer(
        _ report: any Report.Type,
        _ id: String,
        _ question: Question,
        make: () throws -> ReportDocument
    ) throws -> ReportDocument {
        try make()
    }
}
