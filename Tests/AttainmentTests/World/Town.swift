import Assessments
import Evidence
import Exchange
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Attainment

/// A board of three schools with two years of marks and an examination, small enough to count by hand.
enum Town {
    static let today = Day(2025, 7, 1) ?? Day(number: 0)

    private static let schools = """
        name,reg_no,type
        Ozolu skola,9900000001,pamatskola
        Liepu skola,9900000002,pamatskola
        Bērzu skola,9900000003,vidusskola
        """
    private static let subjects = """
        subject,code,area
        Matemātika,MAT,5
        Latviešu valoda,LAT,1
        Fizika,FIZ,4
        """
    static let staff = """
        institution,surname,forename,role,year
        Ozolu skola,Zariņa,Zane,skolotājs,2024/2025
        Ozolu skola,Āboliņa,Anna,skolotājs,2024/2025
        """
    static let markHeadings = "institution,class,pupil_code,year,subject,mark,kind,term,teacher"
    static let pupilHeadings = "institution,year,class,external_code,surname,forename"

    /// Runs the body with registers, marks, tests and results.
    static func with(
        _ engine: Engine,
        staff: String = Town.staff,
        pupils: String,
        marks: String,
        assessments: String = "",
        results: String = "",
        _ body: (BoardWorld) async throws -> Void
    ) async throws {
        try await BoardWorld.with(engine, [attainmentRoom, assessmentsRoom], today: today) { world in
            let files = [
                ("institutions", schools), ("subjects", subjects), ("staff", staff), ("pupils", pupils),
                ("marks", marks), ("assessments", assessments), ("results", results),
            ]
            for (format, text) in files where !text.isEmpty {
                let staged = try await world.stage(text, format)
                #expect(staged.plan.rejected + staged.plan.unmatched == 0, "\(format): \(staged.plan)")
                try await world.take(text, format)
            }
            try await body(world)
        }
    }

    /// Somebody who holds permissions in places.
    static func asker(_ grants: [(Set<Permission>, Scope)], staff: StaffID? = nil) -> Asker {
        .test(holding: grants, account: 7, name: "Test", staff: staff)
    }

    /// The number of a row of a register by its name.
    static func id(
        _ table: String,
        _ name: String,
        _ world: BoardWorld,
        column: String = "name"
    ) async throws -> Int {
        let tenant = world.desk.tenant
        let found = try await world.desk.database.data.read { connection in
            try connection.value(
                "SELECT max(id) FROM \(SQL.name(table)) WHERE tenant_id = \(tenant) AND \(SQL.name(column)) = \(name)",
                Int.self
            )
        }
        return try #require(found)
    }
}

extension BoardWorld {
    /// A report as somebody may see it.
    func answer(
        _ report: any Report.Type,
        _ selection: Selection,
        _ asker: Asker? = nil
    ) async throws -> ReportDocument {
        try await desk.seated(asker ?? desk.asker).answer(report, selection)
    }
}

extension ReportSection {
    /// The rows as people read them in Latvian: "·" for hidden, "?" for unknown.
    var lines: [[String]] { rows.map(\.texts) }
}

extension ReportRow {
    /// The cells as people read them in Latvian.
    var texts: [String] {
        cells.map { cell in
            switch cell {
            case .words(let words), .member(_, _, let words): words.lv
            case .figure(let figure):
                figure.isHidden
                    ? "·" : figure.scaled.map { Format(.lv).decimal($0.value, $0.decimals) } ?? "?"
            case .number(let value, let decimals): Format(.lv).decimal(value, decimals)
            case .day(let day): Format(.lv).day(day)
            case .blank: ""
            case .unknown: "?"
            }
        }
    }
}

extension ReportDocument {
    /// The table of a code.
    func table(_ code: String) throws -> ReportSection {
        try #require(sections.first { $0.code == code }, "\(sections.map(\.code))")
    }
}
