extension Connection {
    /// Fills a table with many rows at once: on SQLite, an empty one gets its indexes anew when they are in.
    ///
    /// Rows come in the order of the key, and each index would be changed all over by every part of them, so that a
    /// table of millions is written many times. Sorting an index once is far less. PostgreSQL, which would keep readers
    /// out meanwhile and holds its indexes in memory, and a table that has rows are filled as they are.
    public func filling(_ table: String, _ body: () throws -> Void) throws {
        guard dialect == .sqlite,
            try value("SELECT 1 FROM \(SQL.name(table)) LIMIT 1", Int.self) == nil
        else { return try body() }
        let indexes = try rows(
            """
            SELECT name, sql FROM sqlite_schema
            WHERE type = 'index' AND tbl_name = \(table) AND sql IS NOT NULL ORDER BY name
            """,
            String.self,
            String.self
        )
        guard !indexes.isEmpty else { return try body() }
        let counts = try rows(
            "SELECT idx, stat FROM sqlite_stat1 WHERE tbl = \(table) ORDER BY idx",
            String.self,
            String.self
        )
        for (name, _) in indexes { try guarded { try backend.script("DROP INDEX \"\(name)\"") } }
        try body()
        for (_, text) in indexes { try guarded { try backend.script(text) } }
        // What SQLite was told of an index went with it.
        for (name, stat) in counts where indexes.contains(where: { $0.0 == name }) {
            try execute("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (\(table), \(name), \(stat))")
        }
        try guarded { try backend.script("ANALYZE sqlite_schema") }
    }
}
