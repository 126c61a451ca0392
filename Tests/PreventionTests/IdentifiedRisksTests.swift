import Attendance
import Exchange
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Prevention

struct IdentifiedRisksTests {
    private static let rooms = [attendanceRoom, preventionRoom]
    private static let table = """
        Iestāde;Mācību darba riski;Sociālās vides un veselības riski;Ekonomiskie riski;Ar ģimeni saistītie riski
        Ozolu skola;30;8;6;6
        Liepu skola;43;2;5;0
        """

    private func document(_ engine: Engine, _ asker: Asker?) async throws -> ReportDocument {
        var document: ReportDocument?
        let today = try #require(Day(2023, 9, 20))
        try await BoardWorld.with(engine, IdentifiedRisksTests.rooms, today: today) { world in
            try await world.take(
                "name,reg_no,type\nOzolu skola,9900000001,\nLiepu skola,9900000002,",
                "institutions"
            )
            let report = try await world.take(
                IdentifiedRisksTests.table,
                "institution-table",
                mapping: "identified-risks",
                constants: ["year": "2022/2023"]
            )
            #expect(report.plan.rejected + report.plan.unmatched == 0, "\(report.plan)")
            document = try await world.answer(
                "prevention/identified-risks",
                Selection(year: SchoolYear(2022)),
                asker
            )
        }
        return try #require(document)
    }

    @Test(arguments: Engine.available)
    func `risks add up by institution and group, and groups are told as shares of all`(
        _ engine: Engine
    ) async throws {
        let document = try await document(engine, BoardWorld.asker([.readFigures]))
        let table = try #require(document.sections.first)
        #expect(
            table.figures == ["Ozolu skola": [30, 8, 6, 6, 50], "Liepu skola": [43, 2, 5, 0, 50]]
        )
        #expect(table.total?.numbers == [73, 10, 11, 6, 100])
        let groups = try #require(document.sections.last)
        // 73 of 100 risks are of learning.
        #expect(groups.rows.map { Array($0.numbers) } == [[73, 73], [10, 10], [11, 11], [6, 6]])
        #expect(table.chart != nil && groups.chart != nil)
    }
}
