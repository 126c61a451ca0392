import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Attainment

/// A teacher's and a class's means beside the same subject and grade elsewhere; Liepu skola is similar to Ozolu skola.
///
/// | school | class | teacher | marks | results |
/// |---|---|---|---|---|
/// | Ozolu skola | 7.a | Zariņa | 6 × 6 | 6 × 50 |
/// | Ozolu skola | 7.b | Āboliņa | 6 × 8 | 6 × 70 |
/// | Liepu skola | 7.c | Kalns | 6 × 7 | 6 × 60 |
/// | Liepu skola | 7.d | Egle | 6 × 5 | 6 × 40 |
/// | Bērzu skola | 7.e | Osis | 6 × 9 | 6 × 80 |
/// | Bērzu skola | 7.f | Upe, or Osis | 6 × 10 | 6 × 90 |
struct SubjectsBesideTests {
    private static let classes = [
        ("Ozolu skola", "7.a", "Zane Zariņa", 6, 50), ("Ozolu skola", "7.b", "Anna Āboliņa", 8, 70),
        ("Liepu skola", "7.c", "Kārlis Kalns", 7, 60), ("Liepu skola", "7.d", "Elza Egle", 5, 40),
        ("Bērzu skola", "7.e", "Oskars Osis", 9, 80), ("Bērzu skola", "7.f", "Uldis Upe", 10, 90),
    ]
    private static let staff = """
        institution,surname,forename,role,year
        Ozolu skola,Zariņa,Zane,skolotājs,2024/2025
        Ozolu skola,Āboliņa,Anna,skolotājs,2024/2025
        Liepu skola,Kalns,Kārlis,skolotājs,2024/2025
        Liepu skola,Egle,Elza,skolotājs,2024/2025
        Bērzu skola,Osis,Oskars,skolotājs,2024/2025
        Bērzu skola,Upe,Uldis,skolotājs,2024/2025
        """
    private static let works = """
        year,assessment_code,assessment,assessment_kind,subject,grade,state_mean
        2024/2025,PDD-MAT-7,Diagnosticējošais darbs matemātikā,municipal-diagnostic,Matemātika,7,
        """

    /// `last` teaches class 7.f; without `named` no mark tells its teacher.
    private func town(
        _ engine: Engine,
        last: String = "Uldis Upe",
        named: Bool = true,
        _ body: (BoardWorld, Selection) async throws -> Void
    ) async throws {
        var pupils = [Town.pupilHeadings]
        var marks = [Town.markHeadings]
        var results = ["institution,class,pupil_code,year,assessment,percent"]
        for (school, classGroup, teacher, mark, percent) in SubjectsBesideTests.classes {
            let taught = classGroup == "7.f" ? last : teacher
            for index in 0..<6 {
                let code = "\(classGroup)-\(index)"
                pupils.append("\(school),2024/2025,\(classGroup),\(code),Paraugs,Ilze")
                marks.append(
                    "\(school),\(classGroup),\(code),2024/2025,Matemātika,\(mark),year,,\(named ? taught : "")"
                )
                results.append("\(school),\(classGroup),\(code),2024/2025,PDD-MAT-7,\(percent)")
            }
        }
        try await Town.with(
            engine,
            staff: SubjectsBesideTests.staff,
            pupils: pupils.joined(separator: "\n"),
            marks: marks.joined(separator: "\n"),
            assessments: SubjectsBesideTests.works,
            results: results.joined(separator: "\n")
        ) { world in
            let own = try await Town.id("institution", "Ozolu skola", world)
            try await body(
                world,
                Selection(year: SchoolYear(2024), institution: InstitutionID(rawValue: own))
            )
        }
    }

    private func teacher(_ world: BoardWorld) async throws -> StaffID {
        StaffID(rawValue: try await Town.id("staff", "Zariņa", world, column: "surname"))
    }

    /// The comparison of the teacher's means as somebody sees it.
    private func lines(_ world: BoardWorld, _ selection: Selection, _ asker: Asker) async throws -> [[String]]
    {
        var asked = selection
        asked.teacher = try await teacher(world)
        asked.reach = asker.reach(.readFigures, on: Town.today)
        return try await world.answer(TeacherAverages.self, asked, asker).table("comparison").lines
    }

