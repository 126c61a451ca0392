extension Database {
    /// Makes a new data key for a tenant and seals everything of the tenant with it that the notes of tables
    /// name as sealed.
    ///
    /// Returns how many values were sealed anew.
    ///
    /// Each store is one transaction; a rotation that was cut off is finished by the next one. Two old keys stay:
    /// the first, which blind indexes rest on, and the one before the new, with which transactions that began
    /// earlier may still seal; the next rotation drops that one.
    @discardableResult
    public func rotateKeys(tenant: Int) async throws -> Int {
        let master = sealer.master
        let previous = try await data.write { connection in
            try connection.lock(tenant: tenant)
            let newest = try KeyTable.ring(tenant, connection, master).newest
            try KeyTable.add(newest + 1, tenant, connection, master)
            return newest
        }
        var count = 0
        for store in [data, audit, state] {
            let notes = sealedTables[store.name] ?? []
            count += try await store.write { connection in
                try connection.lock(tenant: tenant)
                let present = Set(try connection.tables())
                return try notes.filter { present.contains($0.name) }.reduce(0) { count, note in
                    count + (try Reseal(connection, tenant, note).run())
                }
            }
        }
        try await data.write { connection in
            let first = try KeyTable.ring(tenant, connection, master).oldest
            try connection.execute(
                """
                DELETE FROM sealing_key
                WHERE tenant_id = \(tenant) AND key_id > \(first) AND key_id < \(previous)
                """
            )
        }
        return count
    }
}

/// Seals the values of one table with the newest key.
struct Reseal {
    private let connection: Connection
    private let tenant: Int
    private let note: TableNote

    private static let page = 500

    private struct Line {
        let key: [Value]
        let sealed: [[UInt8]?]
    }

    init(_ connection: Connection, _ tenant: Int, _ note: TableNote) {
        self.connection = connection
        self.tenant = tenant
        self.note = note
    }

    /// Goes through the table in the order of its key, some rows at a time, and counts the values.
    func run() throws -> Int {
        var count = 0
        var last: [Value] = []
        while true {
            let lines = try lines(after: last)
            for line in lines { count += try reseal(line) }
            guard lines.count == Reseal.page, let end = lines.last else { return count }
            last = end.key
        }
    }

    private func lines(after last: [Value]) throws -> [Line] {
        let key = SQL.joined(try note.key.map(SQL.name), by: ", ")
        let sealed = SQL.joined(try note.sealed.map(SQL.name), by: ", ")
        let further: SQL = last.isEmpty ? "" : " AND (\(key)) > (\(list: last))"
        return try connection.collect(
            """
            SELECT \(key), \(sealed) FROM \(try SQL.name(note.name))
            WHERE tenant_id = \(tenant)\(further) ORDER BY \(key) LIMIT \(Reseal.page)
            """
        ) { row in
            Line(
                key: try note.key.map { _ in try row.next(Value.self) },
                sealed: try note.sealed.map { _ in try row.next([UInt8]?.self) }
            )
        }
    }

    private func reseal(_ line: Line) throws -> Int {
        var changes: [SQL] = []
        var conditions: [SQL] = []
        for (name, key) in zip(note.key, line.key) {
            conditions.append("\(try SQL.name(name)) = \(key)")
        }
        for (name, old) in zip(note.sealed, line.sealed) {
            // A text whose time is over left an empty place, which is sealed with nothing.
            guard let old, !old.isEmpty else { continue }
            let column = try SQL.name(name)
            let place = SealedPlace(table: note.name, column: name, row: SealedPlace.row(line.key))
            let plain = try connection.sealer.open(old, tenant: tenant, bound: place)
            let new = try connection.sealer.seal(plain, tenant: tenant, bound: place)
            changes.append("\(column) = \(new)")
            // A row that somebody changed meanwhile stays as that person wrote it.
            conditions.append("\(column) = \(old)")
        }
        guard !changes.isEmpty else { return 0 }
        // General: the table is any with sealed texts, and all its columns are joined.
        let changed = try connection.execute(
            """
            UPDATE \(try SQL.name(note.name)) SET \(SQL.joined(changes, by: ", "))
            WHERE \(SQL.joined(conditions, by: " AND "))
            """
        )
        return changed * changes.count
    }
}
