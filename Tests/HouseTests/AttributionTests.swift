import Assessments
import Attainment
import Attendance
import Behaviour
import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

/// A fact stores the class of its date; a corrected enrolment takes the facts of its days along.
struct AttributionTests {
    private static let today = Day(2026, 6, 1) ?? Day(number: 0)
    private static let heading = "institution,year,class,external_code,surname,forename,from\n"
    private static let pupils =
        heading + """
            Ozolu skola,2025/2026,7.a,K1,Ozols,Jānis,
            Ozolu skola,2025/2026,7.a,K2,Liepa,Anna,
            Ozolu skola,2025/2026,7.b,K3,Egle,Zane,

            """
    private static let corrected = heading + "Ozolu skola,2025/2026,7.b,K1,Ozols,Jānis,\n"
    private static let moved = heading + "Ozolu skola,2025/2026,7.b,K1,Ozols,Jānis,05.01.2026.\n"
    /// Files of facts, each with the format it is read by; none says a class.
    private static let files: [(text: String, format: String)] = [
        (
            """
            institution,pupil_code,subject,mark,kind,year,term,day
            Ozolu skola,K1,Matemātika,8,lesson,2025/2026,,02.10.2025
            Ozolu skola,K1,Matemātika,6,term,2025/2026,1,
            Ozolu skola,K2,Matemātika,4,lesson,2025/2026,,02.10.2025
            Ozolu skola,K3,Matemātika,10,lesson,2025/2026,,02.10.2025

            """, "marks"
        ),
        (
            """
            institution,pupil_code,date,lesson,subject,code
            Ozolu skola,K1,2026-01-12,3,Matemātika,nn
            Ozolu skola,K2,2026-01-12,3,Matemātika,nn

            """, "absences"
        ),
        (
            """
            Mācību gads;Pārbaudes darba kods;Pārbaudes darbs;Pārbaudes darba veids;Mācību priekšmets;Klašu grupa;\
            Datums;Maksimālie punkti
            2025/2026;;Diagnosticējošais darbs matemātikā;DD;Matemātika;7;;60

            """, "assessments"
        ),
        (
            """
            institution,pupil_code,year,assessment,part,points,percent,status
            Ozolu skola,K1,2025/2026,Diagnosticējošais darbs matemātikā,,30,,
            Ozolu skola,K2,2025/2026,Diagnosticējošais darbs matemātikā,,60,,

            """, "results"
        ),
        (
            """
            Iestāde;Izglītojamā kods;Datums;Uzvedība;Ieraksta teksts;Autors
            Ozolu skola;K1;12.01.2026.;uzslava;;

            """, "behaviour"
        ),
    ]
    private static let tables = ["mark", "lesson_record", "assessment_result", "behaviour_entry"]
    private let year = Selection(year: SchoolYear(2025))

    private func withBoard(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        let rooms = [attainmentRoom, attendanceRoom, assessmentsRoom, behaviourRoom]
        try await BoardWorld.with(engine, rooms, today: AttributionTests.today) { world in
            try await world.take("subject,code,area\nMatemātika,MAT,5\n", "subjects")
            try await world.take(AttributionTests.pupils, "pupils")
            for file in AttributionTests.files {
                let plan = try await world.take(file.text, file.format).plan
                #expect(plan.rejected + plan.unmatched == 0, "\(file.format)")
            }
            #expect(try await world.findings() == [])
            try await body(world)
        }
    }

    /// The classes that the facts of the pupil K1 are in, by table.
    private func classes(_ world: BoardWorld) async throws -> [String: [String]] {
        let tenant = world.desk.tenant
        return try await world.desk.database.data.read { connection in
            var out: [String: [String]] = [:]
            for table in AttributionTests.tables {
                out[table] = try connection.rows(
                    """
                    SELECT DISTINCT c.name FROM \(SQL.name(table)) f
                    JOIN class_group c ON c.tenant_id = f.tenant_id AND c.id = f.class_id
                    JOIN pupil p ON p.tenant_id = f.tenant_id AND p.id = f.pupil_id
                    WHERE f.tenant_id = \(tenant) AND p.external_code = 'K1' ORDER BY c.name
                    """,
                    String.self
                )
            }
            return out
        }
    }

    /// The marks that count and their sum in each class, from the cells.
    private func marks(_ world: BoardWorld) async throws -> [String: [Int]] {
        let tenant = world.desk.tenant
        let cells = try await world.desk.database.data.read { connection in
            try connection.rows(
                """
                SELECT c.name, m.n, m.sum FROM mark_group m
                JOIN class_group c ON c.tenant_id = m.tenant_id AND c.id = m.class_id
                WHERE m.tenant_id = \(tenant)
                """,
                String.self,
                Int.self,
                Int.self
            )
        }
        var out: [String: [Int]] = [:]
        for (name, count, sum) in cells {
            let known = out[name] ?? [0, 0]
            out[name] = [known[0] + count, known[1] + sum]
        }
        return out
    }

