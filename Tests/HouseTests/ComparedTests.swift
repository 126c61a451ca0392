import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Several institutions and years beside each other in one report: each asked as if it alone had been chosen.
struct ComparedTests {
    private static let pupils = """
        institution,year,class,external_code,surname,forename
        Liepu skola,2024/2025,6.a,P1,Ozols,Jānis
        Liepu skola,2025/2026,7.a,P1,Ozols,Jānis
        Ozolu skola,2025/2026,7.a,P3,Egle,Ilze
        """
    private static let marks = """
        Iestāde;Klase;Izglītojamā kods;Priekšmets;Veids;Mācību gads;Semestris;Datums;Nr.;Vērtējums
        Liepu skola;6.a;P1;Matemātika;gads;2024/2025;;;;6
        Liepu skola;7.a;P1;Matemātika;gads;2025/2026;;;;7
        Ozolu skola;7.a;P3;Matemātika;gads;2025/2026;;;;9
        """

    private func board(_ engine: Engine, _ body: (TestWorld) async throws -> Void) async throws {
        try await TestWorld.run(engine) { test in
            try await test.take(ComparedTests.pupils, "pupils")
            try await test.take(TestFiles.subjects, "subjects")
            try await test.take(ComparedTests.marks, "marks")
            try await body(test)
        }
    }

    private func averages(_ chosen: [ReportFilter: String]) -> ReportRequest {
        var asked = ReportRequest("attainment/class-averages")
        asked[.year] = "2025/2026"
        asked[.institution] = "Liepu skola"
        for (filter, text) in chosen { asked[filter] = text }
        return asked
    }

    /// What each row of a table is called, with the mean mark of the year.
    private func means(_ answer: AnsweredReport, _ code: String) -> [[String]] {
        guard let section = try? answer.section(code),
            let year = section.columns.firstIndex(where: { $0.code == "year" })
        else { return [] }
        return section.rows.map { row in
            [row.cells[0], row.cells[year]].map { FaceValue($0).words(.lv) }
        }
    }

    @Test(arguments: Engine.available)
    func `institutions and years stand in one table, and each has its own below`(
        engine: Engine
    ) async throws {
        try await board(engine) { test in
            let asking = Asking(test.desk)
            let asked = averages([.institutions: "Ozolu skola", .years: "2024/2025"])
            let answer = try await asking.answer(asked)
            // The other school has nothing of the year before, so that it has no row of it.
            #expect(
                means(answer, "compared") == [
                    ["Liepu skola, 2024./2025.", "6,00"], ["Liepu skola, 2025./2026.", "7,00"],
                    ["Ozolu skola, 2025./2026.", "9,00"],
                ]
            )
            guard case .bars(let column)? = try answer.section("compared").chart else {
                Issue.record("There is no picture")
                return
            }
            #expect(column == "year")
            let alone = try await asking.answer(averages([.institution: "Ozolu skola"]))
            #expect(means(answer, "table-4") == means(alone, "table"))
            #expect(try answer.section("table-4").title?.lv.hasPrefix("Ozolu skola, 2025./2026.") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `a class stands beside what it was in another year`(engine: Engine) async throws {
        try await board(engine) { test in
            let answer = try await Asking(test.desk).answer(
                averages([.classGroup: "7.a", .years: "2024/2025", .institutions: "Ozolu skola"])
            )
            // A class is of one institution: the other one is left out.
            #expect(
                means(answer, "compared") == [
                    ["6.a, 2024./2025.", "6,00"], ["7.a, 2025./2026.", "7,00"],
                ]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `the marks of a class over time stand beside those of another year`(engine: Engine) async throws {
        try await board(engine) { test in
            var asked = averages([.classGroup: "7.a", .years: "2024/2025"])
            asked.report = "attainment/class-dynamics"
            let answer = try await Asking(test.desk).answer(asked)
            #expect(try answer.section("table").title?.lv.hasPrefix("6.a, 2024./2025.") == true)
            #expect(try answer.section("table-2").title?.en.hasPrefix("7.a, 2025/2026") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `nobody sees more beside others than alone`(engine: Engine) async throws {
        try await board(engine) { test in
            let tenant = test.tenant
            let own = try await test.world.database.data.read { connection in
                try connection.value(
                    "SELECT id FROM institution WHERE tenant_id = \(tenant) AND name = \("Liepu skola")",
                    InstitutionID.self
                )
            }
            let place: InstitutionID = try #require(own)
            try await test.account("vilma", "head", in: Scope(institution: place))
            let desk = test.desk.seated(try await Accounts(test.desk).asker(login: "vilma"))
            let answer = try await Asking(desk).answer(averages([.institutions: "Ozolu skola"]))
            #expect(means(answer, "table") == [["7.a", "7,00"]])
            #expect(means(answer, "table-2").isEmpty && means(answer, "compared").isEmpty)
        }
    }

    @Test func `more than a page can be read for is refused`() async throws {
        try await board(.sqlite) { test in
            let years = (2000...2012).map { SchoolYear($0).description }.joined(separator: ",")
            await #expect(throws: Refusal.self) {
                try await Asking(test.desk).answer(averages([.years: years]))
            }
        }
    }

    @Test func `a table without totals and with many rows has no row beside others`() {
        let columns = [
            ReportColumn("place", Text(same: "Place"), .words), ReportColumn("n", Text(same: "n")),
            ReportColumn("code", Text(same: "Code"), .words),
        ]
        func part(_ name: String, _ numbers: [Int], total: Int?) -> ComparedDocument.Part {
            var section = ReportSection(
                columns: columns,
                rows: numbers.map {
                    ReportRow([.words(Text(same: "row")), .number($0, decimals: 0), .blank])
                },
                chart: .bars(column: "n")
            )
            section.total = total.map { ReportRow([.blank, .number($0, decimals: 0), .blank]) }
            return ComparedDocument.Part(
                words: Text(same: name),
                document: ReportDocument(notes: [Text(same: "note")], [section])
            )
        }
        let parts = [
            part("a", [1, 2], total: 3), part("b", [5], total: nil), part("c", [6, 7], total: nil),
        ]
        let document = ComparedDocument(parts: parts).document
        #expect(document.sections.map(\.code) == ["compared", "table", "table-2", "table-3"])
        let numbers = document.sections[0].rows.map { row in row.cells.map { FaceValue($0).words(.lv) } }
        // The column that says nothing in any row is left out.
        #expect(numbers == [["a", "3"], ["b", "5"]])
        #expect(document.notes.count == 1)
        // A year that is not over is marked, so that no sentence beside the picture takes it for the lowest.
        var running = parts
        running[0].isUnfinished = true
        let marked = ComparedDocument(parts: running).document
        #expect(marked.sections[0].rows.map(\.isUnfinished) == [true, false])
        let alone = ComparedDocument(parts: [parts[2], parts[2]]).document
        #expect(!alone.sections.contains { $0.code == "compared" })
    }
}
