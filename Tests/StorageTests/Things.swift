import Storage

/// A room that the tests of this target share.
let things = RoomMigrations(room: "things", migrations: [thingTable, stagingTable])

let thingTable = Migration(
    id: "2026-11-things",
    tables: [
        TableNote(
            name: "thing",
            holds: .pupils,
            retention: "test",
            sealed: ["secret"],
            key: ["tenant_id", "id"]
        ),
        TableNote(name: "fact", holds: .pupils, retention: "test", key: ["tenant_id", "id", "slot"]),
    ],
    sql: """
        CREATE TABLE thing (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            number INTEGER,
            name TEXT,
            bytes BLOB,
            secret BLOB,
            version INTEGER NOT NULL DEFAULT 1,
            PRIMARY KEY (tenant_id, id),
            CONSTRAINT thing_number_small CHECK (number < 9000000000000000000 OR number = 9223372036854775807)
        ) {register};
        CREATE UNIQUE INDEX thing_by_name ON thing (tenant_id, name);
        CREATE TABLE fact (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            slot INTEGER NOT NULL,
            amount INTEGER NOT NULL,
            note TEXT,
            PRIMARY KEY (tenant_id, id, slot)
        ) {facts};
        CREATE TABLE part (
            tenant_id INTEGER NOT NULL,
            thing_id INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, thing_id),
            FOREIGN KEY (tenant_id, thing_id) REFERENCES thing (tenant_id, id)
        ) {register};
        """
)

let stagingTable = Migration(
    id: "2026-11-staging",
    store: .state,
    tables: [
        TableNote(
            name: "staged",
            holds: .pupils,
            retention: "test",
            sealed: ["line"],
            key: ["tenant_id", "code"]
        )
    ],
    sql: """
        CREATE TABLE staged (
            tenant_id INTEGER NOT NULL,
            code TEXT NOT NULL,
            line BLOB NOT NULL,
            PRIMARY KEY (tenant_id, code)
        ) {register};
        """
)

/// One thing, as tests read it.
struct Thing: Readable, Equatable {
    let number: Int?
    let name: String?
    let bytes: [UInt8]?

    init(number: Int?, name: String?, bytes: [UInt8]?) {
        self.number = number
        self.name = name
        self.bytes = bytes
    }

    init(row: inout Row) throws {
        number = try row.next()
        name = try row.next()
        bytes = try row.next()
    }

    static func all(_ connection: Connection) throws -> [Thing] {
        try connection.rows("SELECT number, name, bytes FROM thing WHERE tenant_id = 1 ORDER BY id")
    }

    func insert(_ connection: Connection, id: Int) throws {
        try connection.execute(
            """
            INSERT INTO thing (tenant_id, id, number, name, bytes)
            VALUES (1, \(id), \(number), \(name), \(bytes))
            """
        )
    }
}
