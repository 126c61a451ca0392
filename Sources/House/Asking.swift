package import Frame
import Kernel
import Registry
import Storage

/// What a report is asked with, before names are looked up: from the command line or from an address.
package struct ReportRequest: Sendable {
    /// The full name: `attendance/statistics`.
    package var report: String
    /// What is chosen, as a person typed it or an address has it; without a year, the latest that the report has
    /// rows of.
    private(set) var chosen: [ReportFilter: String] = [:]

    /// A request.
    package init(_ report: String) {
        self.report = report
    }

    /// What is chosen of a filter; nil for nothing.
    package subscript(filter: ReportFilter) -> String? {
        get { chosen[filter] }
        set { chosen[filter] = newValue }
    }
}

/// Answers report requests: looks names up, narrows to the asker's reach, asks, applies disclosure control.
package struct Asking: Sendable {
    let desk: Desk

    /// Answers for a desk.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// The answer to a request, or a refusal, also where something has to be chosen first.
    ///
    /// What is chosen of filters that the report does not have is left out, and the answer says so.
    package func answer(_ request: ReportRequest) async throws -> AnsweredReport {
        let answer = try await answerWithChoices(request).answer
        if let missing = answer.missing { throw Refusal.notChosen(missing) }
        return answer
    }

    func answerWithChoices(
        _ request: ReportRequest
    ) async throws -> (answer: AnsweredReport, choices: ReportChoices) {
        guard let (room, report) = desk.house.report(request.report) else { throw Refusal.noSuchReport }
        let desk = desk
        let leftOut = request.undeclared(by: report)
        let request = request.declared(in: desk.house)
        return try await desk.database.data.read { connection in
            try desk.requireAnywhere(report.permission)
            let finder = FilterFinder(desk, connection)
            let id = "\(room.name)/\(report.name)"
            let (question, document, missing, places) = try Asking.latest(request, report, id, finder)
            var answer = AnsweredReport(
                id: id,
                title: report.title,
                purpose: report.purpose,
                selection: question.selection,
                filters: report.filters.filter { filter in
                    filter != .subject
                        || !desk.asker.reach(report.subjectPermission, on: desk.today).isEmpty
                },
                document: document
            )
            answer.missing = missing
            answer.places = places
            answer.document.tell(leftOut: leftOut)
            let looked = try PeriodLooked.note(document, question.selection, finder)
            answer.document.notes += [looked].compactMap { $0 }
            let choices = try ReportChoices.load(
                answer,
                isYearAsked: request[.year] != nil,
                finder
            )
            answer.mark = ReportMark(answer, choices, desk.house.measures)
            answer.mark?.dataDay = try DataDay.of(report, desk, connection)
            return (answer, choices)
        }
    }

    private typealias Found = (
        question: Question, document: ReportDocument, missing: ReportFilter?, places: [Scope]
    )

    /// The answer for the year asked for, or for the latest that the report has rows of.
    ///
    /// Lessons come in daily and marks at the end of a term: in autumn the latest year with any data would show
    /// half of the reports empty.
    private static func latest(
        _ request: ReportRequest,
        _ report: any Report.Type,
        _ id: String,
        _ finder: FilterFinder
    ) throws -> Found {
        let (desk, connection) = (finder.desk, finder.connection)
        func answer(_ year: SchoolYear) throws -> Found {
            let selection = try Asking.selection(request, year, report, finder)
            let names = HouseNames(tenant: desk.tenant, year: year, connection)
            let question = desk.question(selection, names, connection)
            let missing =
                report.isSettled(selection)
                ? nil : report.needs.first { FilterKinds.of($0)?.chosen(selection) == nil }
            guard missing == nil else { return (question, ReportDocument([]), missing, []) }
            let (document, places) = try Asking.document(report, id, selection, finder)
            return (question, document, nil, places)
        }
        if let year = try request.year { return try answer(year) }
        let years = try DataYears.all(desk.tenant, desk.house, connection)
        let newest = try answer(years.first ?? SchoolYear(containing: desk.today))
        // A class belongs to its year: its number finds it as it was called then, its name would find another one.
        let isNamed = request[.classGroup].map { Int($0) == nil } ?? false
        guard !isNamed, request[.compared] == nil, request[.assessment] == nil, newest.missing == nil,
            newest.document.isEmpty
        else { return newest }
        let isOfClass = newest.question.selection.classGroup != nil
        for year in years.dropFirst().prefix(2) {
            var older = try answer(year)
            // Without its class the answer would be one about the whole institution.
            if older.document.isEmpty || isOfClass && older.question.selection.classGroup == nil { continue }
            if isOfClass { older.document.notes.append(pastOfClass(year)) }
            return older
        }
        return newest
    }

    /// The answer, or those of all that is compared in one document, with the places of all parts that show persons.
    private static func document(
        _ report: any Report.Type,
        _ id: String,
        _ selection: Selection,
        _ finder: FilterFinder
    ) throws -> (document: ReportDocument, places: [Scope]) {
        let (desk, connection) = (finder.desk, finder.connection)
        let parts = try ComparedParts(selection, of: report, finder).parts
        let years = Set(parts.map(\.selection.year))
        let answered = try parts.map { part in
            let names = HouseNames(tenant: desk.tenant, year: part.selection.year, connection)
            let question = desk.question(part.selection, names, connection)
            let document = try desk.house.answers.answer(report, id, question) {
                try desk.house.disclosure.applied(to: report.answer(question), question)
            }
            let isUnfinished = years.count > 1 && part.selection.year.isUnfinished(on: desk.today)
            return ComparedDocument.Part(words: part.words, document: document, isUnfinished: isUnfinished)
        }
        var places: [Scope] = []
        for (part, answer) in zip(parts, answered) where answer.document.namesSomebody {
            places += try ExportPlaces.of(part.selection, finder)
        }
        guard let only = answered.first, answered.count == 1 else {
            return (ComparedDocument(parts: answered).document, places)
        }
        return (only.document, places)
    }

    private static func pastOfClass(_ year: SchoolYear) -> Text {
        Text(
            lv: "Jaunāku datu par klasi vēl nav, tāpēc rādīts \(Format(.lv).schoolYear(year)) mācību gads.",
            en:
                "There is nothing newer of the class yet, so the school year \(Format(.en).schoolYear(year)) is shown."
        )
    }

    private static func selection(
        _ request: ReportRequest,
        _ year: SchoolYear,
        _ report: any Report.Type,
        _ finder: FilterFinder
    ) throws -> Selection {
        var selection = Selection(year: year)
        selection.reach = finder.desk.asker.reach(report.permission, on: finder.desk.today)
        for kind in FilterKinds.all where kind.filter != .year {
            if let text = request[kind.filter] {
                try kind.choose(text, &selection, finder)
            } else if report.needs.contains(kind.filter) {
                try kind.preselect(&selection, finder)
            }
        }
        return selection
    }
}

