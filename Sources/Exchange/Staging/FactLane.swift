import Frame

/// Facts of one table on their way to staging.
final class FactLane {
    let table: FactTable
    let name: String
    private var rows: FlatRows
    private let width: Int
    private let covering: [Int]
    private let spares: SpareRows
    private var lastTuple: [Int64] = []
    /// The combinations that occurred: what the file is complete for.
    var coverage: Set<[Int64]> = []

    /// Rows in a chunk.
    static let chunk = 65_536

    init(_ table: FactTable, tracksCoverage: Bool, spares: SpareRows) {
        self.table = table
        self.spares = spares
        name = "fact/\(table.name.text)"
        width = table.comparedCount + 1
        rows = FlatRows(width: width)
        let columns = table.key + table.values
        covering = tracksCoverage ? table.coverage.compactMap { columns.firstIndex(of: $0) } : []
    }

    /// Takes a row; a full chunk comes back to be handed on.
    func add(_ columns: [Int], _ place: SourcePlace) -> StagedChunk? {
        add(place) { row in
            for index in columns.indices { row[index] = Int64(columns[index]) }
        }
    }

    /// Takes a row that is written in place.
    func add(_ place: SourcePlace, _ fill: (UnsafeMutablePointer<Int64>) -> Void) -> StagedChunk? {
        let row = rows.grow()
        fill(row)
        row[width - 1] = Int64(place.packed)
        if !covering.isEmpty { cover(row) }
        return rows.count == FactLane.chunk ? take() : nil
    }

    /// What is left, or nil where nothing is.
    func take() -> StagedChunk? {
        guard rows.count > 0 else { return nil }
        let full = rows
        rows = spares.take(width: width)
        return .facts(lane: name, keyCount: table.key.count, full)
    }

    private func cover(_ row: UnsafeMutablePointer<Int64>) {
        let isSame =
            lastTuple.count == covering.count
            && covering.indices.allSatisfy { lastTuple[$0] == row[covering[$0]] }
        if isSame { return }
        lastTuple = covering.map { row[$0] }
        coverage.insert(lastTuple)
    }
}
