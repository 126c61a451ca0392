import Frame
import Storage

/// Takes back what a batch did to one fact table, with its cells.
struct FactUndo {
    let table: FactTable
    let tenant: TenantID
    let batch: BatchID
    let part: BatchPart
    let notice: NoticeTaker
    let merged: MergedNumbers
    let connection: Connection

    private var flat: IntegerTable { IntegerTable(table) }
    private var batchColumn: Int { table.comparedCount }
    private var records: UndoRecords {
        UndoRecords(tenant: tenant, batch: batch, table: table.name.text)
    }

    /// Conflicts listed at most; one is enough to refuse.
    private static let limit = 100

    /// Puts everything as it was, or says what stands in the way.
    func run() throws -> [UndoConflict] {
        let cells = CellSet(table, tenant, connection)
        let old = OldFacts(records, .changedFacts, of: table, merged, connection)
        var conflicts: [UndoConflict] = []
        var added = 0
        for range in part.spans.joined {
            let first = table.key[0].sql
            var reader = TableReader(table: flat, tenant: tenant)
            reader.condition = """
                \(first) >= \(range.lowerBound) AND \(first) <= \(range.upperBound) AND batch_id = \(batch)
                """
            try reader.pages(KeyRange(), connection) { page in
                added += try takeBack(page, old, cells, &conflicts)
            }
        }
        try drain(old, &conflicts)
        if added != part.counts.added { conflicts += try lost(part.counts.added - added) }
        try restore(cells, &conflicts)
        try cells.flush()
        return conflicts
    }

    /// Restores the changed rows of a page, removes the added ones and counts those.
    private func takeBack(
        _ page: FlatRows,
        _ old: OldFacts,
        _ cells: CellSet,
        _ conflicts: inout [UndoConflict]
    ) throws -> Int {
        cells.add(page, sign: -1)
        let noticed = NoticeTaker.Columns(table)
        notice.take(page, noticed)
        let restored = FlatRows(width: page.width, capacity: 16)
        for index in 0..<page.count {
            while let before = try old.peek(), order(before, page[index], table.key.count) < 0 {
                try note(before, &conflicts)
                old.advance()
            }
            guard let before = try old.peek(), order(before, page[index], table.key.count) == 0 else {
                continue
            }
            restored.append(before)
            old.advance()
        }
        for row in 0..<restored.count { try connection.execute(flat.update(tenant, restored.array(row))) }
        cells.add(restored, sign: 1)
        notice.take(restored, noticed)
        try deleteAdded(page)
        return page.count - restored.count
    }

    /// Rows of the page that still carry the batch were added by it.
    private func deleteAdded(_ page: FlatRows) throws {
        func key(_ row: Int) -> [Int64] { Array(page.array(row).prefix(table.key.count)) }
        let range = KeyRange(lower: key(0), includesLower: true, upper: key(page.count - 1))
        let columns = SQL.joined(table.key.map(\.sql), by: ", ")
        try connection.execute(
            """
            DELETE FROM \(table.name.sql)
            WHERE tenant_id = \(tenant)\(range.condition(columns)) AND batch_id = \(batch)
            """
        )
    }

    /// Changed rows that do not carry the batch any more.
    private func drain(_ old: OldFacts, _ conflicts: inout [UndoConflict]) throws {
        while let before = try old.peek() {
            try note(before, &conflicts)
            old.advance()
        }
    }

    private func note(_ row: UnsafeMutablePointer<Int64>, _ conflicts: inout [UndoConflict]) throws {
        guard conflicts.count < FactUndo.limit else { return }
        let key = key(row)
        let now = try connection.value(
            "SELECT batch_id FROM (\(flat.one(tenant, key))) AS present",
            Int.self
        )
        conflicts.append(
            UndoConflict(
                kind: now == nil && !merged.isEmpty ? .merged : .changed,
                table: table.name.text,
                key: key.map { Int($0) },
                batch: now.flatMap { $0 > 0 ? BatchID(rawValue: $0) : nil }
            )
        )
    }

    /// Loads removed rows again; a row that is there again stands in the way.
    private func restore(_ cells: CellSet, _ conflicts: inout [UndoConflict]) throws {
        let removed = OldFacts(records, .removedFacts, of: table, merged, connection)
        let rows = FlatRows(width: table.columns.count)
        while let row = try removed.peek() {
            if try connection.value("SELECT 1 FROM (\(flat.one(tenant, key(row)))) AS present", Int.self)
                != nil
            {
                try note(row, &conflicts)
            } else {
                rows.append(row)
            }
            removed.advance()
        }
        guard conflicts.isEmpty else { return }
        try flat.load(rows, tenant, connection)
        cells.add(rows, sign: 1)
        notice.take(rows, NoticeTaker.Columns(table))
    }

    private func key(_ row: UnsafeMutablePointer<Int64>) -> [Int64] {
        (0..<table.key.count).map { row[$0] }
    }

    /// Added rows that do not carry the batch any more: later batches keep them in their logs; what is in none
    /// of them was edited by hand.
    private func lost(_ count: Int) throws -> [UndoConflict] {
        var out: [UndoConflict] = []
        let later = try connection.rows(
            """
            SELECT id FROM batch
            WHERE tenant_id = \(tenant) AND id > \(batch) AND undone_at = 0 ORDER BY id
            """,
            BatchID.self
        )
        for other in later where out.count < FactUndo.limit {
            let records = UndoRecords(tenant: tenant, batch: other, table: table.name.text)
            for kind in [UndoLog.Kind.changedFacts, .removedFacts] {
                let old = OldFacts(records, kind, of: table, merged, connection)
                while let row = try old.peek(), out.count < FactUndo.limit {
                    if row[batchColumn] == Int64(batch.rawValue) {
                        out.append(
                            UndoConflict(
                                kind: .changed,
                                table: table.name.text,
                                key: key(row).map { Int($0) },
                                batch: other
                            )
                        )
                    }
                    old.advance()
                }
            }
        }
        // What was put aside when two numbers became one comes back when they are parted.
        let kind = merged.isEmpty ? UndoConflict.Kind.moved : .merged
        if out.isEmpty { out.append(UndoConflict(kind: kind, table: table.name.text, key: [], batch: nil)) }
        return out
    }
}
