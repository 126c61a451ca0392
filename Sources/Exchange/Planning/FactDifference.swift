import Frame
import Storage

/// Compares staged facts of a table with the rows it has, a block at a time in the order of the key.
///
/// The plan counts what comes out, the apply step writes it; both therefore see the same.
struct FactDifference {
    let table: FactTable
    let tenant: TenantID
    /// What the file is complete for; rows of it that the file does not name are removed.
    ///
    /// Nil removes nothing.
    let coverage: Set<[Int64]>?
    /// The institution whose rows alone may be removed; 0 is the board.
    var institution = 0

    /// Rows in a block.
    private static let block = 32_768
    /// First key values that lie no further apart are read in one go.
    private static let gap: Int64 = 16

    /// Hands over the differences block by block, and counts them.
    func run(
        _ queue: FactQueue,
        _ connection: Connection,
        _ take: (FactChanges) throws -> Void
    ) throws -> FactCounts {
        var counts = FactCounts()
        let isEmpty = try hasNoRows(connection)
        var last: [Int64]?
        let feed = BlockFeed(queue, limit: FactDifference.block, width: table.columns.count)
        defer { feed.stop() }
        while let block = try feed.next() {
            let changes = FactChanges(width: table.columns.count)
            if !isEmpty {
                for range in ranges(block, after: last) {
                    try compare(block, range, changes, &counts, connection)
                }
            }
            last = Array(block.rows.array(block.rows.count - 1).prefix(table.key.count))
            changes.added = block.added()
            counts.count(changes)
            try take(changes)
        }
        if coverage != nil, !isEmpty { try tail(after: last, &counts, connection, take) }
        counts.superseded = queue.superseded
        counts.contested = queue.contested
        return counts
    }

    /// Whether the table has nothing of the tenant's yet.
    func hasNoRows(_ connection: Connection) throws -> Bool {
        try connection.value(
            "SELECT 1 FROM \(table.name.sql) WHERE tenant_id = \(tenant) LIMIT 1",
            Int.self
        ) == nil
    }

    /// Rows behind the last one of the file.
    private func tail(
        after last: [Int64]?,
        _ counts: inout FactCounts,
        _ connection: Connection,
        _ take: (FactChanges) throws -> Void
    ) throws {
        let empty = FactBlock(width: table.columns.count)
        let reader = TableReader(table: IntegerTable(table), tenant: tenant)
        try reader.pages(KeyRange(lower: last), connection) { page in
            let changes = FactChanges(width: table.columns.count)
            merge(page, empty, changes, &counts, from: 0)
            counts.count(changes)
            if changes.removed.count > 0 { try take(changes) }
        }
    }

    /// The stretches of the table that a block has to be compared with.
    private func ranges(_ block: FactBlock, after last: [Int64]?) -> [KeyRange] {
        let rows = block.rows
        let keyCount = table.key.count
        func key(_ row: Int) -> [Int64] { Array(rows.array(row).prefix(keyCount)) }
        if coverage != nil { return [KeyRange(lower: last, upper: key(rows.count - 1))] }
        var out: [KeyRange] = []
        var start = 0
        for row in 1..<max(1, rows.count) where rows[row][0] - rows[row - 1][0] > FactDifference.gap {
            out.append(KeyRange(lower: key(start), includesLower: true, upper: key(row - 1)))
            start = row
        }
        out.append(KeyRange(lower: key(start), includesLower: true, upper: key(rows.count - 1)))
        return out
    }

    private func compare(
        _ block: FactBlock,
        _ range: KeyRange,
        _ changes: FactChanges,
        _ counts: inout FactCounts,
        _ connection: Connection
    ) throws {
        var at = 0
        let reader = TableReader(table: IntegerTable(table), tenant: tenant)
        try reader.pages(range, connection) { page in
            at = merge(page, block, changes, &counts, from: at)
        }
    }

    /// Joins a page of the table with the block and says how far in the block it came.
    @discardableResult
    private func merge(
        _ page: FlatRows,
        _ block: FactBlock,
        _ changes: FactChanges,
        _ counts: inout FactCounts,
        from start: Int
    ) -> Int {
        var at = start
        for index in 0..<page.count {
            let old = page[index]
            while at < block.rows.count, order(block.rows[at], old, table.key.count) < 0 { at += 1 }
            let isCovered = covers(old)
            if isCovered { counts.covered += 1 }
            guard at < block.rows.count, order(block.rows[at], old, table.key.count) == 0 else {
                if isCovered { changes.removed.append(old) }
                continue
            }
            block.found(at)
            if block.contested.contains(at) { continue }
            if order(block.rows[at], old, table.comparedCount) == 0 {
                counts.unchanged += 1
            } else {
                changes.new.append(block.rows[at])
                changes.old.append(old)
            }
        }
        return at
    }

    private var covering: [Int] {
        let columns = table.key + table.values
        return table.coverage.compactMap { columns.firstIndex(of: $0) }
    }

    /// Whether the file is complete for what a row is about.
    func covers(_ row: UnsafePointer<Int64>) -> Bool {
        guard let coverage, !coverage.isEmpty else { return false }
        if institution != 0 {
            guard let place = (table.key + table.values).firstIndex(of: "institution_id"),
                row[place] == Int64(institution)
            else { return false }
        }
        return coverage.contains(covering.map { row[$0] })
    }
}

/// What a block of a file changes in a table; rows are in the columns of the table.
final class FactChanges {
    var added: FlatRows
    /// Changed rows as the file has them, and as they were.
    let new: FlatRows
    let old: FlatRows
    let removed: FlatRows

    init(width: Int) {
        added = FlatRows(width: width, capacity: 1)
        new = FlatRows(width: width, capacity: 16)
        old = FlatRows(width: width, capacity: 16)
        removed = FlatRows(width: width, capacity: 16)
    }
}

/// How many rows of a table an import touches.
struct FactCounts: Sendable, Hashable {
    var added = 0
    var changed = 0
    var unchanged = 0
    var removed = 0
    /// Rows of the table that the file is complete for.
    var covered = 0
    var superseded = 0
    var contested = 0

    mutating func count(_ changes: FactChanges) {
        added += changes.added.count
        changed += changes.new.count
        removed += changes.removed.count
    }
}
