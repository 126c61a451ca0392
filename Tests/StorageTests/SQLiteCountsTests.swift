import Kernel
import SekmeTesting
import Testing

@testable import Storage

/// A tenant chooses nothing: without being told so, SQLite reads a whole table by the start of its primary key.
struct SQLiteCountsTests {
    private static let visits = RoomMigrations(
        room: "visits",
        migrations: [migration("2026-01-visits", "visit")]
    )
    private static let calls = RoomMigrations(
        room: "calls",
        migrations: [migration("2026-02-calls", "call")]
    )

    private static func migration(_ id: String, _ table: String) -> Migration {
        Migration(
            id: id,
            tables: [
                TableNote(name: table, holds: .system, retention: "permanent", key: ["tenant_id", "id"])
            ],
            sql: """
                CREATE TABLE \(table) (
                    tenant_id INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    year INTEGER NOT NULL,
                    pupil_id INTEGER NOT NULL,
                    note TEXT NOT NULL,
                    PRIMARY KEY (tenant_id, id)
                ) {register};
                CREATE INDEX \(table)_year ON \(table) (tenant_id, year);
                CREATE INDEX \(table)_pupil ON \(table) (tenant_id, pupil_id);
                """
        )
    }

    private func plan(_ table: SQL, _ condition: SQL, _ database: Database) async throws -> String {
        try await database.data.read {
            try $0.plan("SELECT id, note FROM \(table) WHERE tenant_id = \(1) AND \(condition)")
        }
    }

    @Test func `the index that names one of many is used, whatever the order`() async throws {
        try await withDatabase(.sqlite, migrations: [Self.visits]) { database in
            let pupil = try await plan(
                "visit",
                "year = \(2025) AND pupil_id IN (\(1), \(2)) ORDER BY id",
                database
            )
            #expect(pupil.contains("visit_pupil (tenant_id=? AND pupil_id=?)"), "\(pupil)")
            let year = try await plan("visit", "year = \(2025)", database)
            #expect(year.contains("visit_year (tenant_id=? AND year=?)"), "\(year)")
            let one = try await plan("visit", "id = \(3) AND pupil_id = \(4)", database)
            #expect(one.contains("PRIMARY KEY (tenant_id=? AND id=?)"), "\(one)")
        }
    }

    @Test func `tables of a later program have their counts too, for readers that were open before`()
        async throws
    {
        try await withPlace(.sqlite) { place in
            let first = try await place.open([Self.visits])
            await first.close()
            let later = try await place.open([Self.visits, Self.calls], create: false)
            for table in ["visit", "call"] as [SQL] {
                let plan = try await plan(table, "pupil_id = \(4)", later)
                #expect(plan.contains("_pupil (tenant_id=? AND pupil_id=?)"), "\(plan)")
            }
            let counts = try await later.data.read {
                try $0.rows(
                    "SELECT idx, stat FROM sqlite_stat1 WHERE tbl = 'call' ORDER BY idx",
                    String.self,
                    String.self
                )
            }
            #expect(counts.map(\.0) == ["call", "call_pupil", "call_year"])
            #expect(
                counts.map(\.1) == ["1000000 1000000 1", "1000000 1000000 1000", "1000000 1000000 100000"]
            )
            await later.close()
        }
    }
}