    /// Every row of enrolments, facts and cells, as text.
    private func dump(_ world: BoardWorld) async throws -> [String] {
        let cells = [
            "mark_group", "mark_pupil", "mark_class", "absence_pupil", "absence_term", "absence_group",
            "absence_subject", "assessment_group", "assessment_pupil", "behaviour_group", "behaviour_pupil",
        ]
        return try await world.desk.database.data.read { connection in
            var rows: [String] = []
            for table in ["enrolment", "pupil"] + AttributionTests.tables + cells {
                let columns = try connection.columns(of: table)
                let names = SQL.joined(try columns.map { try SQL.name($0) }, by: ", ")
                try connection.each("SELECT \(names) FROM \(SQL.name(table))") { row in
                    let values = try columns.map { _ in "\(try row.next(Value.self))" }
                    rows.append("\(table): \(values.joined(separator: " "))")
                }
            }
            return rows.sorted()
        }
    }

    private func all(_ name: String) -> [String: [String]] {
        Dictionary(AttributionTests.tables.map { ($0, [name]) }) { first, _ in first }
    }

    @Test(arguments: Engine.available)
    func `a class that is corrected backwards takes the facts and cells of its days along`(
        engine: Engine
    ) async throws {
        try await withBoard(engine) { world in
            #expect(try await classes(world) == all("7.a"))
            #expect(try await marks(world) == ["7.a": [3, 1800], "7.b": [1, 1000]])
            let plan = try await world.take(AttributionTests.corrected, "pupils").plan
            let changed = plan.tables.filter { $0.changed > 0 }.map { "\($0.table) \($0.changed)" }
            #expect(
                Set(changed) == [
                    "enrolment 1", "mark 2", "lesson_record 1", "assessment_result 1", "behaviour_entry 1",
                ]
            )
            #expect(plan.added + plan.removed == 0)
            #expect(try await classes(world) == all("7.b"))
            #expect(try await marks(world) == ["7.a": [1, 400], "7.b": [3, 2400]])
            let entries = try await world.vector("behaviour/entries", year, over: [.classGroup])
            #expect(entries.count == 1)
            #expect(try await world.findings() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `an undo of the correction restores enrolments, facts and cells`(engine: Engine) async throws {
        try await withBoard(engine) { world in
            let before = try await dump(world)
            let batch = try #require(try await world.take(AttributionTests.corrected, "pupils").batch)
            #expect(try await dump(world) != before)
            try await world.undo(batch)
            #expect(try await dump(world) == before)
            #expect(try await world.findings() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `the same files once more change nothing after a correction`(engine: Engine) async throws {
        try await withBoard(engine) { world in
            try await world.take(AttributionTests.corrected, "pupils")
            #expect(try await world.stage(AttributionTests.corrected, "pupils").plan.changes == 0)
            for file in AttributionTests.files {
                #expect(try await world.stage(file.text, file.format).plan.changes == 0, "\(file.format)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a move on a day takes along the facts since that day and no others`(engine: Engine) async throws {
        try await withBoard(engine) { world in
            try await world.take(AttributionTests.moved, "pupils")
            // The test is a fact of the year, in which the pupil learned in both classes.
            #expect(
                try await classes(world) == [
                    "mark": ["7.a"], "lesson_record": ["7.b"], "assessment_result": ["7.a"],
                    "behaviour_entry": ["7.b"],
                ]
            )
            #expect(try await world.findings() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `what the file says of a fact itself goes before what follows from the pupil's move`(
        engine: Engine
    ) async throws {
        try await withBoard(engine) { world in
            let mapping = Mapping("master", Text(same: "m"), format: "absences", isMaster: true)
            try await Mappings(world.desk).save(mapping)
            let text = """
                institution,class,pupil_code,date,lesson,subject,code
                Ozolu skola,7.b,K1,2026-01-12,3,Matemātika,nn

                """
            let plan = try await world.take(text, "absences", mapping: "master").plan
            #expect(plan.rejected == 0)
            #expect(plan.tables.first { $0.table == "lesson_record" }?.changed == 1)
            #expect(try await classes(world) == all("7.b"))
        }
    }

    @Test(arguments: Engine.available)
    func `the doctor names facts in another class than their enrolment, and moves them when asked`(
        engine: Engine
    ) async throws {
        try await withBoard(engine) { world in
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE enrolment SET class_id = (
                        SELECT id FROM class_group WHERE tenant_id = \(tenant) AND name = '7.b')
                    WHERE tenant_id = \(tenant) AND pupil_id = (
                        SELECT id FROM pupil WHERE tenant_id = \(tenant) AND external_code = 'K1')
                    """
                )
            }
            let findings = try await world.findings()
            #expect(Set(findings.map(\.kind)) == [.classDiffers])
            #expect(Set(findings.map(\.table)) == Set(AttributionTests.tables))
            let marks = try #require(findings.first { $0.table == "mark" })
            #expect(marks.words.en.contains("2\u{a0}marks") && marks.words.en.contains("--repair"))
            let mended = try await Doctor(world.desk).repair()
            #expect(Set(mended.map(\.table)) == Set(AttributionTests.tables))
            #expect(try await classes(world) == all("7.b"))
            #expect(try await world.findings() == [])
        }
    }
}