    @Test(arguments: Engine.available)
    func `a teacher's mean stands beside the same subject and grade, over pupils`(
        _ engine: Engine
    ) async throws {
        try await town(engine) { world, selection in
            var one = selection
            one.teacher = try await teacher(world)
            let document = try await world.answer(TeacherAverages.self, one)
            let comparison = try document.table("comparison")
            // Ozolu (36 + 48) / 12, Liepu (42 + 30) / 12, all (36 + 48 + 42 + 30 + 54 + 60) / 36.
            #expect(comparison.lines == [["Matemātika, 7. klases", "6,00", "7,00", "6,00", "7,50"]])
            #expect(
                comparison.columns.map(\.heading.lv) == [
                    "Priekšmets un klases", "Pedagoga klasēs, gadā", "Iestādē", "Līdzīgās iestādēs",
                    "Pašvaldībā",
                ]
            )
            #expect(
                comparison.columns.map(\.heading.en) == [
                    "Subject and grade", "Teacher’s classes, year", "Institution", "Similar institutions",
                    "Municipality",
                ]
            )
            #expect(document.notes.contains { $0.lv.contains("tas pats priekšmets un klases pakāpe") })
            #expect(document.notes.contains { $0.en.contains("the same subject and grade") })
            #expect(document.ownNumbers(made: false).isEmpty)
            // Of several teachers none is laid beside others.
            let several = try await world.answer(TeacherAverages.self, selection)
            #expect(several.sections.map(\.code) == ["table"])
        }
    }

    @Test(arguments: Engine.available)
    func `a mean that would tell of one other teacher is hidden from who may not see it`(
        _ engine: Engine
    ) async throws {
        try await town(engine) { world, selection in
            let place = Scope(institution: selection.institution)
            let own = Town.asker([([.readFigures], place)], staff: try await teacher(world))
            // The institution less one's own class is the colleague's.
            let seen = try await lines(world, selection, own)
            #expect(seen == [["Matemātika, 7. klases", "6,00", "·", "6,00", "7,50"]])
            let head = Town.asker([([.readFigures, .readTeacherFigures, .readPupils], place)])
            let ofHead = try await lines(world, selection, head)
            #expect(ofHead == [["Matemātika, 7. klases", "6,00", "7,00", "6,00", "7,50"]])
        }
        try await town(engine, last: "Oskars Osis") { world, selection in
            let place = Scope(institution: selection.institution)
            let head = Town.asker([([.readFigures, .readTeacherFigures, .readPupils], place)])
            // All less Ozolu and Liepu would be the classes of Osis.
            let ofHead = try await lines(world, selection, head)
            #expect(ofHead == [["Matemātika, 7. klases", "6,00", "7,00", "·", "·"]])
        }
    }

    @Test(arguments: Engine.available)
    func `twelve pupils of similar institutions are hidden where a board sets thirteen as the fewest`(
        _ engine: Engine
    ) async throws {
        try await town(engine) { world, selection in
            let place = Scope(institution: selection.institution)
            let head = Town.asker([([.readFigures, .readTeacherFigures, .readPupils], place)])
            try await world.show(atLeast: 12)
            let twelve = try await lines(world, selection, head)
            #expect(twelve == [["Matemātika, 7. klases", "6,00", "7,00", "6,00", "7,50"]])
            try await world.show(atLeast: 13)
            let thirteen = try await lines(world, selection, head)
            #expect(thirteen == [["Matemātika, 7. klases", "6,00", "7,00", "·", "·"]])
        }
    }

    @Test(arguments: Engine.available)
    func `results and marks of a class stand beside the same subject and grade`(
        _ engine: Engine
    ) async throws {
        try await town(engine, named: false) { world, selection in
            var one = selection
            one.classGroup = ClassID(rawValue: try await Town.id("class_group", "7.a", world))
            let document = try await world.answer(MarksAndTests.self, one)
            // (50 + 70) / 2, (60 + 40) / 2, and 390 / 6, six pupils each.
            #expect(
                try document.table("results").lines == [
                    ["Matemātika, 7. klases", "50,0", "60,0", "50,0", "65,0"]
                ]
            )
            #expect(
                try document.table("marks").lines == [
                    ["Matemātika, 7. klases", "6,00", "7,00", "6,00", "7,50"]
                ]
            )
            #expect(try document.table("results").title?.en == "Results by subject")
            #expect(try document.table("marks").columns[1].heading.lv == "7.a")
            // Where no teacher is named an institution may be in the hands of one.
            let place = Scope(institution: one.institution, classGroup: one.classGroup)
            let reader = Town.asker([([.readFigures, .readPupils], place)])
            one.reach = reader.reach(.readPupils, on: Town.today)
            let seen = try await world.answer(MarksAndTests.self, one, reader)
            #expect(
                try seen.table("marks").lines == [["Matemātika, 7. klases", "6,00", "·", "·", "·"]]
            )
        }
    }
}
