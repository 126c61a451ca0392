import Attendance
import Exchange
import Foundation
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Attainment

/// A real file through the importer, both rooms and their reports in one place.
struct EndToEndTests {
    private static let today = Day(2006, 7, 1) ?? Day(number: 0)
    private let year = Selection(year: SchoolYear(2005))

    private func world(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        let rooms = [attainmentRoom, attendanceRoom]
        try await BoardWorld.with(engine, rooms, today: EndToEndTests.today, body)
    }

    private func answer(_ id: String, _ world: BoardWorld) async throws -> ReportDocument {
        try await world.desk.answer(id, year)
    }

    @Test(
        .enabled(if: SharedData.isThere, SharedData.absence),
        arguments: Engine.available
    )
    func `two schools' marks and absences give the reference numbers and come back out`(
        _ engine: Engine
    ) async throws {
        let path = SharedData.path("pupils/student-por.csv")
        try await world(engine) { world in
            let report = try await world.take(path: path, mapping: "student-por")
            #expect(report.plan.lines == 649 && report.plan.rejected + report.plan.unmatched == 0)
            let again = try await world.take(path: path, mapping: "student-por")
            #expect(again.batch == nil)
            #expect(try await world.findings().isEmpty)
            // Final marks of the file: their sum over 649 pupils, on the scale from 0 to 20.
            let mean = try await world.vector("attainment/mark", year)
            #expect(mean == [[]: Tally(772_700, over: 649, people: 649)])
            let missed = try await world.vector("attendance/missed", year)
            #expect(missed[[]]?.numerator == 2375)
            try await world.expectRoundTrip(MarkList.self, SchoolYear(2005), rows: 3 * 649)
            let formats = world.desk.house.formats
            let absences = try #require(formats.first { $0.name == "absences" } as? any ExportFormat.Type)
            try await world.expectRoundTrip(absences, SchoolYear(2005), rows: 649)
            let averages = try await answer("attainment/class-averages", world)
            #expect(averages.sections.map(\.code) == ["table", "institutions"])
            #expect(averages.notes.contains { $0.lv == "Skala: 20 punktu skala." })
            let pairs = try await answer("attendance/absence-and-mark", world)
            let table = try #require(pairs.sections.first { $0.code == "correlation" })
            // Reference values of R: Pearson, Spearman, Kendall, each of 649 pupils.
            #expect(table.rows.map { EndToEndTests.numbers($0).first } == [-914, -1585, -1229])
            #expect(table.rows.allSatisfy { EndToEndTests.numbers($0).last == 649 })
        }
    }

    @Test(arguments: Engine.available)
    func `a journal's marks and absences are written and import again as no change`(
        _ engine: Engine
    ) async throws {
        let rooms = [attainmentRoom, attendanceRoom]
        let today = Day(2025, 7, 1) ?? Day(number: 0)
        try await BoardWorld.with(engine, rooms, today: today) { world in
            var mapping = Journal.mapping
            mapping.name = "journal"
            mapping.blankMeansNone = true
            try await Mappings(world.desk).save(mapping)
            let bytes = try Journal.bytes()
            let report = try await world.take(Data(bytes), named: "zurnals.xlsx", mapping: "journal")
            #expect(report.plan.unmatched == 0)
            try await world.expectRoundTrip(MarkList.self, SchoolYear(2024), rows: 23)
            let house = world.desk.house
            let absences = try #require(
                house.formats.first { $0.name == "absences" } as? any ExportFormat.Type
            )
            try await world.expectRoundTrip(absences, SchoolYear(2024), rows: 9)
        }
    }

    private static func numbers(_ row: ReportRow) -> [Int] {
        row.cells.compactMap { cell in
            if case .number(let number, _) = cell { number } else { nil }
        }
    }
}
