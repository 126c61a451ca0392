import Evidence
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Tabular
import Testing

@testable import Attendance

struct AbsenceFormatTests {
    /// What an empty tenant knows.
    private func known() async throws -> Absences.Known {
        try await withDatabase(.sqlite, migrations: World.migrations) { database in
            try await database.data.read { try Absences.known(World.tenant, $0) }
        }
    }

    private func mapping(
        _ format: String,
        _ constants: [String: String] = [:],
        blankMeansNone: Bool = false
    ) -> Mapping {
        Mapping(
            "test",
            Text(same: "test"),
            format: format,
            constants: constants,
            isMaster: true,
            blankMeansNone: blankMeansNone
        )
    }

    private func read<F: ImportFormat>(
        _ format: F.Type,
        _ csv: String,
        _ mapping: Mapping
    ) async throws -> CollectingStaging where F.Known == Absences.Known {
        let staging = CollectingStaging()
        try FormatReading(mapping, today: World.today, tenant: World.tenant)
            .read(format, csv: csv, known: try await known(), into: staging)
        return staging
    }

    /// Pupil, day, slot, state, kind and minutes of the lessons.
    private func lessons(_ staging: CollectingStaging) -> [[Int]] {
        staging.facts.filter { $0.table.name == "lesson_record" }.map { Array($0.columns.prefix(6)) }
    }

    private let day = (Day(2026, 1, 12) ?? Day(number: 0)).number

    @Test func `a line is a lesson of a pupil`() async throws {
        let staging = try await read(
            Absences.self,
            """
            Iestāde;Klase;Uzvārds;Vārds;Datums;Stunda;Priekšmets;Kavējums;Nokavētas minūtes
            Ozolu skola;7.a;Ozols;Jānis;12.01.2026.;3;Matemātika;ns;
            Ozolu skola;7.a;Liepa;Anna;12.01.2026;3;Matemātika;late;15
            Ozolu skola;7.a;Ozols;Jānis;2026-01-12;4;Latviešu valoda;nn;0
            """,
            mapping(Absences.name)
        )
        #expect(staging.rejected.isEmpty && staging.unmatched.isEmpty)
        #expect(lessons(staging) == [[1, day, 3, 2, 1, 0], [2, day, 3, 3, 0, 15], [1, day, 4, 2, 3, 0]])
        let first = try #require(staging.facts.first?.columns)
        // Institution, class, grade, group, subject, teacher, year, term, not in rates, and no reason told.
        #expect(Array(first.suffix(10)) == [1, 1, 7, 0, 1, 0, 2025, 2, 0, 0])
        #expect(staging.rows(of: .enrolments).count == 2)
    }

