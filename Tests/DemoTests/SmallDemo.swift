import Access
import Assessments
import Attainment
import Attendance
import Behaviour
import Cases
import Evidence
import Exchange
import Frame
import Kernel
import Planning
import Prevention
import Registry
import SekmeTesting
import Storage

@testable import Demo

/// A demo of one institution and two years, made anew in a database of its own.
enum SmallDemo {
    static let plan = BoardPlan(
        seed: 5,
        today: BoardPlan.usual.today,
        pupils: 460,
        years: 2,
        presence: .lastDays(10)
    )
    static let house = HouseBook(
        [
            accessRoom, evidenceRoom, registryRoom, exchangeRoom, attainmentRoom, attendanceRoom,
            assessmentsRoom, behaviourRoom, preventionRoom.with(wing: casesWing), planningRoom,
        ]
    )

    /// Runs a body with the demo of a plan.
    static func with(
        _ engine: Engine,
        _ plan: BoardPlan = SmallDemo.plan,
        _ body: (Database, DemoTenant) async throws -> Void
    ) async throws {
        let migrations = house.rooms.map {
            RoomMigrations(room: $0.name, migrations: $0.migrations)
        }
        try await withDatabase(engine, migrations: migrations) { database in
            try await body(database, make(database, plan))
        }
    }

    /// Makes a demo in rooms of a house, with passwords of little work.
    @discardableResult
    static func make(
        _ database: Database,
        _ plan: BoardPlan = SmallDemo.plan,
        _ house: HouseBook = SmallDemo.house
    ) async throws -> DemoTenant {
        try await ScryptCost.$standard.withValue(ScryptCost(logN: 4, r: 8, p: 1)) {
            try await DemoTenant.make(
                plan,
                database,
                house,
                clock: { Instant(milliseconds: 1_795_000_000_000) }
            )
        }
    }

    /// The operator's desk on the plan's last day.
    static func desk(_ database: Database, _ tenant: TenantID) -> Desk {
        Desk(
            database: database,
            tenant: tenant,
            asker: Operator.asker(house),
            house: house,
            clock: { Instant(milliseconds: 1_795_000_000_000) },
            fixedToday: plan.today
        )
    }

    /// The rows that a table has of the demo.
    static func count(_ table: Name, _ tenant: TenantID, _ connection: Connection) throws -> Int {
        try connection.value("SELECT count(*) FROM \(table.sql) WHERE tenant_id = \(tenant)", Int.self) ?? 0
    }
}
