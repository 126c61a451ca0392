import Evidence
import Exchange
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Attendance

/// Why lessons were missed: what files say of it, and what is kept.
struct AbsenceReasonTests {
    private static let today = Day(2026, 6, 1) ?? Day(number: 0)

    private func read<F: ImportFormat>(
        _ format: F.Type,
        _ csv: String,
        _ constants: [String: String] = [:]
    ) async throws -> CollectingStaging where F.Known == Absences.Known {
        let mapping = Mapping(
            "test",
            Text(same: "test"),
            format: F.name,
            constants: constants,
            isMaster: true,
            blankMeansNone: false
        )
        let known = try await withDatabase(.sqlite, migrations: World.migrations) { database in
            try await database.data.read { try Absences.known(World.tenant, $0) }
        }
        let staging = CollectingStaging()
        try FormatReading(mapping, today: World.today, tenant: World.tenant)
            .read(format, csv: csv, known: known, into: staging)
        return staging
    }

    /// Kind and reason of the lessons.
    private func kinds(_ staging: CollectingStaging) -> [[Int]] {
        staging.facts.filter { $0.table.name == "lesson_record" }.map { [$0.columns[4], $0.columns[15]] }
    }

    @Test func `a sign means a reason, which has its kind, by the mapping or by its own words`() async throws
    {
        let staging = try await read(
            Absences.self,
            """
            institution,class,pupil_code,date,lesson,code
            Ozolu skola,7.a,K1,12.01.2026.,1,AI
            Ozolu skola,7.a,K1,12.01.2026.,2,gimenes APSTAKLI
            Ozolu skola,7.a,K1,12.01.2026.,3,Visit to a doctor
            Ozolu skola,7.a,K1,12.01.2026.,4,reason:6
            Ozolu skola,7.a,K1,12.01.2026.,5,ns
            Ozolu skola,7.a,K1,12.01.2026.,6,Slimība
            """,
            ["codes": "AI=reason:1"]
        )
        #expect(staging.rejected.isEmpty)
        #expect(kinds(staging) == [[1, 1], [2, 4], [1, 3], [2, 6], [1, 0], [1, 0]])
    }

    @Test func `a mapping that names a reason that there is not is refused`() async throws {
        let csv = "institution,class,pupil_code,date,code\nOzolu skola,7.a,K1,12.01.2026.,ns\n"
        await #expect(throws: Refusal.self) { try await read(Absences.self, csv, ["codes": "X=reason:99"]) }
    }

    @Test func `a column of reasons tells the kind where the sign is blank or says no more than absence`()
        async throws
    {
        let staging = try await read(
            Absences.self,
            """
            institution,class,pupil_code,date,lesson,code,Iemesls
            Ozolu skola,7.a,K1,12.01.2026.,1,,Slimība (vecāku zīme)
            Ozolu skola,7.a,K1,12.01.2026.,2,n,5
            Ozolu skola,7.a,K1,12.01.2026.,3,nc,Skolas norīkojums
            Ozolu skola,7.a,K1,12.01.2026.,4,nn,
            """
        )
        #expect(staging.rejected.isEmpty)
        #expect(kinds(staging) == [[1, 2], [2, 5], [2, 6], [3, 0]])
    }

