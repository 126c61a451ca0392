import Frame

/// Staged facts with one row for each key: several lines about one key are settled by the mapping's word.
///
/// Facts that the batch moves to other classes come among them; what a line says of the same fact goes before.
final class FactQueue {
    private let merge: FactMerge
    private let table: FactTable
    private let precedence: Mapping.Precedence
    private let batch: Int64
    private let hasMoved: Bool
    private var pending: [Int64]?
    private var isDone = false

    /// Lines with the key of another line, up to a number that can still be listed.
    private(set) var repeats: [RepeatedKey] = []
    /// Lines that another line of the file took precedence over.
    private(set) var superseded = 0
    /// Keys of which every line was rejected.
    private(set) var contested = 0

    init(
        _ table: FactTable,
        _ store: StagedStore,
        _ precedence: Mapping.Precedence,
        batch: BatchID,
        moved: MemoryPieces
    ) throws {
        let staged = StagedPieces(store: store, lane: "fact/\(table.name.text)")
        hasMoved = !moved.isEmpty
        merge = try FactMerge(
            JoinedPieces(staged: staged, memory: moved),
            keyCount: table.key.count,
            width: table.comparedCount + 1,
            late: table.lateColumns
        )
        self.table = table
        self.precedence = precedence
        self.batch = Int64(batch.rawValue)
    }

    /// The next rows in the order of the key, in the columns of the table; false where there are none.
    func fill(_ block: FactBlock, limit: Int) throws -> Bool {
        block.removeAll()
        if let row = pending {
            block.rows.append(row)
            pending = nil
        }
        while !isDone {
            guard let staged = try merge.next() else {
                isDone = true
                break
            }
            if block.rows.count > 0 {
                let last = block.rows[block.rows.count - 1]
                if order(staged, last, table.key.count) == 0 {
                    settle(staged, last, block)
                    continue
                }
            }
            if block.rows.count == limit {
                pending = row(staged)
                break
            }
            write(staged, block.rows.grow())
        }
        if hasMoved { for row in 0..<block.rows.count { locate(block.rows[row]) } }
        block.prepare()
        return block.rows.count > 0
    }

    private func settle(
        _ staged: UnsafePointer<Int64>,
        _ last: UnsafeMutablePointer<Int64>,
        _ block: FactBlock
    ) {
        let source = table.comparedCount + 1
        guard last[source] >= 0 else { return write(staged, last) }
        let isSame = order(staged, last, table.comparedCount) == 0
        switch precedence {
        case .first: superseded += 1
        case .last:
            superseded += 1
            write(staged, last)
        case .reject:
            let index = block.rows.count - 1
            if block.contested.insert(index).inserted { contested += 1 }
            guard repeats.count < RejectLog.limit else { return }
            repeats.append(
                RepeatedKey(
                    first: SourcePlace(packed: Int(last[source])),
                    other: SourcePlace(packed: Int(staged[table.comparedCount])),
                    isSame: isSame
                )
            )
        }
    }

    /// A fact that is moved is found where the file moves its pupil.
    private func locate(_ row: UnsafeMutablePointer<Int64>) {
        let source = table.comparedCount + 1
        if row[source] < 0 { row[source] = Int64(MovedFact.source(Int(row[source]))) }
    }

    private func write(_ staged: UnsafePointer<Int64>, _ out: UnsafeMutablePointer<Int64>) {
        let count = table.comparedCount
        out.update(from: staged, count: count)
        out[count] = batch
        out[count + 1] = staged[count]
    }

    private func row(_ staged: UnsafePointer<Int64>) -> [Int64] {
        let count = table.comparedCount
        return (0..<count).map { staged[$0] } + [batch, staged[count]]
    }
}

/// A line whose key another line has too.
struct RepeatedKey {
    let first: SourcePlace
    let other: SourcePlace
    /// Whether both lines say the same.
    let isSame: Bool
}

/// Some staged facts in the order of the key, and what became of each.
///
/// It is owned by one thread at a time.
final class FactBlock: @unchecked Sendable {
    let rows: FlatRows
    /// Rows that count for nothing but that the file does name their key.
    var contested: Set<Int> = []
    /// Whether the table has the row's key already.
    private(set) var isPresent: [Bool] = []

    /// A block with space for some rows: one that grows to tens of thousands is copied several times on its way.
    init(width: Int, capacity: Int = 1) {
        rows = FlatRows(width: width, capacity: capacity)
    }

    func removeAll() {
        rows.removeAll()
        contested = []
    }

    func prepare() {
        isPresent = Array(repeating: false, count: rows.count)
    }

    func found(_ row: Int) {
        isPresent[row] = true
    }

    /// The rows whose key the table does not have; they are the block's own where that is all of them.
    func added() -> FlatRows {
        if contested.isEmpty, !isPresent.contains(true) { return rows }
        let out = FlatRows(width: rows.width, capacity: rows.count)
        for row in 0..<rows.count where !isPresent[row] && !contested.contains(row) { out.append(rows[row]) }
        return out
    }
}
