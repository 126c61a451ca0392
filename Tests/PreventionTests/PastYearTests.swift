import Attendance
import Evidence
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Prevention

/// The annexes of a published programme of prevention, from the tables of its open data.
@Suite(.enabled(if: SharedData.isThere, SharedData.absence))
struct PastYearTests {
    private static let rooms = [attendanceRoom, preventionRoom]

    private func answer(
        _ engine: Engine,
        _ report: String,
        _ mapping: String,
        _ file: String,
        year: Int = 2022,
        asker: Asker? = nil
    ) async throws -> ReportDocument {
        var document: ReportDocument?
        try await BoardWorld.with(engine, PastYearTests.rooms, today: Day(2023, 9, 20) ?? Day(number: 0)) {
            world in
            try await world.take(path: SharedData.path("rezekne/\(file)"), mapping: mapping)
            document = try await world.answer(report, Selection(year: SchoolYear(year)), asker)
        }
        return try #require(document)
    }

    private static let reader = BoardWorld.asker([.readFigures])

    @Test(arguments: Engine.available)
    func `annex 1 comes out of its table, and what is not known is no nought`(_ engine: Engine) async throws {
        for asker in [nil, PastYearTests.reader] {
            let document = try await answer(
                engine,
                "prevention/supported-pupils",
                "supported-by-year",
                "supported_pupils_by_year.csv",
                asker: asker
            )
            let table = try #require(document.sections.first)
            #expect(table.columns.map(\.code) == ["institution"] + (2017...2022).map { "y\($0)_\($0 + 1)" })
            #expect(
                table.figures == [
                    "Rēzeknes 2.vidusskola": [0, 0, 24, 29, 36, 32],
                    "Rēzeknes 3.pamatskola": [0, 29, 31, 30, 34, 28],
                    "Rēzeknes 4.vidusskola": [24, 32, 28, 19, 28, 11],
                    "Rēzeknes 5.pamatskola": [0, 30, 33, 30, 67, 33],
                    "Rēzeknes 6.pamatskola": [0, 20, 30, 29, 49, 24],
                    "Rēzeknes sākumskola": [15, 28, 30, 29, 43, 35],
                    "Rēzeknes Valsts 1.ģimnāzija": [nil, 17, 18, 20, 19, 45],
                    "Rēzeknes valsts poļu ģimnāzija": [0, 21, 16, 16, 45, 58],
                ]
            )
            #expect(table.total?.numbers == [39, 177, 210, 202, 321, 266])
        }
    }

    @Test(arguments: Engine.available)
    func `a sum over years is not taken for the number of pupils`(_ engine: Engine) async throws {
        let document = try await answer(
            engine,
            "prevention/supported-pupils",
            "supported-by-year",
            "supported_pupils_by_year.csv"
        )
        let sums = try #require(document.sections.first { $0.code == "sums" })
        #expect(sums.figures == ["Gadu skaitļu summa": [1215], "Dažādi izglītojamie": [nil]])
        let until = try await answer(
            engine,
            "prevention/supported-pupils",
            "supported-by-year",
            "supported_pupils_by_year.csv",
            year: 2021
        )
        #expect(until.sections.last?.figures["Gadu skaitļu summa"] == [949])
    }

    @Test(arguments: Engine.available)
    func `annex 3 comes out of its table with its noughts`(_ engine: Engine) async throws {
        let document = try await answer(
            engine,
            "prevention/over-limit-by-year",
            "over-limit-by-year",
            "unexcused_pupils_by_year.csv",
            asker: PastYearTests.reader
        )
        let table = try #require(document.sections.first)
        #expect(table.columns.map(\.code) == ["institution"] + (2019...2022).map { "y\($0)_\($0 + 1)" })
        #expect(
            table.figures == [
                "Rēzeknes 2.vidusskola": [0, 0, 0, 5],
                "Rēzeknes 3.pamatskola": [8, 0, 0, 0],
                "Rēzeknes 4.vidusskola": [0, 11, 5, 8],
                "Rēzeknes 5.pamatskola": [2, 3, 2, 2],
                "Rēzeknes 6.pamatskola": [0, 0, 0, 0],
                "Rēzeknes sākumskola": [0, 0, 0, 1],
                "Rēzeknes Valsts 1.ģimnāzija": [0, 0, 0, 0],
                "Rēzeknes valsts poļu ģimnāzija": [0, 0, 0, 0],
            ]
        )
        #expect(table.total?.numbers == [10, 14, 7, 16])
        #expect(!document.isOfEarlierYears)
    }

    @Test(arguments: Engine.available)
    func `a year after the last one reported says that its table is of earlier years`(
        _ engine: Engine
    ) async throws {
        let document = try await answer(
            engine,
            "prevention/over-limit-by-year",
            "over-limit-by-year",
            "unexcused_pupils_by_year.csv",
            year: 2023
        )
        #expect(document.isOfEarlierYears && document.sections.first?.columns.count == 5)
    }
}