    @Test
    func
        `a reason that contradicts its sign, or that nobody knows and no sign goes with, is told by line and column`()
        async throws
    {
        let staging = try await read(
            Absences.self,
            """
            institution,class,pupil_code,date,lesson,code,reason
            Ozolu skola,7.a,K1,12.01.2026.,1,nn,1
            Ozolu skola,7.a,K1,12.01.2026.,2,present,4
            Ozolu skola,7.a,K1,12.01.2026.,3,,aizgulējās
            Ozolu skola,7.a,K1,12.01.2026.,4,nc,4
            """
        )
        #expect(
            staging.rejected.map(\.problem.code) == [
                "absence.contradiction", "absence.contradiction", "absence.reason",
            ]
        )
        #expect(staging.rejected.map(\.problem.value) == ["1", "4", "aizgulējās"])
        #expect(staging.rejected.map(\.place) == (2...4).map { SourcePlace(line: $0, column: 7) })
        #expect(staging.rejected.last?.problem.advice.lv.contains("4 – Ģimenes apstākļi") == true)
        #expect(kinds(staging) == [[2, 4]])
    }

    @Test func `words that are no reason of the list leave the kind as it is, and are asked about once`()
        async throws
    {
        let staging = try await read(
            Absences.self,
            """
            institution,class,pupil_code,date,lesson,code,reason
            Ozolu skola,7.a,K1,12.01.2026.,1,nn,aizgulējās
            Ozolu skola,7.a,K1,12.01.2026.,2,nc,bija pie vecmāmiņas
            Ozolu skola,7.a,K1,12.01.2026.,3,nn,aizgulējās
            Ozolu skola,7.a,K1,12.01.2026.,4,nc,4
            """
        )
        #expect(staging.rejected.isEmpty)
        #expect(kinds(staging) == [[3, 0], [2, 0], [3, 0], [2, 4]])
        #expect(staging.doubted.map(\.problem.value) == ["aizgulējās", "bija pie vecmāmiņas"])
        #expect(staging.doubted.map(\.place.line) == [2, 3])
    }

    @Test func `a cell of a day holds signs of reasons, or the words of one`() async throws {
        let staging = try await read(
            AbsencesByDay.self,
            """
            Iestāde;Klase;Uzvārds;Vārds;12.01.2026.;13.01.2026.;14.01.2026.
            Ozolu skola;7.a;Ozols;Jānis;2AI nn;2 Sacensības, olimpiāde vai konkurss;reason:7
            """,
            ["codes": "AI=reason:1"]
        )
        #expect(staging.rejected.isEmpty)
        #expect(kinds(staging) == [[1, 1], [1, 1], [3, 0], [2, 5], [2, 5], [2, 7]])
    }

    @Test func `a total has the kind of its reason`() async throws {
        let staging = try await read(
            Absences.self,
            """
            institution,class,pupil_code,code,reason,lessons,year,term
            Ozolu skola,7.a,K1,,4,12,2024/2025,1
            """
        )
        #expect(staging.rejected.isEmpty)
        #expect(staging.facts.map { Array($0.columns.prefix(6)) } == [[1, 2024, 1, 2, 0, 12]])
    }

    private static let pupils = """
        institution,year,class,external_code,surname,forename
        Ozolu skola,2025/2026,7.a,K1,Ozols,Jānis
        """
    private static let absences = """
        institution,class,pupil_code,date,lesson,subject,code,reason
        Ozolu skola,7.a,K1,2026-01-12,1,Matemātika,,1
        Ozolu skola,7.a,K1,2026-01-12,2,Matemātika,,8
        Ozolu skola,7.a,K1,2026-01-12,3,Matemātika,nn,
        """

    private func withBoard(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await BoardWorld.with(engine, [attendanceRoom], today: AbsenceReasonTests.today) { world in
            try await world.take("subject,code,area\nMatemātika,MAT,5\n", "subjects")
            try await world.take(AbsenceReasonTests.pupils, "pupils")
            let answers = ["lv": "Nometne", "en": "Camp", "kind": "excused", "position": "8"]
            let september = try #require(Day(2025, 9, 1))
            try await CodeEditor(world.desk).add(CodeLists.absenceReasons, "8", from: september, answers)
            try await body(world)
        }
    }

    private func reasons(_ world: BoardWorld) async throws -> [Int] {
        let tenant = world.desk.tenant
        return try await world.desk.database.data.read { connection in
            try connection.rows(
                "SELECT reason FROM lesson_record WHERE tenant_id = \(tenant) ORDER BY pupil_id, day, slot",
                Int.self
            )
        }
    }

    @Test(arguments: Engine.available)
    func `reasons are kept with lessons, written to files and read again as no change`(
        _ engine: Engine
    )
        async throws
    {
        try await withBoard(engine) { world in
            let report = try await world.take(AbsenceReasonTests.absences, Absences.name)
            #expect(report.plan.rejected + report.plan.unmatched == 0)
            #expect(try await reasons(world) == [1, 8, 0])
            try await world.expectRoundTrip(Absences.self, SchoolYear(2025), rows: 3)
            #expect(try await world.findings().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a reason that changes alone is a change that can be taken back`(_ engine: Engine) async throws {
        try await withBoard(engine) { world in
            try await world.take(AbsenceReasonTests.absences, Absences.name)
            let other = AbsenceReasonTests.absences.replacing("Matemātika,,1", with: "Matemātika,,2")
            let report = try await world.take(other, Absences.name)
            #expect(report.plan.changed == 1)
            #expect(try await reasons(world) == [2, 8, 0])
            try await world.undo(try #require(report.batch))
            #expect(try await reasons(world) == [1, 8, 0])
        }
    }

    @Test(arguments: Engine.available)
    func `a reason is taken until its last day, and its words stay with the lessons before`(
        _ engine: Engine
    ) async throws {
        try await withBoard(engine) { world in
            try await CodeEditor(world.desk).set(CodeLists.absenceReasons, "8", ["to": "12.01.2026."])
            let later = """

                Ozolu skola,7.a,K1,2026-01-13,1,Matemātika,nc,Nometne
                Ozolu skola,7.a,K1,2026-01-14,1,Matemātika,nometne,
                """
            let report = try await world.take(AbsenceReasonTests.absences + later, Absences.name)
            #expect(report.plan.rejected == 2)
            #expect(try await reasons(world) == [1, 8, 0])
            let rows = try await world.evidence("attendance/excused", Selection(year: SchoolYear(2025)))
            #expect(rows.map { $0.reason?.lv } == ["Nometne"])
        }
    }

    @Test(arguments: Engine.available)
    func `lessons that were there before the column have no reason`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: World.migrations) { database in
            try await database.data.write { connection in
                try connection.execute(
                    """
                    INSERT INTO lesson_record (tenant_id, pupil_id, day, slot, state, kind, minutes_late,
                        institution_id, class_id, grade, group_id, subject_id, teacher_id, year, term, is_rated,
                        batch_id, source)
                    VALUES (5, 1, 20000, 1, 2, 1, 0, 1, 0, 0, 0, 0, 0, 2024, 1, 0, 1, 0)
                    """
                )
                let reason = try connection.value("SELECT reason FROM lesson_record", Int.self)
                #expect(reason == 0)
            }
        }
    }
}
