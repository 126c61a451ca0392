/// Copies the rows of all tables of one store to the same store of another database, of which one is SQLite.
///
/// Both have the schema of the program. The rows are read in one transaction and written in one, and are never all
/// in memory.
struct TableCopy {
    /// The tables of a copy in an order in which no row refers to a later one, each with its columns.
    private let tables: [(name: String, columns: [String])]

    /// Learns the tables from the SQLite side, whose catalogue tells what refers to what.
    private init(_ catalogue: Connection) throws {
        var waiting = try catalogue.tables()
        var parents: [String: Set<String>] = [:]
        for table in waiting {
            // SQLite alone: one of the two sides always is, and has the same tables.
            let named = try catalogue.rows(
                "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(\(table)) ORDER BY 1",
                String.self
            )
            parents[table] = Set(named).subtracting([table])
        }
        var ordered: [String] = []
        while !waiting.isEmpty {
            let placed = Set(ordered)
            let ready = waiting.filter { (parents[$0] ?? []).isSubset(of: placed) }
            guard !ready.isEmpty else {
                throw StorageError(.other, details: "tables refer to each other in a ring: \(waiting)")
            }
            ordered += ready
            waiting.removeAll { ready.contains($0) }
        }
        tables = try ordered.map { table in
            (table, try catalogue.columns(of: table))
        }
    }

    /// Puts the rows of all tables of a source into a target, in place of what the target's migrations put there.
    static func run(from source: Connection, to target: Connection) throws {
        let copy = try TableCopy(source.dialect == .sqlite ? source : target)
        let names = Set(copy.tables.map(\.name))
        guard try names == Set(source.tables()), try names == Set(target.tables()) else {
            throw StorageError(.other, details: "the two databases have not the same tables")
        }
        // A row may refer to another of its own table that comes later.
        if target.dialect == .sqlite { try target.backend.script("PRAGMA defer_foreign_keys = ON") }
        for table in copy.tables.reversed() { try target.execute("DELETE FROM \(try SQL.name(table.name))") }
        for table in copy.tables { try rows(of: table.name, table.columns, from: source, to: target) }
    }

    private static func rows(
        of table: String,
        _ columns: [String],
        from source: Connection,
        to target: Connection
    ) throws {
        let names = SQL.joined(try columns.map { try SQL.name($0) }, by: ", ")
        try target.load(table, columns) { loader in
            try source.each("SELECT \(names) FROM \(try SQL.name(table))") { row in
                for _ in columns { loader.add(try row.next(Value.self)) }
                loader.endRow()
            }
        }
    }
}

extension Store {
    /// The same store with everything in it, as a SQLite file that is there and empty.
    func copied(to file: String, _ rooms: [RoomMigrations]) async throws {
        let draft = try SQLitePool(path: file, durable: false)
        do {
            try await Migrator(Store(name, draft, sealer: nil), rooms).run()
            let context = Connection.Context(store: name, writable: true, sealer: nil)
            try await read { source in
                try draft.writeHere(context) { try TableCopy.run(from: source, to: $0) }
            }
            try await draft.checkpoint()
        } catch {
            await draft.close()
            throw error
        }
        await draft.close()
    }

    /// Takes over everything from a SQLite file.
    func fill(from file: String, _ rooms: [RoomMigrations]) async throws {
        let source = try SQLitePool(path: file, durable: false)
        do {
            // A backup of an earlier version of the program has its schema.
            try await Migrator(Store(name, source, sealer: nil), rooms).run()
            let context = Connection.Context(store: name, sealer: nil)
            try await write { target in
                try source.readHere(context) { try TableCopy.run(from: $0, to: target) }
            }
        } catch {
            await source.close()
            throw error
        }
        await source.close()
    }
}
