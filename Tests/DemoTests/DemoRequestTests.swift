import Access
import Assessments
import Attainment
import Attendance
import Behaviour
import Evidence
import Exchange
import Frame
import Kernel
import Planning
import Prevention
import Privacy
import Registry
import SekmeTesting
import Storage
import Testing

@testable import Demo

@Suite struct DemoRequestTests {
    private static let plan = BoardPlan(
        seed: 5,
        today: BoardPlan.usual.today,
        pupils: 160,
        years: 1,
        presence: .lastDays(5)
    )
    private static let house = HouseBook(
        [
            accessRoom, evidenceRoom, registryRoom, exchangeRoom, attainmentRoom, attendanceRoom,
            assessmentsRoom, behaviourRoom, preventionRoom, planningRoom, privacyRoom,
        ]
    )

    @Test(arguments: Engine.available)
    func `one request waits, one was fulfilled, one was refused with a reason`(
        engine: Engine
    ) async throws {
        let migrations = DemoRequestTests.house.rooms.map {
            RoomMigrations(room: $0.name, migrations: $0.migrations)
        }
        try await withDatabase(engine, migrations: migrations) { database in
            let demo = try await SmallDemo.make(database, DemoRequestTests.plan, DemoRequestTests.house)
            let rows = try await database.data.read { connection in
                try connection.rows(
                    """
                    SELECT kind, state, asked_on, decided_on, pupil_id FROM privacy_request
                    WHERE tenant_id = \(demo.id) ORDER BY id
                    """,
                    Int.self,
                    Int.self,
                    Int.self,
                    Int.self,
                    Int.self
                )
                .map { [$0.0, $0.1, $0.2, $0.3, $0.4] }
            }
            let today = DemoRequestTests.plan.today.number
            #expect(rows.map { Array($0.prefix(2)) } == [[4, 4], [3, 3], [1, 1]])
            #expect(rows.map { today - $0[2] } == [76, 45, 9])
            #expect(rows.map { $0[3] == 0 ? 0 : today - $0[3] } == [61, 38, 0])
            #expect(Set(rows.map { $0[4] }).count == 3)
        }
    }
}
