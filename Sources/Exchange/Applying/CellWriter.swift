import Frame
import Storage

/// Writes sums into the table of a cube, in the order of its key.
///
/// Cells that are there are changed one by one, new ones are loaded in bulk: a first import writes a cell as
/// fast as a fact.
struct CellWriter {
    let tenant: TenantID
    let connection: Connection

    /// First key values that lie no further apart are read in one go.
    private static let gap: Int64 = 64
    /// So many cells are looked up one by one: what lies between them may be a whole year.
    private static let few = 256

    /// Adds sums in the order of the key to the table; cells that become zero go.
    func write(_ sums: FlatRows, _ table: IntegerTable) throws {
        var isPresent = [Bool](repeating: false, count: sums.count)
        if sums.count <= CellWriter.few {
            for row in 0..<sums.count { isPresent[row] = try change(sums[row], table) }
        } else {
            try join(sums, table) { row, old in
                isPresent[row] = true
                try change(old, by: sums[row], table)
            }
        }
        let new = FlatRows(width: table.width, capacity: sums.count)
        for row in 0..<sums.count where !isPresent[row] { new.append(sums[row]) }
        try table.load(new, tenant, connection)
    }

    /// Changes the cell of one sum; false where there is none.
    private func change(_ sum: UnsafePointer<Int64>, _ table: IntegerTable) throws -> Bool {
        let old = FlatRows(width: table.width, capacity: 1)
        try connection.each(table.one(tenant, Array(UnsafeBufferPointer(start: sum, count: table.width)))) {
            row in
            let line = old.grow()
            for column in 0..<table.width { line[column] = try row.next(Int64.self) }
        }
        guard old.count > 0 else { return false }
        try change(old[0], by: sum, table)
        return true
    }

    /// Shows the cell of each sum that has one.
    private func join(
        _ sums: FlatRows,
        _ table: IntegerTable,
        _ body: (_ row: Int, _ old: UnsafePointer<Int64>) throws -> Void
    ) throws {
        let keyCount = table.key.count
        for range in try ranges(sums, table) {
            var at = 0
            try TableReader(table: table, tenant: tenant).pages(range, connection) { page in
                for index in 0..<page.count {
                    let old = page[index]
                    while at < sums.count, order(sums[at], old, keyCount) < 0 { at += 1 }
                    guard at < sums.count else { return }
                    if order(sums[at], old, keyCount) == 0 { try body(at, old) }
                }
            }
        }
    }

    private func change(
        _ old: UnsafePointer<Int64>,
        by sum: UnsafePointer<Int64>,
        _ table: IntegerTable
    ) throws {
        let keyCount = table.key.count
        var row = (0..<keyCount).map { old[$0] }
        for column in keyCount..<table.width { row.append(old[column] + sum[column]) }
        let isZero = row.dropFirst(keyCount).allSatisfy { $0 == 0 }
        try connection.execute(isZero ? table.delete(tenant, row) : table.update(tenant, row))
    }

    private func ranges(_ sums: FlatRows, _ table: IntegerTable) throws -> [KeyRange] {
        func key(_ row: Int) -> [Int64] { Array(sums.array(row).prefix(table.key.count)) }
        var out: [KeyRange] = []
        var start = 0
        for row in 1..<max(1, sums.count) where sums[row][0] - sums[row - 1][0] > CellWriter.gap {
            out.append(KeyRange(lower: key(start), includesLower: true, upper: key(row - 1)))
            start = row
        }
        out.append(KeyRange(lower: key(start), includesLower: true, upper: key(sums.count - 1)))
        return out
    }
}
