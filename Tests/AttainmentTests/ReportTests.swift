import Frame
import Kernel
import SekmeTesting
import Testing

@testable import Attainment

struct ReportTests {
    private let year = Selection(year: SchoolYear(2024))

    private func answer(
        _ report: any Report.Type,
        _ selection: Selection,
        _ permissions: Set<Permission> = [.readFigures],
        on engine: Engine = .sqlite
    ) async throws -> ReportDocument {
        var document: ReportDocument?
        try await World.run(engine) { world in
            try await world.read(EklaseJournal.self, Journal.file(), Journal.mapping)
            document = try await world.ask(selection, permissions: permissions) { try report.answer($0) }
        }
        return try #require(document)
    }

    /// Cells as a person reads them, in Latvian.
    private func texts(_ row: ReportRow?) -> [String] {
        (row?.cells ?? []).map { cell in
            switch cell {
            case .words(let words), .member(_, _, let words): words.lv
            case .figure(let figure):
                figure.scaled.map { Format(.lv).decimal($0.value, $0.decimals) } ?? "?"
            case .number(let value, let decimals): Format(.lv).decimal(value, decimals)
            case .day(let day): Format(.lv).day(day)
            case .blank: ""
            case .unknown: "?"
            }
        }
    }

    @Test(arguments: Engine.available)
    func `class averages have terms and year side by side`(_ engine: Engine) async throws {
        let document = try await answer(ClassAverages.self, year, on: engine)
        let section = try #require(document.sections.first)
        #expect(
            section.columns.map(\.code) == [
                "institution", "class", "term1", "term1_n", "term2", "term2_n", "year", "year_n",
            ]
        )
        #expect(
            section.rows.map(texts) == [
                ["Ozolu pamatskola", "7.a", "5,75", "4", "7,00", "2", "6,00", "3"],
                ["Ozolu pamatskola", "8.b", "10,00", "1", "?", "?", "8,50", "2"],
            ]
        )
        #expect(texts(section.total) == ["Kopā", "", "6,60", "5", "7,00", "2", "7,00", "5"])
    }

    @Test(arguments: Engine.available)
    func `a term that is chosen is the only one`(_ engine: Engine) async throws {
        var first = year
        first.term = 1
        let section = try #require(try await answer(ClassAverages.self, first, on: engine).sections.first)
        #expect(section.columns.map(\.code) == ["institution", "class", "term1", "term1_n"])
        #expect(
            section.rows.map(texts) == [
                ["Ozolu pamatskola", "7.a", "5,75", "4"], ["Ozolu pamatskola", "8.b", "10,00", "1"],
            ]
        )
        #expect(texts(section.total) == ["Kopā", "", "6,60", "5"])
    }

    @Test func `within an institution the rows are its classes and have a chart`() async throws {
        var own = year
        own.institution = InstitutionID(rawValue: 1)
        let section = try #require(try await answer(ClassAverages.self, own).sections.first)
        #expect(section.columns.first?.code == "class")
        #expect(section.rows.map { texts($0)[0] } == ["7.a", "8.b"])
        #expect(section.chart != nil)
    }

    @Test(arguments: Engine.available)
    func `levels are shares of the marks that have one`(_ engine: Engine) async throws {
        let document = try await answer(LevelDistribution.self, year, on: engine)
        let section = try #require(document.sections.first)
        #expect(
            section.columns.map(\.code) == [
                "grade", "marks", "high", "optimal", "sufficient", "insufficient", "no_mark",
            ]
        )
        #expect(
            section.rows.map { Array(texts($0).dropFirst()) } == [
                ["3", "33,3", "0,0", "66,7", "0,0", "0,0"], ["2", "50,0", "50,0", "0,0", "0,0", "0,0"],
            ]
        )
        #expect(texts(section.total).dropFirst() == ["5", "40,0", "20,0", "40,0", "0,0", "0,0"])
    }

    @Test func `levels of an institution are laid out by grade and by class`() async throws {
        var own = year
        own.institution = InstitutionID(rawValue: 1)
        let sections = try await answer(LevelDistribution.self, own).sections
        #expect(sections.map(\.code) == ["table", "classes"])
        #expect(sections.last?.rows.map { texts($0)[0] } == ["7.a", "8.b"])
    }

    @Test func `marks of one subject are for those who may see figures about teachers`() async throws {
        var mathematics = year
        mathematics.subject = SubjectID(rawValue: 1)
        for report in [ClassAverages.self, LevelDistribution.self] as [any Report.Type] {
            await #expect(throws: Refusal.self) { try await answer(report, mathematics) }
            let open = try await answer(report, mathematics, [.readFigures, .readTeacherFigures])
            #expect(open.sections.first?.rows.isEmpty == false)
        }
    }

    @Test func `a year without marks says what to do`() async throws {
        let everything: Set<Permission> = [.readFigures, .readTeacherFigures, .readPupils]
        for report in attainmentRoom.reports {
            let sections = try await answer(report, Selection(year: SchoolYear(2019)), everything).sections
            #expect(!sections.isEmpty)
            for section in sections {
                #expect(section.rows.isEmpty && section.total == nil && !section.columns.isEmpty)
            }
        }
    }
}
