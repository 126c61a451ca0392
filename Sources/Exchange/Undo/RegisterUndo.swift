import Frame
import Storage

/// Takes back what a batch did to one register.
struct RegisterUndo {
    let table: RegisterTable
    let tenant: TenantID
    let batch: BatchID
    let house: HouseBook
    let merged: MergedNumbers
    let connection: Connection

    private var rows: RegisterRows { RegisterRows(table: table, tenant: tenant) }
    private var records: UndoRecords {
        UndoRecords(tenant: tenant, batch: batch, table: table.name.text)
    }

    /// Takes down whose rows are taken back.
    func tell(_ notice: NoticeTaker) throws {
        guard NoticeTaker.pupil(in: table) != nil else { return }
        try records.each([.addedRow, .changedRow], connection) {
            notice.take(merged.key($0.key, of: table), of: table)
        }
    }

    /// Gives changed rows their old columns and version, or says which were changed since.
    func revert() throws -> [UndoConflict] {
        var conflicts: [UndoConflict] = []
        try records.each([.changedRow], connection) { record in
            var reader = ByteReader(record.old)
            guard let version = reader.number(), let count = reader.number() else {
                throw StagingFault.damagedPiece
            }
            let key = merged.key(record.key, of: table)
            var parts: [SQL] = []
            var old: [Int: Value] = [:]
            for _ in 0..<count {
                guard let column = reader.number(), let value = reader.value(),
                    table.columns.indices.contains(column)
                else { throw StagingFault.damagedPiece }
                let name = table.columns[column]
                let stored = try resealed(value, name, from: record.key, to: key)
                parts.append("\(name.sql) = \(stored)")
                old[column] = value
            }
            // What was logged before the table had keys of names brings a name back without them.
            for (column, value) in table.missingKeys(old).sorted(by: { $0.key < $1.key }) {
                parts.append("\(table.columns[column].sql) = \(value)")
            }
            let changed = try connection.execute(
                """
                UPDATE \(table.name.sql) SET \(SQL.joined(parts, by: ", ")), version = \(version - 1)
                WHERE \(rows.same(key)) AND version = \(version)
                """
            )
            if changed == 0 { conflicts.append(try conflict(record.key)) }
        }
        return conflicts
    }

    /// What was sealed for a row of a number that leads elsewhere opens in the row that counts.
    private func resealed(_ value: Value, _ column: Name, from old: [Int], to new: [Int]) throws -> Value {
        guard old != new, table.sealed.contains(column), case .blob(let sealed) = value else { return value }
        let plain = try connection.sealer.open(
            sealed,
            tenant: tenant.rawValue,
            bound: rows.place(column, old)
        )
        let bound = rows.place(column, new)
        return .blob(try connection.sealer.seal(plain, tenant: tenant.rawValue, bound: bound))
    }

    /// Removes added rows that nothing refers to, or says what stands in the way.
    func remove() throws -> [UndoConflict] {
        var keys: [[Int]] = []
        var conflicts: [UndoConflict] = []
        try records.each([.addedRow], connection) { record in
            let key = merged.key(record.key, of: table)
            let version = try connection.value(
                "SELECT version FROM \(table.name.sql) WHERE \(rows.same(key))",
                Int.self
            )
            if version == 1 { keys.append(key) } else { conflicts.append(try conflict(record.key)) }
        }
        if table.key.count == 1 { conflicts += try referred(Set(keys.compactMap(\.first))) }
        guard conflicts.isEmpty else { return conflicts }
        for key in keys {
            try connection.execute("DELETE FROM \(table.name.sql) WHERE \(rows.same(key))")
        }
        return []
    }

    private func referred(_ ids: Set<Int>) throws -> [UndoConflict] {
        guard !ids.isEmpty else { return [] }
        let references = References(house: house, tenant: tenant, connection: connection)
        return try references.links(to: table).flatMap { link in
            try references.referred(link, of: ids).sorted().map { id in
                UndoConflict(
                    kind: .referred,
                    table: table.name.text,
                    key: [id],
                    batch: nil,
                    from: link.table.text
                )
            }
        }
    }

    /// Names the later batch that touched a row, by its log.
    private func conflict(_ key: [Int]) throws -> UndoConflict {
        var bytes = ByteWriter()
        bytes.put(key)
        let later = try connection.value(
            """
            SELECT max(u.batch_id) FROM undo_row AS u
            JOIN batch AS b ON b.tenant_id = u.tenant_id AND b.id = u.batch_id
            WHERE u.tenant_id = \(tenant) AND u.batch_id > \(batch) AND u.table_name = \(table.name.text)
            AND u.row_key = \(bytes.bytes) AND b.undone_at = 0
            """,
            Int?.self
        )
        let other = later.flatMap { $0 }.map { BatchID(rawValue: $0) }
        let isMerged = other == nil && merged.key(key, of: table) != key
        return UndoConflict(
            kind: isMerged ? .merged : .changed,
            table: table.name.text,
            key: key,
            batch: other
        )
    }
}
