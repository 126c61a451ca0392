import Evidence
import Frame
import Kernel
import SekmeTesting
import Tabular
import Testing

@testable import Attendance
@testable import Registry

struct InstitutionTableTests {
    private let year = ["year": "2022/2023", "term": "1"]

    private func read(_ csv: String, _ mapping: Mapping) throws -> CollectingStaging {
        let staging = CollectingStaging()
        try FormatReading(mapping, today: World.today, tenant: World.tenant).read(
            InstitutionTable.self,
            csv: csv,
            known: InstitutionTable.Known(directory: Directory(), kept: [:]),
            into: staging
        )
        return staging
    }

    /// Measure, year, term, institution, kind and number of the figures.
    private func figures(_ staging: CollectingStaging) -> [[Int]] {
        staging.facts.map { Array($0.columns.prefix(6)) }
    }

    @Test func `institutions by kinds become figures of the year and term given`() throws {
        let staging = try read(
            """
            Kavējumi 1. semestrī
            Nr.;Iestāde;Neattaisnotie kavējumi;Kavējumi slimības dēļ;Kavējumi attaisnojoša iemesla dēļ;Kopā
            1.;Ozolu skola;2;10;;12
            2.;Liepu skola;0;20;5;25
            ;Kopā;2;30;5;37
            """,
            World.mapping("absence-by-kind", year)
        )
        #expect(staging.rejected.isEmpty)
        #expect(
            figures(staging) == [
                [1, 2022, 1, 1, 3, 2], [1, 2022, 1, 1, 1, 10],
                [1, 2022, 1, 2, 3, 0], [1, 2022, 1, 2, 1, 20], [1, 2022, 1, 2, 2, 5],
            ]
        )
        #expect(staging.facts.allSatisfy { $0.columns[8] == 1 })
        #expect(staging.facts.first?.place == SourcePlace(line: 3, column: 3))
    }

    @Test func `years by institutions become figures of each year`() throws {
        let staging = try read(
            """
            Mācību gads;Ozolu skola;Liepu skola;Kopā
            2017./2018.m.g.;0;;0
            2018./2019.m.g.;3;4;7
            """,
            World.mapping("supported-by-year")
        )
        #expect(staging.rejected.isEmpty)
        #expect(figures(staging) == [[1, 2017, 0, 1, 0, 0], [1, 2018, 0, 1, 0, 3], [1, 2018, 0, 2, 0, 4]])
    }

    @Test func `a wrong total of an institution names both numbers and keeps it out`() throws {
        let staging = try read(
            """
            Iestāde;Slimības dēļ;Neattaisnoti;Kopā
            Ozolu skola;10;2;13
            Liepu skola;20;5;25
            """,
            World.mapping("absence-by-kind", year)
        )
        #expect(figures(staging) == [[1, 2022, 1, 1, 1, 20], [1, 2022, 1, 1, 3, 5]])
        let problem = try #require(staging.rejected.first)
        #expect(staging.rejected.count == 1)
        #expect(problem.problem.code == "table.total")
        #expect(problem.problem.message.lv == "Kopsumma ir 13, bet saskaitot iznāk 12.")
        #expect(problem.problem.message.en == "The total says 13, but the numbers add up to 12.")
        #expect(problem.place == SourcePlace(line: 2, column: 4))
    }

    @Test func `a wrong total of a year keeps the year out and leaves the others`() throws {
        let staging = try read(
            """
            Iestāde;2019./2020.m.g.;2020./2021.m.g.
            Ozolu skola;10;2
            Liepu skola;20;5
            Kopā;31;7
            """,
            World.mapping("over-limit-by-year")
        )
        #expect(figures(staging) == [[1, 2020, 0, 1, 0, 2], [1, 2020, 0, 2, 0, 5]])
        #expect(staging.rejected.map(\.problem.code) == ["table.total"])
        #expect(staging.rejected.first?.place == SourcePlace(line: 4, column: 2))
    }

    @Test func `what is no number is reported where it stands and nothing beside it is trusted`() throws {
        let staging = try read(
            """
            Iestāde;2019./2020.m.g.;2020./2021.m.g.
            Ozolu skola;desmit;2
            Liepu skola;20;–
            """,
            World.mapping("over-limit-by-year")
        )
        #expect(figures(staging).isEmpty)
        #expect(staging.rejected.map(\.problem.code) == ["number.invalid"])
        #expect(staging.rejected.first?.place == SourcePlace(line: 2, column: 2))
    }

    @Test func `a heading that stands for nothing is reported`() throws {
        let staging = try read(
            """
            Iestāde;2019./2020.m.g.;Pagājušogad
            Ozolu skola;1;2
            """,
            World.mapping("over-limit-by-year")
        )
        #expect(staging.rejected.map(\.problem.code) == ["table.heading"])
        #expect(figures(staging) == [[1, 2019, 0, 1, 0, 1]])
    }

    @Test func `a table of something else is refused as a whole`() throws {
        let staging = try read("Vārds;Uzvārds\nA;B\n", World.mapping("over-limit-by-year"))
        #expect(staging.rejected.map(\.problem.code) == ["table.headings"])
    }

    @Test func `kinds without a year and a table without a measure are refused with advice`() throws {
        let csv = "Iestāde;Slimības dēļ\nOzolu skola;10\n"
        #expect(throws: Refusal.self) { try read(csv, try World.mapping("absence-by-kind")) }
        #expect(throws: Refusal.self) {
            try read(csv, Mapping("x", Text(same: "x"), format: "institution-table"))
        }
    }

    @Test func `institutions that are not known are reported once where the source may not add them`() throws
    {
        var mapping = try World.mapping("over-limit-by-year")
        mapping.isMaster = false
        let staging = try read("Iestāde;2019./2020.;2020./2021.\nOzolu skola;1;2\n", mapping)
        #expect(staging.facts.isEmpty)
        #expect(staging.unmatched.count == 1)
    }

    @Test(
        .enabled(if: SharedData.isThere, SharedData.absence),
        arguments: [
            ("absence-by-kind", "absence_statistics_2022_2023_term1.csv", 24, 153_514),
            ("over-limit-by-year", "unexcused_pupils_by_year.csv", 32, 47),
            ("supported-by-year", "supported_pupils_by_year.csv", 47, 1_215),
        ]
    )
    func `published tables are read whole and add up`(
        _ mapping: String,
        _ file: String,
        _ count: Int,
        _ sum: Int
    ) throws {
        let staging = CollectingStaging()
        try FormatReading(World.mapping(mapping, year), today: World.today, tenant: World.tenant).read(
            InstitutionTable.self,
            TableFile(path: SharedData.path("rezekne/\(file)")),
            known: InstitutionTable.Known(directory: Directory(), kept: [:]),
            into: staging
        )
        #expect(staging.rejected.isEmpty && staging.unmatched.isEmpty)
        #expect(staging.facts.count == count)
        #expect(staging.facts.reduce(0) { $0 + $1.columns[5] } == sum)
        #expect(staging.rows.count { $0.table.name == "institution" } == 8)
    }
}
