import Frame
import Storage

/// Writes accumulated sums into the table of a cube, in the order of its key.
///
/// Cells that are there are changed one by one, new ones are loaded in bulk: a first import writes a cell as
/// fast as a fact.
struct CellWriter {
    let tenant: TenantID
    let connection: Connection

    /// First key values that lie no further apart are read in one go.
    private static let gap: Int64 = 64

    /// Adds the sums to the table and forgets them; cells that become zero go.
    func flush(_ accumulator: CellAccumulator) throws {
        guard !accumulator.isEmpty else { return }
        let table = IntegerTable(accumulator.cube)
        let sums = FlatRows(width: table.width, capacity: accumulator.cellCount)
        let keyCount = table.key.count
        accumulator.each { cell in
            guard cell.dropFirst(keyCount).contains(where: { $0 != 0 }) else { return }
            sums.append(Array(cell))
        }
        accumulator.clear()
        guard sums.count > 0 else { return }
        try write(sums, table)
    }

    private func write(_ sums: FlatRows, _ table: IntegerTable) throws {
        let keyCount = table.key.count
        var isPresent = [Bool](repeating: false, count: sums.count)
        for range in try ranges(sums, table) {
            var at = 0
            try TableReader(table: table, tenant: tenant).pages(range, connection) { page in
                for index in 0..<page.count {
                    let old = page[index]
                    while at < sums.count, order(sums[at], old, keyCount) < 0 { at += 1 }
                    guard at < sums.count else { return }
                    guard order(sums[at], old, keyCount) == 0 else { continue }
                    isPresent[at] = true
                    try change(old, by: sums[at], table)
                }
            }
        }
        let new = FlatRows(width: table.width, capacity: sums.count)
        for row in 0..<sums.count where !isPresent[row] { new.append(sums[row]) }
        try table.load(new, tenant, connection)
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
        let isEmpty =
            try connection.value(
                "SELECT 1 FROM \(table.name.sql) WHERE tenant_id = \(tenant) LIMIT 1",
                Int.self
            ) == nil
        if isEmpty { return [] }
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
