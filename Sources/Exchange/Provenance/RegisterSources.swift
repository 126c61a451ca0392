package import Frame
package import Storage

/// Which import gave rows of registers what they hold, for as long as it can be undone.
///
/// Registers do not keep it themselves, as people edit them too; what an import needs to be taken back tells it.
package enum RegisterSources {
    /// An import, and the place in its files; none where it was not kept yet.
    package struct Found: Hashable, Sendable {
        /// The import.
        package let batch: BatchID
        /// The place.
        package let source: SourcePlace
    }

    /// The latest import of each row, of those that one is known of.
    package static func find(
        _ names: Set<RegisterRowName>,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [RegisterRowName: Found] {
        var out: [RegisterRowName: Found] = [:]
        let byTable = Dictionary(grouping: names, by: \.table).sorted { $0.key < $1.key }
        for (table, rows) in byTable {
            let keyed = Dictionary(rows.map { (bytes($0.key), $0) }) { first, _ in first }
            let kinds = [UndoLog.Kind.addedRow.rawValue, UndoLog.Kind.changedRow.rawValue]
            try connection.each(
                """
                SELECT u.batch_id, u.row_no, u.kind, u.row_key, u.old FROM batch_table t
                CROSS JOIN undo_row u
                WHERE t.tenant_id = \(tenant) AND t.table_name = \(table) AND u.tenant_id = \(tenant)
                    AND u.batch_id = t.batch_id AND u.table_name = \(table) AND u.kind IN (\(list: kinds))
                    AND u.row_key IN (\(list: keyed.keys.sorted { $0.lexicographicallyPrecedes($1) }))
                ORDER BY u.batch_id, u.row_no
                """
            ) { row in
                let batch = try row.next(BatchID.self)
                let number = try row.next(Int.self)
                let isAdded = try row.next(Int.self) == UndoLog.Kind.addedRow.rawValue
                guard let name = keyed[try row.next([UInt8].self)] else { return }
                let old = try connection.sealer.open(
                    row.next([UInt8].self),
                    tenant: tenant.rawValue,
                    bound: UndoLog.place(tenant, batch, table, number)
                )
                out[name] = Found(batch: batch, source: source(old, isAdded: isAdded))
            }
        }
        return out
    }

    private static func bytes(_ key: [Int]) -> [UInt8] {
        var writer = ByteWriter()
        writer.put(key)
        return writer.bytes
    }

    /// The place at the end of a record; imports from before it was kept have none.
    private static func source(_ old: [UInt8], isAdded: Bool) -> SourcePlace {
        var reader = ByteReader(old)
        _ = reader.number()
        if !isAdded {
            for _ in 0..<max(0, reader.number() ?? 0) {
                _ = reader.number()
                _ = reader.value()
            }
        }
        return reader.number().map { SourcePlace(packed: $0) } ?? .none
    }
}
