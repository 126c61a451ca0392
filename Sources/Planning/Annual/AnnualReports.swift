package import Frame
package import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Annual reports for those who have no page before them: commands, and the demo.
package struct AnnualReports: Sendable {
    private let desk: Desk

    /// The reports that somebody at a desk may see and edit.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// What a person writes into a report.
    package struct Texts: Sendable {
        let introduction: String
        let helped: String
        let hindered: String
        let recommendations: String

        /// The four texts.
        package init(introduction: String, helped: String, hindered: String, recommendations: String) {
            self.introduction = introduction
            self.helped = helped
            self.hindered = hindered
            self.recommendations = recommendations
        }
    }

    /// Writes the report of a programme's year, has it reviewed, approves, freezes and publishes it, and opens it to
    /// everybody.
    ///
    /// - Throws: a `Refusal` where no reviewer is named and somebody else than the asker may review it.
    package func publish(
        _ programme: String,
        _ year: Int,
        _ texts: Texts,
        reviewer: Asker? = nil
    ) async throws {
        let reports = AnnualDesk(desk: desk)
        let id = try await reports.begin(try await plan(programme).programme.id, year: year)
        let tenant = desk.tenant
        let written: EditTexts = [
            "introduction": texts.introduction, "helped": texts.helped, "hindered": texts.hindered,
            "recommendations": texts.recommendations,
        ]
        let found = try await reports.find(id).report
        _ = try await PlanEditor(desk).keep(written, in: found.plan, version: found.version) {
            _,
            connection in
            try AnnualReport.rows("id = \(id)", tenant, connection).first
        }
        try await AnnualDesk(desk: desk.seated(reviewer ?? desk.asker))
            .move(id, .review, version: try await reports.find(id).report.version)
        for move in [AnnualMove.approve, .freeze, .publish, .open] {
            try await reports.move(id, move, version: try await reports.find(id).report.version)
        }
    }

    /// The latest report of a programme's year that the asker sees, as a file: `pdf`, `docx` or `html`.
    ///
    /// - Throws: a `Refusal` where there is none, or the program that makes such files is missing.
    package func file(
        _ programme: String,
        _ year: Int,
        ending: String,
        _ language: Language
    ) async throws -> [UInt8] {
        let desk = desk
        let plan = try await plan(programme)
        let report = try await desk.database.data.read { connection in
            try AnnualDesk.reports(of: plan, desk, connection).last { $0.year == year }
        }
        guard let report else { throw Refusal.noReport(programme, year) }
        let file = AnnualFile(found: try await AnnualDesk(desk: desk).find(report.id), language: language)
        switch ending {
        case "html": return file.html(.pdf).bytes
        case "pdf": return try await file.made(.pdf, by: DocumentMaker())
        case "docx": return try await file.made(.docx, by: DocumentMaker())
        default: throw Refusal.noSuchFile(ending)
        }
    }

    /// The programme of a code that the asker sees.
    func plan(_ code: String) async throws -> Plan {
        let desk = desk
        let reach = desk.asker.reach(.seePlans, on: desk.today)
        let plans = try await desk.database.data.read { try Plan.all(reach, desk.tenant, $0) }
        guard let plan = plans.first(where: { $0.programme.code == code }) else {
            throw Refusal.noProgramme(plans.map(\.programme.code))
        }
        return plan
    }
}

extension Refusal {
    fileprivate static func noProgramme(_ codes: [String]) -> Refusal {
        let list = codes.joined(separator: ", ")
        return Refusal(
            .unknown,
            Text(lv: "Nav programmas ar tādu kodu.", en: "There is no programme with that code."),
            advice: Text(lv: "Ir: \(list).", en: "There are: \(list).")
        )
    }

    fileprivate static func noReport(_ code: String, _ year: Int) -> Refusal {
        Refusal(
            .unknown,
            Text(
                lv: "Programmai \(code) nav \(year). gada pārskata.",
                en: "The programme \(code) has no annual report of \(year)."
            ),
            advice: Text(
                lv:
                    "Sāciet to programmas lapā „Gada pārskati”; komanda redz publicētos (--as rāda arī citus).",
                en:
                    "Begin it on the programme’s page “Annual reports”; the command sees published ones (--as shows others)."
            )
        )
    }

    fileprivate static func noSuchFile(_ ending: String) -> Refusal {
        Refusal(
            .usage,
            Text(
                lv: "Faila paplašinājums „\(ending)” nav zināms.",
                en: "The file’s ending “\(ending)” is not known."
            ),
            advice: Text(
                lv: "Nosauciet failu .pdf, .docx vai .html.",
                en: "Name the file .pdf, .docx or .html."
            )
        )
    }
}
