import Evidence
import Exchange
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Assessments

/// Asks reports of the room in a board of a few classes, and reads the answers as people do.
enum ReportWorld {
    static let today = Day(2026, 7, 1) ?? Day(number: 0)

    static let pupils = """
        institution,year,class,external_code,surname,forename
        Ozolu skola,2024/2025,9.a,A1,Ābols,Ansis
        Ozolu skola,2024/2025,9.a,A2,Bērzs,Baiba
        Ozolu skola,2024/2025,9.a,A3,Celms,Centis
        Ozolu skola,2024/2025,9.b,B1,Dille,Dace
        Ozolu skola,2024/2025,9.b,B2,Egle,Edgars
        Bērzu skola,2024/2025,9.c,C1,Fricis,Fricis
        """
    static let teaching = """
        institution,year,subject,class,teacher_surname,teacher_forename
        Ozolu skola,2024/2025,Matemātika,9.a,Liepa,Anna
        Ozolu skola,2024/2025,Matemātika,9.b,Kalniņa,Ilze
        Ozolu skola,2024/2025,Latviešu valoda,9.a,Kalniņa,Ilze
        """
    static let staff = """
        institution,surname,forename,role,year
        Ozolu skola,Liepa,Anna,skolotājs,2024/2025
        Ozolu skola,Kalniņa,Ilze,skolotājs,2024/2025
        """
    static let assessments = """
        year,assessment_code,assessment,assessment_kind,subject,grade,state_mean
        2024/2025,CE-MAT-9,Centralizētais eksāmens matemātikā,central-exam,Matemātika,9,53.8
        2024/2025,PDD-LAT-9,Pašvaldības darbs latviešu valodā,municipal-diagnostic,Latviešu valoda,9,
        """
    static let results = """
        institution,class,pupil_code,year,assessment,percent
        Ozolu skola,9.a,A1,2024/2025,CE-MAT-9,80
        Ozolu skola,9.a,A2,2024/2025,CE-MAT-9,60
        Ozolu skola,9.a,A3,2024/2025,CE-MAT-9,10
        Ozolu skola,9.b,B1,2024/2025,CE-MAT-9,70
        Ozolu skola,9.b,B2,2024/2025,CE-MAT-9,9
        Bērzu skola,9.c,C1,2024/2025,CE-MAT-9,40
        Ozolu skola,9.a,A1,2024/2025,PDD-LAT-9,90
        Ozolu skola,9.a,A2,2024/2025,PDD-LAT-9,70
        """

    /// Runs the body in an empty board; marks are by the codes of pupils, in hundredths.
    static func empty(
        _ engine: Engine,
        marks: [String: Int] = [:],
        _ body: (BoardWorld) async throws -> Void
    ) async throws {
        let attainment = Room("attainment", Text(same: "Marks"), measures: [FakeMarks(marks: marks)])
        try await BoardWorld.with(engine, [assessmentsRoom, attainment], today: today, body)
    }

    /// Runs the body in the board of the few classes.
    static func with(
        _ engine: Engine,
        marks: [String: Int] = [:],
        _ body: (BoardWorld) async throws -> Void
    ) async throws {
        try await empty(engine, marks: marks) { world in
            try await world.take(pupils, "pupils")
            try await world.take(staff, "staff")
            try await world.take(teaching, "teaching")
            try await world.take(assessments, AssessmentsTable.name)
            try await world.take(results, ResultsTable.name)
            try await body(world)
        }
    }
}

extension BoardWorld {
    /// The answer to a report, as its reader may see it.
    func answer(
        _ report: any Report.Type,
        _ selection: Selection,
        as asker: Asker? = nil
    ) async throws -> ReportDocument {
        try await desk.seated(asker ?? desk.asker).answer(report, selection)
    }

    /// The rows of a table as people read them, in Latvian; `?` is not known, `•` hidden.
    func rows(
        _ report: any Report.Type,
        _ selection: Selection,
        as asker: Asker? = nil,
        section: Int = 0
    ) async throws -> [[String]] {
        let document = try await answer(report, selection, as: asker)
        let table = try #require(document.sections.dropFirst(section).first)
        return (table.rows + [table.total].compactMap { $0 }).map { $0.cells.map(\.read) }
    }

    /// The number of what a table has under a name.
    func id(_ table: String, named name: String) async throws -> Int {
        let tenant = desk.tenant
        let id = try await desk.database.data.read { connection in
            let column = table == "assessment" ? "name_lv" : table == "staff" ? "surname" : "name"
            let (from, named) = (try SQL.name(table), try SQL.name(column))
            let query: SQL = """
                SELECT id FROM \(from) WHERE tenant_id = \(tenant) AND \(named) = \(name) ORDER BY id LIMIT 1
                """
            return try connection.value(query, Int.self)
        }
        return try #require(id)
    }
}

extension ReportCell {
    /// What people read, in Latvian.
    var read: String {
        switch self {
        case .words(let words), .member(_, _, let words): words.lv
        case .figure(let figure):
            figure.isHidden ? "•" : figure.scaled.map { Format(.lv).decimal($0.value, $0.decimals) } ?? "?"
        case .number(let value, let decimals): Format(.lv).decimal(value, decimals)
        case .day(let day): Format(.lv).day(day)
        case .blank: ""
        case .unknown: "?"
        }
    }
}

/// Annual marks that a test wrote down for pupils who have a result, under the name of the measure of attainment.
struct FakeMarks: Measure {
    let name = "attainment/mark"
    let title = Text(same: "Mean mark")
    let definition = Text(same: "Written down by a test.")
    let unit = MeasureUnit.mean
    let dimensions: Set<Dimension> = [.teacher, .institution, .classGroup, .subject, .pupil, .grade]
    /// The mark of each pupil in mathematics, in hundredths, by code.
    let marks: [String: Int]

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        let filter = CubeFilter(selection, kinds: nil)
        let along = dimensions.map(\.column.sql)
        var tallies: [MemberKey: Tally] = [:]
        try connection.each(
            """
            SELECT p.external_code, \(SQL.joined(along.map { "r.\($0)" }, by: ", ")) FROM assessment_result r
            JOIN pupil p ON p.tenant_id = r.tenant_id AND p.id = r.pupil_id
            JOIN subject s ON s.tenant_id = r.tenant_id AND s.id = r.subject_id
            WHERE r.tenant_id = \(tenant) AND s.name = \("Matemātika") AND \(filter.condition)
            ORDER BY r.pupil_id
            """
        ) { row in
            let code: String = try row.next()
            let key = try dimensions.map { _ in try row.next(Int.self) }
            guard let mark = marks[code] else { return }
            let known = tallies[key] ?? Tally(0, over: 0, people: 0)
            tallies[key] = Tally(
                known.numerator + mark,
                over: known.denominator + 1,
                people: (known.people ?? 0) + 1
            )
        }
        return tallies
    }

    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] { [] }
}
