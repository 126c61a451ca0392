import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Assessments

struct TeacherTestsTests {
    private let year = Selection(year: SchoolYear(2024))
    private let marks = ["A1": 800, "A2": 700, "A3": 400, "B1": 600]

    @Test(arguments: Engine.available)
    func `classes of teachers stand by name with result, state and annual mark`(_ engine: Engine) async throws
    {
        try await ReportWorld.with(engine, marks: marks) { world in
            let answered = try await world.rows(TeacherTests.self, year)
            #expect(
                answered == [
                    [
                        "Kalniņa Ilze", "9.a", "Latviešu valoda, 9. klase",
                        "Pašvaldības diagnosticējošais darbs", "2", "80,0", "?", "?", "?",
                    ],
                    [
                        "Kalniņa Ilze", "9.b", "Matemātika, 9. klase", "Centralizētais eksāmens", "2", "39,5",
                        "53,8", "−14,3", "6,00",
                    ],
                    // (8 + 7 + 4) / 3
                    [
                        "Liepa Anna", "9.a", "Matemātika, 9. klase", "Centralizētais eksāmens", "3", "50,0",
                        "53,8", "−3,8", "6,33",
                    ],
                ]
            )
        }
    }

    @Test func `who may not see figures about teachers sees their own, is told whose, or is refused`()
        async throws
    {
        try await ReportWorld.with(.sqlite, marks: marks) { world in
            let own = StaffID(rawValue: try await world.id("staff", named: "Liepa"))
            let other = StaffID(rawValue: try await world.id("staff", named: "Kalniņa"))
            let reader = BoardWorld.asker([.readFigures])
            let nobodys = try await world.answer(TeacherTests.self, year, as: reader)
            #expect(nobodys.sections.count == 1 && nobodys.sections[0].rows.isEmpty)
            #expect(nobodys.sections[0].empty.en.contains("the board's specialist"))
            let teacher = Asker(
                account: reader.account,
                name: reader.name,
                language: .lv,
                grants: reader.grants,
                staff: own
            )
            let rows = try await world.rows(TeacherTests.self, year, as: teacher)
            #expect(rows.map { $0[0] } == ["Liepa Anna"] && rows[0][5] == "50,0")
            var asked = year
            asked.teacher = other
            await #expect(throws: Refusal.self) {
                try await world.answer(TeacherTests.self, asked, as: teacher)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `results of one teacher stand beside the same test elsewhere`(_ engine: Engine) async throws {
        try await ReportWorld.with(engine, marks: marks) { world in
            var one = year
            one.institution = InstitutionID(rawValue: try await world.id("institution", named: "Ozolu skola"))
            let own = StaffID(rawValue: try await world.id("staff", named: "Liepa"))
            one.teacher = own
            // Of 9.a 150 / 3, of Ozolu 229 / 5, of Bērzu 40, of all 269 / 6.
            let rows = try await world.rows(TeacherTests.self, one, section: 2)
            let work = "Matemātika, 9. klase, Centralizētais eksāmens"
            #expect(rows == [[work, "50,0", "45,8", "40,0", "44,8"]])
            let document = try await world.answer(TeacherTests.self, one)
            #expect(
                document.sections[2].columns.map(\.heading.lv)[1...3] == [
                    "Pedagoga klasēs, %", "Iestādē, %", "Līdzīgās iestādēs, %",
                ]
            )
            #expect(document.sections[2].columns[1].heading.en == "Teacher’s classes, %")
            // One colleague in the institution and one school elsewhere: each number would be somebody's.
            let reader = BoardWorld.asker([.readFigures])
            let teacher = Asker(
                account: reader.account,
                name: reader.name,
                language: .lv,
                grants: reader.grants,
                staff: own
            )
            let seen = try await world.rows(TeacherTests.self, one, as: teacher, section: 2)
            #expect(seen == [[work, "50,0", "•", "•", "•"]])
        }
    }

    @Test func `the classes of one teacher are points too, of several they are not`() async throws {
        try await ReportWorld.with(.sqlite, marks: marks) { world in
            #expect(try await world.answer(TeacherTests.self, year).sections.count == 1)
            var one = year
            one.teacher = StaffID(rawValue: try await world.id("staff", named: "Liepa"))
            let answered2 = try await world.rows(TeacherTests.self, one, section: 1)
            #expect(
                answered2
                    == [["9.a, Matemātika, 9. klase", "6,33", "50,0"]]
            )
        }
    }
}
