import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Attendance

struct HeldTests {
    private static let pupils = """
        institution,year,class,external_code,surname,forename
        Ozolu skola,2025/2026,7.a,K1,Ozols,Jānis
        """
    private static let held = """
        Iestāde;Mācību gads;Klase;Mācību priekšmets;Pedagogs;Datums;Mēnesis;Novadītās stundas
        Ozolu skola;2025/2026;7.a;Matemātika;Anna Liepa;;2025-10;18
        Ozolu skola;2025/2026;7.a;Matemātika;Anna Liepa;;11.2025;16
        Ozolu skola;;7.a;Mūzika;;12.01.2026.;;2
        Ozolu skola;;7.a;Mūzika;;13.01.2026.;;1
        """
    private let year = Selection(year: SchoolYear(2025))

    private func world(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await BoardWorld.with(engine, [attendanceRoom], today: World.today) { world in
            try await world.take(HeldTests.pupils, "pupils")
            try await world.take(
                """
                institution,surname,forename,role,year
                Ozolu skola,Liepa,Anna,skolotājs,2025/2026
                """,
                "staff"
            )
            try await world.take(
                """
                institution,year,subject,class,teacher_surname,teacher_forename
                Ozolu skola,2025/2026,Matemātika,7.a,Liepa,Anna
                Ozolu skola,2025/2026,Mūzika,7.a,Liepa,Anna
                """,
                "teaching"
            )
            try await body(world)
        }
    }

    @Test(arguments: Engine.available)
    func `lessons held are counted by term, month, subject and class`(_ engine: Engine) async throws {
        try await world(engine) { world in
            let report = try await world.take(HeldTests.held, LessonsHeld.name)
            #expect(report.plan.added == 4 && report.plan.rejected == 0 && report.plan.unmatched == 0)
            #expect(try await world.vector("attendance/held", year) == [[]: Tally(37)])
            let terms = try await world.vector("attendance/held", year, over: [.term])
            #expect(terms == [[1]: Tally(34), [2]: Tally(3)])
            let months = try await world.vector("attendance/held", year, over: [.month])
            #expect(months[[Month(2026, 1).number]] == Tally(3))
            let rows = try await world.evidence("attendance/held", year)
            #expect(rows.map(\.numerator).reduce(0, +) == 37)
            #expect(try await world.findings().isEmpty)
            let batch = try #require(report.batch)
            try await world.undo(batch)
            #expect(try await world.count("lesson_held") == 0)
            #expect(try await world.count("lesson_held_cell") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `what is written of lessons held imports again as no change`(_ engine: Engine) async throws {
        try await world(engine) { world in
            try await world.take(HeldTests.held, LessonsHeld.name)
            try await world.expectRoundTrip(LessonsHeld.self, SchoolYear(2025), rows: 4)
            let none = BoardWorld.asker([.readFigures])
            #expect(
                try await world.export(LessonsHeld.self, SchoolYear(2025), for: none).csv.split(
                    separator: "\r\n"
                ).count == 1
            )
        }
    }

    @Test func `a month by day and as one number would count twice`() async throws {
        try await world(.sqlite) { world in
            try await world.take(HeldTests.held, LessonsHeld.name)
            let plan = try await world.stage(
                """
                institution,class,subject,date,month,lessons_held
                Ozolu skola,7.a,Mūzika,,2026-01,9
                Ozolu skola,7.a,Matemātika,06.10.2025.,,1
                Ozolu skola,7.a,Mūzika,14.01.2026.,,1
                """,
                LessonsHeld.name
            ).plan
            #expect(plan.rejected == 2 && plan.added == 1)
        }
    }

    @Test func `what cannot be read is rejected`() async throws {
        try await world(.sqlite) { world in
            let plan = try await world.stage(
                """
                institution,year,class,subject,date,month,lessons_held
                Ozolu skola,,,Mūzika,,2026-01,9
                Ozolu skola,,7.a,Mūzika,,oktobris,9
                Ozolu skola,,7.a,Mūzika,,2026-07,9
                Ozolu skola,,7.a,Mūzika,01.07.2026.,,9
                Ozolu skola,2024/2025,7.a,Mūzika,,2026-01,9
                Ozolu skola,,7.a,Mūzika,,2026-01,-1
                """,
                LessonsHeld.name
            ).plan
            #expect(plan.rejected == 6 && plan.changes == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `absences are written and import again as no change`(_ engine: Engine) async throws {
        try await world(engine) { world in
            let report = try await world.take(
                """
                institution,reg_no,class,pupil_code,date,lesson,subject,teacher,code,minutes_late,lessons,presence
                Ozolu skola,,7.a,K1,2026-01-12,1,Matemātika,Anna Liepa,ns,,,
                Ozolu skola,,7.a,K1,2026-01-12,2,,,late,15,,recorded
                Ozolu skola,,7.a,K1,2026-01-13,,Mūzika,,nn,,3,
                Ozolu skola,,7.a,K1,2026-01-14,1,,,present,,,recorded
                Ozolu skola,,7.a,K1,2026-01-14,2,,,not-recorded,,,
                """,
                Absences.name
            )
            #expect(report.plan.added == 7 && report.plan.rejected == 0)
            try await world.expectRoundTrip(Absences.self, SchoolYear(2025), rows: 7)
            // Three lessons of music name no teacher: one alone teaches it to the class.
            let teachers = try await world.vector("attendance/missed", year, over: [.teacher])
            #expect(teachers[[0]]?.numerator == 0)
            #expect(teachers.values.map(\.numerator).sorted() == [0, 4])
            let share = try await world.vector("attendance/missed-share", year)
            #expect(share == [[]: Tally(0, over: 2, people: 1)])
        }
    }

    @Test(arguments: Engine.available)
    func `a blank registration number does not stand for the institution before`(
        _ engine: Engine
    ) async throws {
        try await world(engine) { world in
            try await world.take(
                """
                institution,year,class,external_code,surname,forename
                Bērzu skola,2025/2026,7.a,K1,Kalns,Kārlis
                """,
                "pupils"
            )
            let plan = try await world.stage(
                """
                institution,reg_no,class,pupil_code,date,lesson,code
                Ozolu skola,,7.a,K1,2026-01-12,1,ns
                Bērzu skola,,7.a,K1,2026-01-12,1,ns
                """,
                Absences.name
            )
            .plan
            #expect(plan.added == 2 && plan.rejected + plan.unmatched == 0)
        }
    }

    @Test(arguments: [
        ("2026-01", Month(2026, 1)), ("01.2026", Month(2026, 1)), ("9/2025", Month(2025, 9)),
        ("01.10.2025", Month(2025, 10)),
    ])
    func `months are read as schools write them`(_ text: String, _ month: Month) {
        #expect(HeldMonth.read(text) == month)
    }

    @Test(arguments: Engine.available)
    func `with the shipped mapping every lesson counts in rates`(_ engine: Engine) async throws {
        try await world(engine) { world in
            try await world.take(
                """
                institution,class,pupil_code,date,lesson,code
                Ozolu skola,7.a,K1,2026-01-12,1,present
                Ozolu skola,7.a,K1,2026-01-12,2,n
                """,
                Absences.name,
                mapping: "lessons",
                constants: ["n": "unexcused"]
            )
            let share = try await world.vector("attendance/missed-share", year)
            #expect(share == [[]: Tally(1, over: 2, people: 1)])
            #expect(try await world.vector("attendance/unexcused", year) == [[]: Tally(1, people: 1)])
        }
    }
}
