package import Frame
package import Kernel
import Registry
import Storage

/// What a report is asked with, before names are looked up: from the command line or from an address.
package struct ReportRequest: Sendable {
    /// The full name: `attendance/statistics`.
    package var report: String
    /// The school year; nil takes the latest that the report has rows of.
    package var year: SchoolYear?
    /// The term, 1 or 2.
    package var term: Int?
    /// An institution by id, registration number or name.
    package var institution: String?
    /// A class by id, or by name within the institution.
    package var classGroup: String?
    /// A subject by id or name.
    package var subject: String?

    /// A request.
    package init(_ report: String) {
        self.report = report
    }
}

/// Answers report requests: looks names up, narrows to the asker's reach, asks, applies disclosure control.
package struct Asking: Sendable {
    let desk: Desk

    /// Answers for a desk.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// The answer to a request, or a refusal.
    package func answer(_ request: ReportRequest) async throws -> AnsweredReport {
        try await answerWithChoices(request).answer
    }

    func answerWithChoices(
        _ request: ReportRequest
    ) async throws -> (answer: AnsweredReport, choices: ReportChoices) {
        guard let (room, report) = desk.house.report(request.report) else { throw Refusal.noSuchReport }
        let desk = desk
        return try await desk.database.data.read { connection in
            try desk.requireAnywhere(report.permission)
            let (question, document) = try Asking.latest(request, report, desk, connection)
            let answer = AnsweredReport(
                id: "\(room.name)/\(report.name)",
                title: report.title,
                purpose: report.purpose,
                selection: question.selection,
                filters: report.filters.filter { filter in
                    filter != .subject
                        || !desk.asker.reach(report.subjectPermission, on: desk.today).isEmpty
                },
                document: try desk.house.disclosure.applied(to: document, question)
            )
            let names = RegistryNames(tenant: desk.tenant, year: question.selection.year, connection)
            let choices = try ReportChoices.load(answer, report.permission, desk, names, connection)
            return (answer, choices)
        }
    }

    /// The answer for the year asked for, or for the latest that the report has rows of.
    ///
    /// Lessons come in daily and marks at the end of a term: in autumn the latest year with any data would show
    /// half of the reports empty.
    private static func latest(
        _ request: ReportRequest,
        _ report: any Report.Type,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> (question: Question, document: ReportDocument) {
        func answer(_ year: SchoolYear) throws -> (question: Question, document: ReportDocument) {
            let selection = try Asking.selection(request, year, report.permission, desk, connection)
            let names = RegistryNames(tenant: desk.tenant, year: year, connection)
            let question = desk.question(selection, names, connection)
            return (question, try report.answer(question))
        }
        if let year = request.year { return try answer(year) }
        let years = try DataYears.all(desk.tenant, desk.house, connection)
        let newest = try answer(years.first ?? SchoolYear(containing: desk.today))
        // A class belongs to its year.
        guard request.classGroup == nil, newest.document.isEmpty else { return newest }
        for year in years.dropFirst().prefix(2) {
            let older = try answer(year)
            if !older.document.isEmpty { return older }
        }
        return newest
    }

    private static func selection(
        _ request: ReportRequest,
        _ year: SchoolYear,
        _ permission: Permission,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Selection {
        let lookup = RegistryLookup(tenant: desk.tenant, connection)
        var selection = Selection(year: year, term: request.term)
        selection.institution = try request.institution.map { try lookup.institution($0) }
        selection.classGroup = try request.classGroup.map {
            try lookup.classGroup($0, institution: selection.institution, year: year)
        }
        selection.subject = try request.subject.map { try lookup.subject($0) }
        selection.reach = desk.asker.reach(permission, on: desk.today)
        return selection
    }
}

extension ReportDocument {
    /// Whether no table has a row.
    fileprivate var isEmpty: Bool { sections.allSatisfy(\.rows.isEmpty) }
}

extension Refusal {
    static let noSuchReport = Refusal(
        .unknown,
        Text(lv: "Tādas atskaites nav.", en: "There is no such report."),
        advice: Text(
            lv: "Atskaišu sarakstu rāda komanda „sekme report”.",
            en: "The command “sekme report” lists the reports."
        )
    )
}
