import Frame
import Storage

/// Compares staged rows of a register with the rows it has; only columns that the file gives count.
struct RegisterDifference {
    let table: RegisterTable
    let tenant: TenantID

    /// Rows looked up at a time; the keys are bound one by one.
    private static let block = 400

    /// Hands over every row that would change, and counts.
    func run(
        _ merge: RegisterMerge,
        _ connection: Connection,
        _ take: ([RegisterChange]) throws -> Void
    ) throws -> FactCounts {
        var counts = FactCounts()
        let rows = RegisterRows(table: table, tenant: tenant)
        while true {
            let staged = try merge.rows(limit: RegisterDifference.block).map(completed)
            if staged.isEmpty { return counts }
            let present = try rows.present(staged.map(\.key), connection)
            var changes: [RegisterChange] = []
            for row in staged {
                guard let old = present[row.key] else {
                    counts.added += 1
                    changes.append(RegisterChange(staged: row, old: nil, columns: row.values.keys.sorted()))
                    continue
                }
                let columns = try changed(row, old, rows, connection)
                if columns.isEmpty {
                    counts.unchanged += 1
                } else {
                    counts.changed += 1
                    changes.append(RegisterChange(staged: row, old: old, columns: columns))
                }
            }
            if !changes.isEmpty { try take(changes) }
        }
    }

    /// The row with the keys of its names: one that was staged before the table had them lacks them.
    private func completed(_ row: StagedRow) -> StagedRow {
        var row = row
        row.values.merge(table.missingKeys(row.values)) { given, _ in given }
        return row
    }

    /// The columns that the file has otherwise.
    ///
    /// A sealed column is opened: two seals of one value differ.
    private func changed(
        _ row: StagedRow,
        _ old: PresentRow,
        _ rows: RegisterRows,
        _ connection: Connection
    ) throws -> [Int] {
        try row.values.keys.sorted().filter { column in
            let name = table.columns[column]
            guard table.sealed.contains(name), case .blob(let sealed) = old.values[column],
                case .text(let plain) = row.values[column]
            else { return old.values[column] != row.values[column] }
            let place = rows.place(name, row.key)
            let opened = try connection.sealer.open(sealed, tenant: tenant.rawValue, bound: place)
            return opened != Array(plain.utf8)
        }
    }
}

/// A row of a register that an import adds or changes.
struct RegisterChange {
    let staged: StagedRow
    /// The row as it is, or nil where it is new.
    let old: PresentRow?
    /// The columns that differ, by their place in the table's list.
    let columns: [Int]
}
