import Kernel
import SekmeTesting
import Testing

@testable import Storage

/// Keys of names that rows get which were there before their column.
struct KeyFillTests {
    private static let fill = KeyFill(
        NameKey("sort_key", of: "note", .order),
        in: "noted",
        by: ["tenant_id", "id", "slot"]
    )

    private static let made = Migration(
        id: "2026-11-noted",
        tables: [
            TableNote(
                name: "noted",
                holds: .organisations,
                retention: "test",
                key: ["tenant_id", "id", "slot"]
            )
        ],
        sql: """
            CREATE TABLE noted (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                slot INTEGER NOT NULL,
                note TEXT NOT NULL,
                PRIMARY KEY (tenant_id, id, slot)
            ) {register};
            """
    )

    private static func keyed(_ fills: [KeyFill]) -> Migration {
        Migration(
            id: "2026-12-keyed",
            tables: [],
            sql: "ALTER TABLE noted ADD COLUMN sort_key BLOB NOT NULL DEFAULT (CAST('' AS BLOB));",
            fills: fills
        )
    }

    private static func room(_ migrations: [Migration]) -> [RoomMigrations] {
        [RoomMigrations(room: "notes", migrations: migrations)]
    }

    @Test(arguments: Engine.available)
    func `rows of several pages get the keys of their names, and a second start changes nothing`(
        _ engine: Engine
    ) async throws {
        let count = KeyFill.page + 3
        try await withPlace(engine) { place in
            let old = try await place.open(KeyFillTests.room([KeyFillTests.made]))
            try await old.data.write { connection in
                try connection.load("noted", ["tenant_id", "id", "slot", "note"]) { loader in
                    for id in 0..<count {
                        for value: Value in [
                            .integer(id % 2 == 0 ? 1 : 2), .integer(Int64(id)), .integer(Int64(id % 3)),
                            .text(id % 2 == 0 ? "Ābele \(id)" : "Čiekurs \(id)"),
                        ] { loader.add(value) }
                        loader.endRow()
                    }
                }
            }
            await old.close()
            let rooms = KeyFillTests.room([KeyFillTests.made, KeyFillTests.keyed([KeyFillTests.fill])])
            for _ in 1...2 {
                let database = try await place.open(rooms)
                let rows = try await database.data.read { connection in
                    try connection.rows("SELECT note, sort_key FROM noted", String.self, [UInt8].self)
                }
                #expect(rows.count == count)
                #expect(rows.allSatisfy { $0.1 == LatvianKey.sort($0.0) })
                await database.close()
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a fill is frozen with its migration`(_ engine: Engine) async throws {
        let (made, keyed) = (KeyFillTests.made, KeyFillTests.keyed([KeyFillTests.fill]))
        try await withPlace(engine) { place in
            await (try place.open(KeyFillTests.room([made, keyed]))).close()
            let other = KeyFillTests.room([made, KeyFillTests.keyed([])])
            let refusal = await #expect(throws: Refusal.self) { try await place.open(other) }
            #expect(refusal?.message.en.contains("notes/2026-12-keyed") == true)
        }
    }

    @Test func `a key is what the house makes of the name`() {
        let name = "Bērzu „Zīļuks”"
        #expect(NameKey("a", of: "b", .order).value(of: name) == .blob(LatvianKey.sort(name)))
        #expect(NameKey("a", of: "b", .search).value(of: name) == .text("berzu ziluks"))
    }
}
