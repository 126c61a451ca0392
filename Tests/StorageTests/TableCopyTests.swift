import Foundation
import Kernel
import SekmeTesting
import Storage
import Testing

/// A backup of one engine is one of the other.
struct TableCopyTests {
    private static let family = RoomMigrations(
        room: "family",
        migrations: [
            Migration(
                id: "1",
                tables: [],
                sql: """
                    CREATE TABLE aunt (
                        tenant_id INTEGER NOT NULL,
                        id INTEGER NOT NULL,
                        parent_id INTEGER,
                        name TEXT NOT NULL,
                        bytes BLOB,
                        PRIMARY KEY (tenant_id, id),
                        FOREIGN KEY (tenant_id, parent_id) REFERENCES aunt (tenant_id, id)
                    ) {register};
                    CREATE TABLE a_child (
                        tenant_id INTEGER NOT NULL,
                        id INTEGER NOT NULL,
                        aunt_id INTEGER NOT NULL,
                        PRIMARY KEY (tenant_id, id),
                        FOREIGN KEY (tenant_id, aunt_id) REFERENCES aunt (tenant_id, id)
                    ) {register};
                    INSERT INTO aunt (tenant_id, id, parent_id, name, bytes) VALUES (9, 9, NULL, 'made by the schema', NULL);
                    """
            ),
            Migration(
                id: "2",
                store: .audit,
                tables: [],
                sql: """
                    CREATE TABLE trail (
                        tenant_id INTEGER NOT NULL,
                        seq INTEGER NOT NULL,
                        PRIMARY KEY (tenant_id, seq)
                    ) {facts};
                    """
            ),
        ]
    )

    private func fill(_ database: Database) async throws {
        try await database.data.write { connection in
            // The parent has the larger id, and a child's table the smaller name.
            for (id, parent, name) in [(2, Int?.none, "Ārija"), (1, 2, "Ēriks"), (3, 1, "")] {
                try connection.execute(
                    """
                    INSERT INTO aunt (tenant_id, id, parent_id, name, bytes)
                    VALUES (1, \(id), \(parent), \(name), \([UInt8(id), 0, 255]))
                    """
                )
            }
            try connection.execute("DELETE FROM aunt WHERE tenant_id = 9")
            try connection.execute("INSERT INTO a_child (tenant_id, id, aunt_id) VALUES (1, 1, 3)")
        }
        try await database.audit.write { connection in
            for seq in 1...5_000 {
                try connection.execute("INSERT INTO trail (tenant_id, seq) VALUES (1, \(seq))")
            }
        }
    }

    private func content(_ database: Database) async throws -> [String] {
        let rows = try await database.data.read { connection in
            try connection.rows(
                """
                SELECT a.id, coalesce(a.parent_id, 0), a.name, a.bytes, coalesce(c.id, 0) FROM aunt a
                LEFT JOIN a_child c ON c.tenant_id = a.tenant_id AND c.aunt_id = a.id ORDER BY a.tenant_id, a.id
                """,
                Int.self,
                Int.self,
                String.self,
                [UInt8].self,
                Int.self
            )
        }
        let trail = try await database.audit.read {
            try $0.value("SELECT sum(seq) FROM trail WHERE tenant_id = 1", Int.self) ?? 0
        }
        return rows.map { "\($0)" } + ["\(trail)"]
    }

    @Test(arguments: Engine.available, Engine.available)
    func `what was in one engine is in the other, with its keys`(_ from: Engine, _ to: Engine) async throws {
        try await withPlace(from) { place in
            let seal = SealedPlace(table: "thing", column: "secret", key: 1, 1)
            let database = try await place.open([TableCopyTests.family, things])
            try await fill(database)
            let sealed = try await database.data.write {
                try $0.sealer.seal([7], tenant: 1, bound: seal)
            }
            let before = try await content(database)
            let folder = "\(place.folder)/copy"
            try await database.backup(to: folder)
            await database.close()
            try await withPlace(to) { target in
                try FileManager.default.copyItem(atPath: place.keyPath, toPath: target.keyPath)
                let rows = try await Database.restore(
                    folder,
                    to: target.address,
                    migrations: [TableCopyTests.family, things],
                    key: .file(target.keyPath)
                )
                #expect(rows.counts["audit.trail"] == 5_000 && rows.counts["data.aunt"] == 3)
                let restored = try await target.open([TableCopyTests.family, things], create: false)
                #expect(try await content(restored) == before)
                let plain = try await restored.data.read {
                    try $0.sealer.open(sealed, tenant: 1, bound: seal)
                }
                #expect(plain == [7])
                await restored.close()
                // What is there is not written over.
                let refusal = await #expect(throws: Refusal.self) {
                    try await Database.restore(
                        folder,
                        to: target.address,
                        migrations: [TableCopyTests.family, things],
                        key: .file(target.keyPath)
                    )
                }
                #expect(refusal?.kind == .conflict)
            }
        }
    }
}