    @Test func `without a number so many lessons of the subject are meant`() async throws {
        let staging = try await read(
            Absences.self,
            """
            institution,class,pupil_code,date,subject,code,lessons
            Ozolu skola,7.a,K1,2026-01-12,Matemātika,nc,2
            """,
            mapping(Absences.name)
        )
        let subject = SubjectID(rawValue: 1)
        #expect(
            lessons(staging) == [
                [1, day, LessonRecord.slot(subject: subject, ordinal: 0), 2, 2, 0],
                [1, day, LessonRecord.slot(subject: subject, ordinal: 1), 2, 2, 0],
            ]
        )
    }

    @Test func `a line without a date is a total of the period`() async throws {
        let staging = try await read(
            Absences.self,
            """
            institution,class,pupil_code,code,lessons,year,term
            Ozolu skola,7.a,K1,illness,12,2024/2025,1
            Ozolu skola,7.a,K1,unexcused,0,2024/2025,1
            Ozolu skola,7.a,K2,unstated,5,,
            """,
            mapping(Absences.name, ["year": "2023/2024"])
        )
        #expect(staging.rejected.isEmpty)
        #expect(
            staging.facts.map { Array($0.columns.prefix(7)) } == [
                [1, 2024, 1, 1, 0, 12, 0], [1, 2024, 1, 3, 0, 0, 0], [2, 2023, 0, 4, 0, 5, 0],
            ]
        )
    }

    @Test func `what cannot be read is reported at its column and the rest is kept`() async throws {
        let staging = try await read(
            Absences.self,
            """
            institution,class,pupil_code,date,lesson,code,minutes_late
            Ozolu skola,7.a,K1,31.02.2026.,1,ns,
            Ozolu skola,7.a,K1,12.01.26.,1,ns,
            Ozolu skola,7.a,K1,12.01.2027.,1,ns,
            Ozolu skola,7.a,K1,12.01.2026.,21,ns,
            Ozolu skola,7.a,K1,12.01.2026.,1,xx,
            Ozolu skola,7.a,K1,12.01.2026.,1,late,daudz
            Ozolu skola,7.a,K1,,,present,
            Ozolu skola,7.a,K1,,,ns,
            Ozolu skola,7.a,K1,12.01.2026.,2,ns,
            """,
            mapping(Absences.name)
        )
        #expect(lessons(staging) == [[1, day, 2, 2, 1, 0]])
        #expect(
            staging.rejected.map(\.problem.code) == [
                "day.impossible", "day.shortYear", "day.future", "number.outOfRange", "absence.code",
                "number.invalid", "absence.date", "absence.date",
            ]
        )
        #expect(staging.rejected.map(\.place.column) == [4, 4, 4, 5, 6, 7, 4, 4])
        #expect(staging.rejected.map(\.place.line) == Array(2...9))
    }

    @Test func `a blank sign is not recorded unless the mapping says that it is presence`() async throws {
        let csv = """
            institution,class,pupil_code,date,lesson,code
            Ozolu skola,7.a,K1,12.01.2026.,1,
            """
        let silent = try await read(Absences.self, csv, mapping(Absences.name))
        #expect(silent.facts.map { [$0.columns[3], $0.columns[14]] } == [[4, 0]])
        let present = try await read(Absences.self, csv, mapping(Absences.name, blankMeansNone: true))
        #expect(present.facts.map { [$0.columns[3], $0.columns[14]] } == [[1, 1]])
    }

    @Test func `signs of the mapping count before those of e-klase and a wrong one is refused`() async throws
    {
        let csv = """
            institution,class,pupil_code,date,lesson,code
            Ozolu skola,7.a,K1,12.01.2026.,1,N
            Ozolu skola,7.a,K1,12.01.2026.,2, n\u{a0}S
            """
        let own = try await read(Absences.self, csv, mapping(Absences.name, ["codes": "N=unexcused"]))
        #expect(lessons(own).map { $0[4] } == [3, 1])
        let usual = try await read(Absences.self, csv, mapping(Absences.name))
        #expect(lessons(usual).map { $0[4] } == [4, 1])
        await #expect(throws: Refusal.self) {
            try await read(Absences.self, csv, mapping(Absences.name, ["codes": "N=nemaz"]))
        }
    }

    @Test func `a wide table has days as columns and signs with numbers of lessons`() async throws {
        let staging = try await read(
            AbsencesByDay.self,
            """
            7.a klases kavējumi
            Iestāde;Klase;Uzvārds;Vārds;12.01.2026.;13.01.2026.;14.01.2026.
            Ozolu skola;7.a;Ozols;Jānis;2ns nc;;n
            Ozolu skola;7.a;Liepa;Anna;;xx;21ns
            """,
            mapping(AbsencesByDay.name)
        )
        let slots = (0..<3).map { LessonRecord.slot(subject: SubjectID(rawValue: 0), ordinal: $0) }
        #expect(
            lessons(staging) == [
                [1, day, slots[0], 2, 1, 0], [1, day, slots[1], 2, 1, 0], [1, day, slots[2], 2, 2, 0],
                [1, day + 2, slots[0], 2, 4, 0],
            ]
        )
        #expect(staging.rejected.map(\.problem.code) == ["absence.code", "absence.code"])
        #expect(
            staging.rejected.map(\.place) == [
                SourcePlace(line: 4, column: 6), SourcePlace(line: 4, column: 7),
            ]
        )
    }

    @Test func `the benchmark's file creates what it names and counts in rates`() async throws {
        let staging = try await read(
            Absences.self,
            """
            id,pupil_id,school_id,grade,class_id,date,lesson,subject_id,code,minutes_late
            0,17,3,8,131,2025-09-02,2,5,P,0
            1,17,3,8,131,2025-09-02,3,7,N,0
            2,18,3,8,131,2025-09-02,3,7,K,12
            3,19,0,12,35,2026-05-04,1,1,S,0
            """,
            World.mapping("attendance-bench")
        )
        #expect(staging.rejected.isEmpty && staging.unmatched.isEmpty)
        #expect(
            lessons(staging).map { [$0[0], $0[2], $0[3], $0[4], $0[5]] } == [
                [1, 2, 1, 0, 0], [1, 3, 2, 3, 0], [2, 3, 3, 0, 12], [3, 1, 2, 2, 0],
            ]
        )
        #expect(staging.facts.map { $0.columns[8] } == [8, 8, 8, 12])
        #expect(staging.facts.allSatisfy { $0.columns[14] == 1 })
        let names = ["institution": 2, "class_group": 2, "pupil": 3, "subject": 3, "enrolment": 3]
        for (table, count) in names { #expect(staging.rows.count { $0.table.name.text == table } == count) }
    }

    @Test func `the own tables are recognised by their headings`() {
        let long = SheetSample(
            file: "a.csv",
            sheet: "",
            headings: ["Klase", "Uzvārds", "Vārds", "Datums", "Stunda", "Kavējums"],
            rows: []
        )
        #expect(Absences.recognise(long) > 80)
        let rows = [
            ["Iestāde", "Klase", "Uzvārds", "Vārds", "12.01.2026.", "13.01.2026."],
            ["Ozolu skola", "7.a", "Ozols", "Jānis", "", "ns"],
        ].enumerated().map { TableRow(line: $0 + 1, cells: $1.map { .text($0) }) }
        let wide = SheetSample(file: "b.csv", sheet: "", headings: [], rows: rows)
        #expect(AbsencesByDay.recognise(wide) == 70)
        #expect(InstitutionTable.recognise(wide) == 0)
        #expect(AbsencesByDay.recognise(long) == 0)
    }
}
