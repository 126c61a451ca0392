import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

private let tenant = TenantID(rawValue: 1)
private let coarse = Cube("visit_year", [.kind, .year], values: ["visits", "minutes"])
private let fine = Cube(
    "visit_pupil",
    [.year, .pupil, .kind],
    values: ["visits", "minutes"],
    rollups: [coarse]
)

private let schema = RoomMigrations(
    room: "rollup",
    migrations: [
        Migration(
            id: "2026-11-visits",
            tables: [
                TableNote(
                    name: "visit_pupil",
                    holds: .pupils,
                    retention: "test",
                    key: ["tenant_id", "year", "pupil_id", "kind"]
                ),
                TableNote(
                    name: "visit_year",
                    holds: .pupils,
                    retention: "test",
                    key: ["tenant_id", "kind", "year"]
                ),
            ],
            sql: """
                CREATE TABLE visit_pupil (
                    tenant_id INTEGER NOT NULL, year INTEGER NOT NULL, pupil_id INTEGER NOT NULL,
                    kind INTEGER NOT NULL, visits INTEGER NOT NULL, minutes INTEGER NOT NULL,
                    PRIMARY KEY (tenant_id, year, pupil_id, kind)
                ) {facts};
                CREATE TABLE visit_year (
                    tenant_id INTEGER NOT NULL, kind INTEGER NOT NULL, year INTEGER NOT NULL,
                    visits INTEGER NOT NULL, minutes INTEGER NOT NULL,
                    PRIMARY KEY (tenant_id, kind, year)
                ) {facts};
                """
        )
    ]
)

struct RollupTests {
    @Sendable private static func write(_ connection: Connection, sign: Int64, kinds: ClosedRange<Int>) throws
    {
        let cells = CellAccumulator(fine)
        cells.sign = sign
        for pupil in 1...40 {
            for kind in kinds {
                cells.key(0, 2025)
                cells.key(1, pupil)
                cells.key(2, kind)
                cells.value(0, 1)
                cells.value(1, pupil * kind)
                cells.add()
            }
        }
        try cells.flush(tenant: tenant, connection)
    }

    private func years(_ database: Database) async throws -> [[Int]] {
        try await database.data.read { connection in
            try connection.rows(
                "SELECT kind, year, visits, minutes FROM visit_year ORDER BY kind",
                Int.self,
                Int.self,
                Int.self,
                Int.self
            )
            .map { [$0.0, $0.1, $0.2, $0.3] }
        }
    }

    @Test(arguments: Engine.available)
    func `a coarser cube holds the sums of the finer one and loses them with it`(engine: Engine) async throws
    {
        try await withDatabase(engine, migrations: [schema]) { database in
            try await database.data.write { try RollupTests.write($0, sign: 1, kinds: 1...2) }
            // 1 + … + 40 is 820.
            #expect(try await years(database) == [[1, 2025, 40, 820], [2, 2025, 40, 1640]])
            try await database.data.write { try RollupTests.write($0, sign: -1, kinds: 2...2) }
            #expect(try await years(database) == [[1, 2025, 40, 820]])
        }
    }

    @Test func `an accumulator keeps its sign when it forgets its sums`() {
        let cells = CellAccumulator(coarse)
        cells.sign = -1
        cells.value(0, 3)
        cells.add()
        cells.clear()
        #expect(cells.isEmpty)
        cells.add()
        var sums: [Int64] = []
        cells.each { sums = Array($0) }
        #expect(sums == [0, 0, -3, 0])
    }
}
