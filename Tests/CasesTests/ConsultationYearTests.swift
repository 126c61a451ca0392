import Attendance
import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Cases

/// Consultations of past years come from tables of institutions, beside those that are logged; counted by hand.
struct ConsultationYearTests {
    private let selection = Selection(year: CaseBoard.year)

    /// Three years reported and one consultation logged: a blank, a nought, and an institution with both in one year.
    private func board(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await CaseBoard.with(engine, beside: [attendanceRoom]) { world in
            let report = try await world.take(
                """
                Mācību gads;Liepu skola;Ozolu skola;Kopā
                2022./2023.m.g.;12;;12
                2023./2024.m.g.;0;31;31
                2025./2026.m.g.;9;7;16
                """,
                "institution-table",
                mapping: "consultations-by-year"
            )
            #expect(report.plan.rejected == 0)
            let log = ConsultationLog(world.desk.seated(CaseBoard.pedagogue))
            let day = try #require(Day(2025, 12, 1))
            try await log.add(PupilID(rawValue: 1), subject: 1, day: day, minutes: 40)
            try await body(world)
        }
    }

    @Test(arguments: Engine.available)
    func `years that institutions reported stand beside those logged, and a blank is no nought`(
        _ engine: Engine
    ) async throws {
        try await board(engine) { world in
            let document = try await world.answer("prevention/consultations", selection)
            let sections = document.sections
            #expect(sections.map(\.code) == ["table", "by_year", "sources"])
            #expect(sections[0].table == ["Ozolu skola|1|1|0|0|1|1|40", "Kopā|1|1|0|0|1|1|40"])
            #expect(
                sections[1].columns.map(\.code) == ["institution", "y2022_2023", "y2023_2024", "y2025_2026"]
            )
            // Of Ozolu skola the log counts this year, and not the 7 reported: 1 + 9.
            #expect(sections[1].table == ["Liepu skola|12|0|9", "Ozolu skola||31|1", "Kopā|12|31|10"])
            guard case .unknown = sections[1].rows[1].cells[1] else {
                Issue.record("a year that nobody reported is not known")
                return
            }
            #expect(sections[2].rows.map { numbers($0) } == [[0, 1], [0, 2], [1, 1]])
            #expect(!document.isOfEarlierYears)
        }
    }

    @Test(arguments: Engine.available)
    func `of one institution its own years are told`(_ engine: Engine) async throws {
        try await board(engine) { world in
            var ofOne = selection
            ofOne.institution = InstitutionID(rawValue: 2)
            let sections = try await world.answer("prevention/consultations", ofOne).sections
            #expect(sections[0].rows.isEmpty && sections[0].empty.lv.contains("nākamajā tabulā"))
            #expect(sections[1].table == ["Liepu skola|12|0|9", "Kopā|12|0|9"])
        }
    }

    @Test(arguments: Engine.available)
    func `a published number is shown to readers of sums, one of few logged and the sum with it are not`(
        _ engine: Engine
    ) async throws {
        try await board(engine) { world in
            let reader = BoardWorld.asker([.readFigures])
            let sections = try await world.answer("prevention/consultations", selection, reader).sections
            // 10 less the 9 that are shown would tell the one.
            #expect(sections[1].table == ["Liepu skola|12|0|9", "Ozolu skola||31|-", "Kopā|12|31|-"])
        }
    }

    @Test(arguments: Engine.available)
    func `a year of which nothing is known says that its table is of earlier ones`(
        _ engine: Engine
    ) async throws {
        try await board(engine) { world in
            let after = try await world.answer("prevention/consultations", Selection(year: SchoolYear(2024)))
            #expect(after.isOfEarlierYears && after.sections[1].columns.count == 3)
            let reported = try await world.answer(
                "prevention/consultations",
                Selection(year: SchoolYear(2023))
            )
            #expect(!reported.isOfEarlierYears && reported.sections[0].rows.isEmpty)
            let before = try await world.answer("prevention/consultations", Selection(year: SchoolYear(2021)))
            #expect(!before.isOfEarlierYears && before.sections.map(\.code) == ["table"])
        }
    }

    @Test(arguments: Engine.available)
    func `terms that were reported add up to their year`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine, beside: [attendanceRoom]) { world in
            for (term, number) in [("1", 339), ("2", 352)] {
                try await world.take(
                    "Mācību gads;Ozolu skola\n2024./2025.m.g.;\(number)\n",
                    "institution-table",
                    mapping: "consultations-by-year",
                    constants: ["term": term]
                )
            }
            let sections = try await world.answer("prevention/consultations", selection).sections
            #expect(sections[1].table == ["Ozolu skola|691", "Kopā|691"])
        }
    }

    @Test(arguments: Engine.available)
    func `where the log of the year is all that is known, no table of years repeats it`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let log = ConsultationLog(world.desk.seated(CaseBoard.pedagogue))
            try await log.add(PupilID(rawValue: 1), subject: 1, day: CaseBoard.today, minutes: 40)
            let sections = try await world.answer("prevention/consultations", selection).sections
            #expect(sections.map(\.code) == ["table"])
        }
    }

    /// The numbers of a row that are no figures.
    private func numbers(_ row: ReportRow) -> [Int] {
        row.cells.compactMap { cell in
            if case .number(let number, _) = cell { number } else { nil }
        }
    }
}
