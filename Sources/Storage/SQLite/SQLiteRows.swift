internal import GRDBSQLite

/// Rows of numbers in memory as a table of SQLite: `SELECT c0, c1 FROM sekme_rows(?)`.
///
/// An INSERT that reads from it keeps its place in the table that it fills, and has no number bound to it one by
/// one: half the time of a statement for each row.
struct SQLiteRows {
    /// Where the first row begins.
    let base: UnsafePointer<Int64>
    /// Numbers in a row.
    let width: Int
    /// Rows.
    let count: Int

    /// The name of the table in SQL.
    static let table = "sekme_rows"
    /// Columns that can be read; the argument stands behind them.
    static let columns = 40

    /// The columns whose number is the same in all rows, such as the year and the batch of a large part of facts.
    ///
    /// A number that is bound once costs a fifth of one that is asked for in each row. Fewer rows are alike by chance, and
    /// each other set of columns is another statement to keep.
    func sameColumns() -> Set<Int> {
        guard count >= 1_024 else { return [] }
        return Set((0..<width).filter(isSame))
    }

    private func isSame(_ column: Int) -> Bool {
        let first = base[column]
        for row in 1..<count where base[row * width + column] != first { return false }
        return true
    }

    /// Makes the table known to a connection.
    static func register(_ connection: OpaquePointer) -> Int32 {
        sqlite3_create_module_v2(connection, table, module, nil, nil)
    }

    /// Runs the body with the rows as the argument at a mark of a statement.
    func bound<T>(to statement: OpaquePointer, at mark: Int32, _ body: () throws -> T) throws -> T {
        try withUnsafePointer(to: self) { rows in
            let code = sqlite3_bind_pointer(
                statement,
                mark,
                UnsafeMutableRawPointer(mutating: rows),
                kind,
                nil
            )
            guard code == SQLITE_OK else {
                throw StorageError(.other, details: "rows cannot be bound (\(code))")
            }
            return try body()
        }
    }
}

/// The name of the kind of pointer, which SQLite compares and keeps.
private nonisolated(unsafe) let kind: UnsafePointer<CChar> = {
    let name: StaticString = "sekme_rows"
    return UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
}()

/// One reading of the rows; it begins with what SQLite wants to find there.
private struct RowCursor {
    var base = sqlite3_vtab_cursor()
    var next: UnsafePointer<Int64>?
    var width = 0
    var left = 0
}

private func cursor(_ raw: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> UnsafeMutablePointer<RowCursor>? {
    raw.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: RowCursor.self) }
}

/// It is never changed once it is made, and SQLite keeps its address.
private nonisolated(unsafe) let module: UnsafeMutablePointer<sqlite3_module> = {
    var made = sqlite3_module()
    made.xConnect = { connection, _, _, _, table, _ in
        let names = (0..<SQLiteRows.columns).map { "c\($0)" }.joined(separator: ", ")
        let code = sqlite3_declare_vtab(connection, "CREATE TABLE rows (\(names), source HIDDEN)")
        guard code == SQLITE_OK else { return code }
        let new = UnsafeMutablePointer<sqlite3_vtab>.allocate(capacity: 1)
        new.initialize(to: sqlite3_vtab())
        table?.pointee = new
        return SQLITE_OK
    }
    made.xDisconnect = { table in
        table?.deallocate()
        return SQLITE_OK
    }
    made.xBestIndex = { _, plan in
        guard let plan else { return SQLITE_ERROR }
        for index in 0..<Int(plan.pointee.nConstraint) {
            let constraint = plan.pointee.aConstraint[index]
            guard constraint.iColumn == Int32(SQLiteRows.columns), constraint.usable != 0,
                Int32(constraint.op) == SQLITE_INDEX_CONSTRAINT_EQ
            else { continue }
            plan.pointee.aConstraintUsage[index].argvIndex = 1
            plan.pointee.aConstraintUsage[index].omit = 1
            plan.pointee.estimatedCost = 1
            return SQLITE_OK
        }
        return SQLITE_CONSTRAINT
    }
    made.xOpen = { _, out in
        let new = UnsafeMutablePointer<RowCursor>.allocate(capacity: 1)
        new.initialize(to: RowCursor())
        out?.pointee = UnsafeMutableRawPointer(new).assumingMemoryBound(to: sqlite3_vtab_cursor.self)
        return SQLITE_OK
    }
    made.xClose = { raw in
        cursor(raw)?.deallocate()
        return SQLITE_OK
    }
    made.xFilter = { raw, _, _, count, values in
        guard count == 1, let value = values?[0],
            let rows = sqlite3_value_pointer(value, kind)?.assumingMemoryBound(to: SQLiteRows.self)
        else { return SQLITE_MISUSE }
        cursor(raw)?.pointee.next = rows.pointee.base
        cursor(raw)?.pointee.width = rows.pointee.width
        cursor(raw)?.pointee.left = rows.pointee.count
        return SQLITE_OK
    }
    made.xNext = { raw in
        guard let cursor = cursor(raw) else { return SQLITE_ERROR }
        cursor.pointee.left -= 1
        cursor.pointee.next = cursor.pointee.next.map { $0 + cursor.pointee.width }
        return SQLITE_OK
    }
    made.xEof = { raw in cursor(raw).map { $0.pointee.left > 0 ? 0 : 1 } ?? 1 }
    made.xColumn = { raw, context, column in
        guard let cursor = cursor(raw), let row = cursor.pointee.next, Int(column) < cursor.pointee.width
        else {
            return SQLITE_OK
        }
        sqlite3_result_int64(context, row[Int(column)])
        return SQLITE_OK
    }
    made.xRowid = { raw, out in
        out?.pointee = Int64(cursor(raw)?.pointee.left ?? 0)
        return SQLITE_OK
    }
    let kept = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    kept.initialize(to: made)
    return kept
}()
