import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Attainment

struct TeacherAveragesTests {
    private static let pupils = """
        \(Town.pupilHeadings)
        Ozolu skola,2024/2025,7.a,K1,Ābols,Ansis
        Ozolu skola,2024/2025,7.a,K2,Bērzs,Baiba
        Ozolu skola,2024/2025,7.a,K3,Celms,Centis
        """
    private static let marks = """
        \(Town.markHeadings)
        Ozolu skola,7.a,K1,2024/2025,Matemātika,8,year,,Zane Zariņa
        Ozolu skola,7.a,K2,2024/2025,Matemātika,6,year,,Zane Zariņa
        Ozolu skola,7.a,K3,2024/2025,Matemātika,7,year,,Zane Zariņa
        Ozolu skola,7.a,K1,2024/2025,Fizika,4,year,,Anna Āboliņa
        """

    private func town(_ engine: Engine, _ body: (BoardWorld, Selection) async throws -> Void) async throws {
        try await Town.with(
            engine,
            pupils: TeacherAveragesTests.pupils,
            marks: TeacherAveragesTests.marks
        ) { world in
            var selection = Selection(year: SchoolYear(2024))
            selection.institution = InstitutionID(
                rawValue: try await Town.id("institution", "Ozolu skola", world)
            )
            try await body(world, selection)
        }
    }

    @Test(arguments: Engine.available)
    func `teachers stand by name, with number and interval`(_ engine: Engine) async throws {
        try await town(engine) { world, selection in
            let document = try await world.answer(TeacherAverages.self, selection)
            // 8, 6 and 7: mean 7, deviation 1, t of two degrees 4.303, so 7 ± 4.303 / √3 = 2.484.
            #expect(
                try document.table("table").lines == [
                    ["Āboliņa Anna", "Fizika", "7.a", "?", "?", "4,00", "1", "?", "?"],
                    ["Zariņa Zane", "Matemātika", "7.a", "?", "?", "7,00", "3", "4,52", "9,48"],
                ]
            )
            #expect(document.ownNumbers(made: false).isEmpty)
            #expect(document.ownNumbers(made: true) == ["table.low", "table.high"])
        }
    }

    @Test func `a head chooses nothing and sees the teachers of the institution`() async throws {
        try await town(.sqlite) { world, selection in
            let scope = Scope(institution: selection.institution)
            let head = Town.asker([([.readFigures, .readTeacherFigures, .readPupils], scope)])
            let reach = head.reach(.readFigures, on: Town.today)
            let document = try await world.answer(
                TeacherAverages.self,
                Selection(year: SchoolYear(2024), reach: reach),
                head
            )
            #expect(try document.table("table").lines.map { $0[5] } == ["4,00", "7,00"])
        }
    }

    @Test(arguments: Engine.available)
    func `a teacher sees own figures and nobody else's`(_ engine: Engine) async throws {
        try await town(engine) { world, selection in
            let own = StaffID(rawValue: try await Town.id("staff", "Zariņa", world, column: "surname"))
            let scope = Scope(institution: selection.institution)
            let teacher = Town.asker([([.readFigures], scope)], staff: own)
            let document = try await world.answer(TeacherAverages.self, selection, teacher)
            #expect(try document.table("table").lines.map { $0[0] } == ["Zariņa Zane"])
            let last = try #require(try document.table("table").lines.first?.last)
            #expect(last == "9,48")
            // Of one teacher the classes are drawn; of several nobody is measured against others.
            #expect(try document.table("picture").lines == [["7.a, Matemātika", "7,00"]])
            let several = try await world.answer(TeacherAverages.self, selection)
            #expect(several.sections.map(\.code) == ["table"])
            var other = selection
            other.teacher = StaffID(rawValue: try await Town.id("staff", "Āboliņa", world, column: "surname"))
            let asked = other
            await #expect(throws: Refusal.self) {
                try await world.answer(TeacherAverages.self, asked, teacher)
            }
            let reader = Town.asker([([.readFigures], .tenant)])
            let closed = try await world.answer(TeacherAverages.self, selection, reader)
            #expect(closed.sections.allSatisfy { $0.rows.isEmpty })
            #expect(try closed.table("table").empty.lv.contains("pats pedagogs"))
            await #expect(throws: Refusal.self) {
                try await world.answer(TeacherAverages.self, asked, reader)
            }
        }
    }
}
