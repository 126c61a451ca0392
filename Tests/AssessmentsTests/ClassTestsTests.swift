import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Assessments

struct ClassTestsTests {
    private func own(_ world: BoardWorld, _ classGroup: String) async throws -> Selection {
        var selection = Selection(year: SchoolYear(2024))
        selection.institution = InstitutionID(
            rawValue: try await world.id("institution", named: "Ozolu skola")
        )
        selection.classGroup = ClassID(rawValue: try await world.id("class_group", named: classGroup))
        return selection
    }

    @Test(arguments: Engine.available)
    func `the tests of a class stand beside another class, the institution, all, and the state`(
        _ engine: Engine
    ) async throws {
        try await ReportWorld.with(engine) { world in
            var selection = try await own(world, "9.a")
            selection.compared = [ClassID(rawValue: try await world.id("class_group", named: "9.b"))]
            let section = try #require(try await world.answer(ClassTests.self, selection).sections.first)
            #expect(
                section.columns.map(\.code) == [
                    "topic", "kind", "takers", "result", "class_9.b", "institution", "similar",
                    "municipality",
                    "state", "difference",
                ]
            )
            // 9.a: 80, 60, 10; 9.b: 70, 9; 9.c of the one similar institution: 40. All six: 269 of 600.
            let answered = try await world.rows(ClassTests.self, selection)
            #expect(
                answered == [
                    [
                        "Latviešu valoda, 9. klase", "Pašvaldības diagnosticējošais darbs", "2", "80,0", "?",
                        "80,0", "?", "80,0", "?", "?",
                    ],
                    [
                        "Matemātika, 9. klase", "Centralizētais eksāmens", "3", "50,0", "39,5", "45,8",
                        "40,0", "44,8",
                        "53,8", "−3,8",
                    ],
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a test lays its classes side by side`(_ engine: Engine) async throws {
        try await ReportWorld.with(engine) { world in
            var selection = Selection(year: SchoolYear(2024))
            selection.assessment = try await world.id(
                "assessment",
                named: "Centralizētais eksāmens matemātikā"
            )
            let answered2 = try await world.rows(ClassTests.self, selection)
            #expect(
                answered2 == [
                    ["Bērzu skola", "9.c", "1", "40,0", "53,8", "−13,8"],
                    ["Ozolu skola", "9.a", "3", "50,0", "53,8", "−3,8"],
                    ["Ozolu skola", "9.b", "2", "39,5", "53,8", "−14,3"],
                    ["Visas klases", "", "6", "44,8", "53,8", "−9,0"],
                ]
            )
            // The board is drawn by institution: 40, and (80 + 60 + 10 + 70 + 9) / 5.
            let institutions = try await world.rows(ClassTests.self, selection, section: 1)
            #expect(
                institutions == [
                    ["Bērzu skola", "1", "40,0", "53,8", "−13,8"],
                    ["Ozolu skola", "5", "45,8", "53,8", "−8,0"],
                ]
            )
            selection.institution = InstitutionID(
                rawValue: try await world.id("institution", named: "Ozolu skola")
            )
            let inside = try await world.answer(ClassTests.self, selection)
            #expect(inside.sections.count == 1 && inside.sections[0].chart != nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a class without tests is answered by its pupils' year before, for who works with it alone`(
        _ engine: Engine
    ) async throws {
        try await ReportWorld.empty(engine) { world in
            let pupils = """
                \(ReportWorld.pupils)
                Ozolu skola,2025/2026,10.a,A1,Ābols,Ansis
                Ozolu skola,2025/2026,10.a,A2,Bērzs,Baiba
                Ozolu skola,2025/2026,10.a,B1,Dille,Dace
                """
            try await world.take(pupils, "pupils")
            try await world.take(ReportWorld.staff, "staff")
            try await world.take(ReportWorld.teaching, "teaching")
            try await world.take(ReportWorld.assessments, AssessmentsTable.name)
            try await world.take(ReportWorld.results, ResultsTable.name)
            var selection = try await own(world, "10.a")
            selection.year = SchoolYear(2025)
            let scope = Scope(institution: selection.institution, classGroup: selection.classGroup)
            let teacher = BoardWorld.asker([.readFigures, .readPupils], in: scope)
            selection.reach = teacher.reach(.readFigures, on: ReportWorld.today)
            let seen = try await world.rows(ClassTests.self, selection, as: teacher)
            // Of 9.a and 9.b: 90 and 70; 80, 60 and 70. Nothing of the institution is within the teacher's reach.
            #expect(
                seen == [
                    [
                        "Latviešu valoda, 9. klase", "Pašvaldības diagnosticējošais darbs", "2", "80,0", "?",
                        "?",
                        "?",
                    ],
                    [
                        "Matemātika, 9. klase", "Centralizētais eksāmens", "3", "70,0", "?", "53,8", "16,2",
                    ],
                ]
            )
            let document = try await world.answer(ClassTests.self, selection, as: teacher)
            #expect(document.notes.first?.lv.contains("2024./2025.") == true)
            // The head reaches the classes of the year before themselves.
            let institution = Scope(institution: selection.institution)
            let head = BoardWorld.asker([.readFigures, .readPupils], in: institution)
            let other = try await world.rows(ClassTests.self, selection, as: head)
            #expect(other.isEmpty)
        }
    }

    @Test func `a difference is hidden where its result is`() async throws {
        try await ReportWorld.with(.sqlite) { world in
            let reader = BoardWorld.asker([.readFigures, .readTeacherFigures])
            let selection = try await own(world, "9.a")
            let rows = try await world.rows(ClassTests.self, selection, as: reader)
            #expect(rows.count == 2 && rows.allSatisfy { $0[3] == "•" && ($0.last == "•" || $0.last == "?") })
            var test = Selection(year: SchoolYear(2024))
            test.assessment = try await world.id("assessment", named: "Centralizētais eksāmens matemātikā")
            for row in try await world.rows(ClassTests.self, test, as: reader) where row[3] == "•" {
                #expect(row[5] == "•")
            }
        }
    }

    @Test func `one subject is for those who may see figures about teachers`() async throws {
        try await ReportWorld.with(.sqlite) { world in
            var selection = try await own(world, "9.a")
            selection.subject = SubjectID(rawValue: try await world.id("subject", named: "Matemātika"))
            await #expect(throws: Refusal.self) {
                try await world.answer(ClassTests.self, selection, as: BoardWorld.asker([.readFigures]))
            }
            let answered3 = try await world.rows(ClassTests.self, selection)
            #expect(answered3.count == 1)
        }
    }
}
