extension Connection {
    /// Takes a block of ids of one kind.
    ///
    /// Ids start at 1, rise, and are never handed out twice in a committed transaction.
    public func takeIds(tenant: Int, kind: String, count: Int) throws -> Range<Int> {
        guard count >= 0 else { throw StorageError(.other, details: "a negative number of ids") }
        let next = try value(
            """
            INSERT INTO id_counter (tenant_id, kind, next_id) VALUES (\(tenant), \(kind), \(count + 1))
            ON CONFLICT (tenant_id, kind) DO UPDATE SET next_id = id_counter.next_id + \(count)
            RETURNING next_id
            """,
            Int.self
        )
        guard let next else { throw StorageError(.other, details: "the counter of ids gave no number") }
        return next - count..<next
    }

    /// Waits until no other writer of the tenant is at work, and holds others off until the transaction ends.
    ///
    /// SQLite has one writer at a time anyway.
    public func lock(tenant: Int) throws {
        guard dialect == .postgres else { return }
        // PostgreSQL alone: locks are shared by its whole server, so the schema takes part in the number.
        try execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(current_schema()::text, \(tenant)))"
        )
    }

    /// The names of all tables in the store, in order.
    public func tables() throws -> [String] {
        switch dialect {
        case .sqlite:
            // SQLite alone: each engine has its own list of tables.
            try rows(
                """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name
                """,
                String.self
            )
        case .postgres:
            // PostgreSQL alone: each engine has its own list of tables.
            try rows(
                """
                SELECT tablename::text FROM pg_catalog.pg_tables
                WHERE schemaname = current_schema() ORDER BY tablename::text COLLATE "C"
                """,
                String.self
            )
        }
    }

    /// The columns of a table of the store in their order; none where there is no such table.
    public func columns(of table: String) throws -> [String] {
        switch dialect {
        case .sqlite:
            // SQLite alone: each engine has its own list of columns.
            try rows("SELECT name FROM pragma_table_info(\(table)) ORDER BY cid", String.self)
        case .postgres:
            // PostgreSQL alone: each engine has its own list of columns.
            try rows(
                """
                SELECT column_name::text FROM information_schema.columns
                WHERE table_schema = current_schema() AND table_name = \(table) ORDER BY ordinal_position
                """,
                String.self
            )
        }
    }

    /// A table that is to be read by an index.
    ///
    /// SQLite without counts takes a part of the primary key for as good as an index that names one person, and reads
    /// a whole year; sampled counts mislead it elsewhere. PostgreSQL counts by itself and finds the index.
    public func table(_ name: SQL, by index: SQL?) -> SQL {
        guard let index, dialect == .sqlite else { return name }
        return "\(name) INDEXED BY \(index)"
    }

    /// How the engine means to answer a query, one step a line, as it words it itself.
    public func plan(_ sql: SQL) throws -> String {
        switch dialect {
        case .sqlite:
            try rows("EXPLAIN QUERY PLAN \(sql)", Int.self, Int.self, Int.self, String.self)
                .map(\.3).joined(separator: "\n")
        case .postgres:
            try rows("EXPLAIN \(sql)", String.self).joined(separator: "\n")
        }
    }
}
