import Kernel
import SekmeTesting
import Testing

@testable import Storage

/// A table that is filled at once has the same indexes afterwards, and SQLite knows as much of them.
struct SQLiteIndexesTests {
    private static let visits = RoomMigrations(
        room: "visits",
        migrations: [
            Migration(
                id: "2026-01-visits",
                tables: [
                    TableNote(
                        name: "visit",
                        holds: .system,
                        retention: "permanent",
                        key: ["tenant_id", "id"]
                    )
                ],
                sql: """
                    CREATE TABLE visit (
                        tenant_id INTEGER NOT NULL,
                        id INTEGER NOT NULL,
                        pupil_id INTEGER NOT NULL,
                        PRIMARY KEY (tenant_id, id)
                    ) {facts};
                    CREATE INDEX visit_pupil ON visit (tenant_id, pupil_id);
                    CREATE INDEX visit_late ON visit (tenant_id, pupil_id, id) WHERE id > 5;
                    """
            )
        ]
    )

    private func indexes(_ connection: Connection) throws -> [String] {
        guard connection.dialect == .sqlite else { return [] }
        return try connection.rows(
            """
            SELECT m.name, m.sql, s.stat FROM sqlite_schema m JOIN sqlite_stat1 s ON s.idx = m.name
            WHERE m.type = 'index' AND m.tbl_name = 'visit' AND m.sql IS NOT NULL ORDER BY m.name
            """,
            String.self,
            String.self,
            String.self
        )
        .map { "\($0.0) \($0.1) \($0.2)" }
    }

    private func fill(_ ids: Range<Int>, _ connection: Connection) throws {
        let rows = ids.flatMap { [Int64($0), Int64($0 * 7 % 5)] }
        try rows.withUnsafeBufferPointer {
            try connection.load("visit", ["tenant_id", "id", "pupil_id"], first: 1, $0)
        }
    }

    @Test(arguments: Engine.available)
    func `a table is filled, and its indexes serve as before`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [Self.visits]) { database in
            let before = try await database.data.read { try indexes($0) }
            #expect(before.count == (engine == .sqlite ? 2 : 0))
            try await database.data.write { connection in
                try connection.filling("visit") { try fill(0..<50, connection) }
                let plan = try connection.plan(
                    "SELECT id FROM visit WHERE tenant_id = \(1) AND pupil_id = \(3)"
                )
                #expect(plan.contains("visit_pupil") || engine != .sqlite, "\(plan)")
            }
            try await database.data.write { connection in
                try connection.filling("visit") { try fill(50..<100, connection) }
            }
            let (after, found) = try await database.data.read { connection in
                let question: SQL = "SELECT count(*) FROM visit WHERE tenant_id = \(1) AND pupil_id = \(3)"
                return (try indexes(connection), try connection.value(question, Int.self))
            }
            #expect(after == before)
            #expect(found == 20)
        }
    }

    @Test(arguments: Engine.available)
    func `where filling fails nothing has changed`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [Self.visits]) { database in
            let before = try await database.data.read { try indexes($0) }
            await #expect(throws: StorageError.self) {
                try await database.data.write { connection in
                    try connection.filling("visit") {
                        try fill(0..<50, connection)
                        try fill(0..<1, connection)
                    }
                }
            }
            let (after, count) = try await database.data.read { connection in
                (try indexes(connection), try connection.value("SELECT count(*) FROM visit", Int.self))
            }
            #expect(after == before)
            #expect(count == 0)
        }
    }
}
