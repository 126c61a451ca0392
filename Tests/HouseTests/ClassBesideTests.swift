import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import House

/// A class beside its past, its parallel classes and the same grade elsewhere.
struct ClassBesideTests {
    private static let pupils = """
        institution,year,class,external_code,surname,forename
        Liepu skola,2024/2025,6.a,P1,Ozols,Jānis
        Liepu skola,2024/2025,6.b,P2,Liepa,Anna
        Liepu skola,2025/2026,7.a,P1,Ozols,Jānis
        Liepu skola,2025/2026,7.b,P2,Liepa,Anna
        Ozolu skola,2025/2026,7.a,P3,Egle,Ilze
        Ozolu skola,2025/2026,8.a,P4,Priede,Juris
        """
    private static let marks = """
        Iestāde;Klase;Izglītojamā kods;Priekšmets;Veids;Mācību gads;Semestris;Datums;Nr.;Vērtējums
        Liepu skola;6.a;P1;Matemātika;gads;2024/2025;;;;6
        Liepu skola;6.b;P2;Matemātika;gads;2024/2025;;;;10
        Liepu skola;7.a;P1;Matemātika;gads;2025/2026;;;;7
        Liepu skola;7.a;P1;Latviešu valoda;gads;2025/2026;;;;8
        Liepu skola;7.b;P2;Matemātika;gads;2025/2026;;;;5
        Ozolu skola;7.a;P3;Matemātika;gads;2025/2026;;;;9
        Ozolu skola;8.a;P4;Matemātika;gads;2025/2026;;;;4
        """

    @Test(arguments: Engine.available)
    func `means stand by year, by parallel class and by institution`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.take(ClassBesideTests.pupils, "pupils")
            try await test.take(TestFiles.subjects, "subjects")
            try await test.take(ClassBesideTests.marks, "marks")
            var asked = ReportRequest("registry/class-beside")
            asked[.year] = "2025/2026"
            asked[.institution] = "Liepu skola"
            asked[.classGroup] = "7.a"
            let answer = try await Asking(test.desk).answer(asked)
            #expect(
                table(answer, "past") == [
                    ["2025./2026.", "7.a", "7,50"], ["2024./2025.", "6.a", "6,00"],
                ]
            )
            #expect(table(answer, "parallel") == [["7.a", "7,50"], ["7.b", "5,00"]])
            // 7, 8 and 5 in one school, 9 in the other; 29 over 4 in all.
            #expect(table(answer, "elsewhere") == [["Liepu skola", "6,67"], ["Ozolu skola", "9,00"]])
            let total = try answer.section("elsewhere").total
            #expect(total.map { FaceValue($0.cells[1]).words(.lv) } == "7,25")
        }
    }

    @Test(arguments: Engine.available)
    func
        `who sees one institution alone sees the grade of the municipality beside it, and no table of one row`(
            engine: Engine
        ) async throws
    {
        try await TestWorld.run(engine) { test in
            try await test.take(ClassBesideTests.pupils, "pupils")
            try await test.take(TestFiles.subjects, "subjects")
            try await test.take(ClassBesideTests.marks, "marks")
            try await test.account("vada", "head", in: Scope(institution: InstitutionID(rawValue: 1)))
            try await test.act("vada") { browser, _ in
                let page = try await browser.get(
                    "/reports/registry/class-beside?year=2025%2F2026&institution=1&class=7.a"
                )
                #expect(page.status == 200)
                #expect(page.text.contains("Tā pati klases pakāpe citur"))
                #expect(page.text.contains("Liepu skola, 7. klases"))
                #expect(page.text.contains("Pašvaldība, 7. klases"))
                #expect(!page.text.contains("Tā pati klases pakāpe iestādēs"))
                // One pupil of another institution is too few to tell.
                #expect(!page.text.contains("7,25") && !page.text.contains("9,00"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `after classes merged the past is that of most pupils, whatever the letter`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let pupils = """
                institution,year,class,external_code,surname,forename
                Liepu skola,2024/2025,6.a,P1,Ozols,Jānis
                Liepu skola,2024/2025,6.b,P2,Liepa,Anna
                Liepu skola,2024/2025,6.b,P3,Egle,Ilze
                Liepu skola,2025/2026,7.a,P1,Ozols,Jānis
                Liepu skola,2025/2026,7.a,P2,Liepa,Anna
                Liepu skola,2025/2026,7.a,P3,Egle,Ilze
                """
            try await test.take(pupils, "pupils")
            var asked = ReportRequest("registry/class-beside")
            asked[.year] = "2025/2026"
            asked[.institution] = "Liepu skola"
            asked[.classGroup] = "7.a"
            let past = try await Asking(test.desk).answer(asked).section("past")
            #expect(past.rows.map { FaceValue($0.cells[1]).words(.lv) } == ["7.a", "6.b"])
            #expect(past.chart != nil)
            // Who goes back a year finds the same class.
            let desk = test.desk
            let before = try await desk.database.data.read { connection in
                let finder = FilterFinder(desk, connection)
                var selection = Selection(year: SchoolYear(2025))
                try InstitutionFilter.choose("Liepu skola", &selection, finder)
                try ClassFilter.choose("7.a", &selection, finder)
                let own = try #require(ClassFilter.chosen(selection))
                selection.year = SchoolYear(2024)
                try ClassFilter.choose(own, &selection, finder)
                return try finder.lookup.classes(selection).first {
                    $0.id == selection.classGroup?.rawValue
                }?.name
            }
            #expect(before == "6.b")
        }
    }

    /// The words of a table up to the mean mark.
    private func table(_ answer: AnsweredReport, _ code: String) -> [[String]] {
        guard let section = try? answer.section(code) else { return [] }
        let last = section.columns.firstIndex { $0.code == "mark" } ?? 0
        return section.rows.map { row in row.cells[...last].map { FaceValue($0).words(.lv) } }
    }
}