extension ReportRequest {
    /// The year asked for; nil for the latest.
    fileprivate var year: SchoolYear? {
        get throws(Refusal) {
            guard let text = self[.year] else { return nil }
            guard let year = SchoolYear(text) else { throw YearFilter.notAYear(text) }
            return year
        }
    }
}

extension ReportDocument {
    /// Whether there is nothing of the year asked for.
    ///
    /// A table of several years beside others says nothing of the one asked for.
    fileprivate var isEmpty: Bool {
        let own = sections.filter { $0.code != YearsBack.code }
        return isOfEarlierYears || (own.isEmpty ? sections : own).allSatisfy(\.rows.isEmpty)
    }
}

extension Refusal {
    static func notChosen(_ filter: ReportFilter) -> Refusal {
        let asked = filter.asked
        return Refusal(
            .usage,
            Text(
                lv: "Lai skatītu atskaiti, izvēlieties \(asked.lv).",
                en: "To see the report, choose \(asked.en)."
            ),
            advice: Text(
                lv: "Komandai pievienojiet --\(filter.rawValue).",
                en: "Give the command --\(filter.rawValue)."
            )
        )
    }

    static let noSuchReport = Refusal(
        .unknown,
        Text(lv: "Tādas atskaites nav.", en: "There is no such report."),
        advice: Text(
            lv: "Atskaišu sarakstu rāda komanda „sekme report”.",
            en: "The command “sekme report” lists the reports."
        )
    )
}
