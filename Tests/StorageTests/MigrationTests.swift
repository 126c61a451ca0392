import Kernel
import SekmeTesting
import Testing

@testable import Storage

struct MigrationTests {
    @Test func `types become the words of each engine, outside quotation marks only`() {
        let sql = """
            CREATE TABLE a ( -- it's an INTEGER; really
                id INTEGER NOT NULL,
                text TEXT NOT NULL DEFAULT 'TEXT; {facts} it''s INTEGER',
                "BLOB" BLOB
            ) {register};
            CREATE INDEX b ON a (CAST(id AS TEXT)); -- done
            """
        #expect(
            MigrationText.statements(sql, for: .postgres).map(squeezed) == [
                """
                CREATE TABLE a ( id BIGINT NOT NULL, text TEXT COLLATE "C" NOT NULL DEFAULT \
                'TEXT; {facts} it''s INTEGER', "BLOB" BYTEA )
                """,
                "CREATE INDEX b ON a (CAST(id AS TEXT))",
            ]
        )
        #expect(
            MigrationText.statements(sql, for: .sqlite).map(squeezed) == [
                """
                CREATE TABLE a ( id INTEGER NOT NULL, text TEXT NOT NULL DEFAULT \
                'TEXT; {facts} it''s INTEGER', "BLOB" BLOB ) STRICT, WITHOUT ROWID
                """,
                "CREATE INDEX b ON a (CAST(id AS TEXT))",
            ]
        )
    }

    @Test func `a statement ends at the end of a line only`() {
        #expect(MigrationText.statements("a; b;\r\nc;\n\n  ;\n", for: .sqlite) == ["a; b", "\r\nc"])
    }

    @Test func `a text that is asked for again reads the same, for each engine in its own words`() {
        let (text, longer) = ("CREATE TABLE again (b BLOB);", "CREATE TABLE again (b BLOB, c TEXT);")
        for _ in 1...2 {
            #expect(MigrationText.statements(text, for: .sqlite) == ["CREATE TABLE again (b BLOB)"])
            #expect(MigrationText.statements(text, for: .postgres) == ["CREATE TABLE again (b BYTEA)"])
            #expect(MigrationText.statements(longer, for: .sqlite) == ["CREATE TABLE again (b BLOB, c TEXT)"])
        }
    }

    @Test(arguments: Engine.available)
    func `a database is opened again and keeps what it has`(_ engine: Engine) async throws {
        try await withPlace(engine) { place in
            let first = try await place.open([things])
            try await first.data.write { try Thing(number: 4, name: "a", bytes: nil).insert($0, id: 1) }
            await first.close()
            let again = try await place.open([things, more], create: false)
            #expect(try await again.data.read(Thing.all).map(\.number) == [4])
            let tables = try await again.data.read { try $0.tables() }
            #expect(
                tables == [
                    "extra", "fact", "id_counter", "master_key", "migration", "part", "sealing_key", "thing",
                ]
            )
            #expect(
                try await again.state.read { try $0.tables() } == ["id_counter", "migration", "staged"]
            )
            await again.close()
        }
    }

    @Test(arguments: Engine.available)
    func `two servers may open a new database at once`(_ engine: Engine) async throws {
        try await withPlace(engine) { place in
            async let one = place.open([things])
            async let other = place.open([things])
            let both = try await [one, other]
            for database in both {
                #expect(try await database.data.read(Thing.all).isEmpty)
                await database.close()
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a migration that was changed, is unknown or came late is named`(_ engine: Engine) async throws {
        let edited = Migration(id: thingTable.id, tables: thingTable.tables, sql: thingTable.sql + " ")
        let late = Migration(id: "2026-10-late", tables: [], sql: "CREATE TABLE late (id INTEGER);")
        let drifted: [(RoomMigrations, String)] = [
            (RoomMigrations(room: "things", migrations: [edited, stagingTable]), "things/2026-11-things"),
            (RoomMigrations(room: "things", migrations: [stagingTable]), "things/2026-11-things"),
            (
                RoomMigrations(room: "things", migrations: [late, thingTable, stagingTable]),
                "things/2026-10-late"
            ),
        ]
        try await withPlace(engine) { place in
            await (try place.open([things])).close()
            for (room, name) in drifted {
                let refusal = await #expect(throws: Refusal.self) { try await place.open([room]) }
                #expect(refusal?.kind == .invalid)
                #expect(refusal?.message.en.contains(name) == true)
                #expect(refusal?.message.lv.contains(name) == true)
            }
            await (try place.open([things])).close()
        }
    }

    @Test(arguments: Engine.available)
    func `a migration that fails leaves nothing behind`(_ engine: Engine) async throws {
        let broken = Migration(
            id: "2026-12-broken",
            tables: [],
            sql: """
                CREATE TABLE half (id INTEGER NOT NULL, PRIMARY KEY (id)) {register};
                CREATE TABLE thing (id INTEGER NOT NULL, PRIMARY KEY (id)) {register};
                """
        )
        try await withPlace(engine) { place in
            await #expect(throws: StorageError.self) {
                try await place.open([things, RoomMigrations(room: "broken", migrations: [broken])])
            }
            let database = try await place.open([things])
            #expect(try await !database.data.read { try $0.tables() }.contains("half"))
            await database.close()
        }
    }

    @Test(arguments: Engine.available)
    func `a database that is not there is not made unasked`(_ engine: Engine) async throws {
        try await withPlace(engine) { place in
            let refusal = await #expect(throws: Refusal.self) { try await place.open([], create: false) }
            #expect(refusal?.kind == .invalid)
        }
    }

    @Test(arguments: Engine.available)
    func `every table of the target's own has a note`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            for store in [database.data, database.audit, database.state] {
                let notes = RoomMigrations.storage.migrations.filter { $0.store == store.name }
                    .flatMap(\.tables)
                let tables = try await store.read { try $0.tables() }
                #expect(notes.map(\.name).sorted() == tables)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a sealed column asks for the tenant in the key`(_ engine: Engine) async throws {
        let note = TableNote(name: "a", holds: .pupils, retention: "test", sealed: ["b"], key: ["id"])
        let migration = Migration(
            id: "2026-11-a",
            tables: [note],
            sql: "CREATE TABLE a (id INTEGER, b BLOB);"
        )
        try await withPlace(engine) { place in
            await #expect(throws: StorageError.self) {
                try await place.open([RoomMigrations(room: "a", migrations: [migration])])
            }
        }
    }

    private let more = RoomMigrations(
        room: "more",
        migrations: [
            Migration(
                id: "2026-12-more",
                tables: [TableNote(name: "extra", holds: .system, retention: "test", key: ["id"])],
                sql: "CREATE TABLE extra (id INTEGER NOT NULL, PRIMARY KEY (id)) {register};"
            )
        ]
    )

    private func squeezed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
