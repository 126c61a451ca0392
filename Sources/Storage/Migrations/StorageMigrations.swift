extension RoomMigrations {
    /// What `Storage` itself keeps in each store; applied before the rooms' own.
    public static let storage = RoomMigrations(
        room: "storage",
        migrations: StoreName.allCases.map { counters($0) } + [keys]
    )

    private static func counters(_ store: StoreName) -> Migration {
        Migration(
            id: "2026-11-counters-\(store.rawValue)",
            store: store,
            tables: [
                // Made before the first migration, because it records them.
                TableNote(name: "migration", holds: .system, retention: "system", key: ["room", "id"]),
                TableNote(
                    name: "id_counter",
                    holds: .system,
                    retention: "system",
                    key: ["tenant_id", "kind"]
                ),
            ],
            sql: """
                CREATE TABLE id_counter (
                    tenant_id INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    next_id INTEGER NOT NULL CHECK (next_id >= 1),
                    PRIMARY KEY (tenant_id, kind)
                ) {register};
                """
        )
    }

    private static let keys = Migration(
        id: "2026-11-keys",
        tables: [
            TableNote(name: "master_key", holds: .system, retention: "system", key: ["key_id"]),
            TableNote(
                name: "sealing_key",
                holds: .system,
                retention: "system",
                key: ["tenant_id", "key_id"]
            ),
        ],
        sql: """
            CREATE TABLE master_key (
                key_id TEXT NOT NULL,
                check_value BLOB NOT NULL,
                created_at INTEGER NOT NULL,
                PRIMARY KEY (key_id)
            ) {register};
            CREATE TABLE sealing_key (
                tenant_id INTEGER NOT NULL,
                key_id INTEGER NOT NULL CHECK (key_id >= 1),
                wrapped BLOB NOT NULL,
                created_at INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, key_id)
            ) {register};
            """
    )
}
