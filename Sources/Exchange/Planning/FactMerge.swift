/// Rows of integers in the order of key and last column, merged from sorted chunks.
///
/// It holds one piece of every chunk: 80 chunks of 65,536 rows with a dozen columns need some 40 MB.
final class FactMerge {
    private let source: any PieceSource
    private let keyCount: Int
    private let width: Int
    private var runs: [Run] = []
    /// Indices of runs that have rows, as a heap with the first row on top.
    private var heap: [Int] = []

    private struct Run {
        let chunk: Int
        let pieces: Int
        var next = 0
        var rows: FlatRows
        var at = 0
    }

    init(_ source: any PieceSource, keyCount: Int, width: Int) throws {
        self.source = source
        self.keyCount = keyCount
        self.width = width
        for (chunk, pieces) in try source.chunks() {
            runs.append(Run(chunk: chunk, pieces: pieces, rows: FlatRows(width: width, capacity: 1)))
            if try fill(runs.count - 1) { push(runs.count - 1) }
        }
    }

    /// The next row, or nil at the end.
    ///
    /// It stays where it is until the next but one is asked for.
    func next() throws -> UnsafePointer<Int64>? {
        guard let top = heap.first else { return nil }
        let row = runs[top].rows[runs[top].at]
        held = runs[top].rows
        runs[top].at += 1
        if try runs[top].at < runs[top].rows.count || fill(top) {
            sink()
        } else {
            let last = heap.removeLast()
            if !heap.isEmpty {
                heap[0] = last
                sink()
            }
        }
        return UnsafePointer(row)
    }

    /// Keeps the piece of the row that was handed out last.
    private var held: FlatRows?

    private func fill(_ index: Int) throws -> Bool {
        guard runs[index].next < runs[index].pieces else { return false }
        let bytes = try source.piece(runs[index].chunk, runs[index].next)
        guard let rows = FlatCodec.decode(bytes, width: width) else { throw StagingFault.damagedPiece }
        runs[index].rows = rows
        runs[index].at = 0
        runs[index].next += 1
        return rows.count > 0
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        let first = runs[left].rows[runs[left].at]
        let second = runs[right].rows[runs[right].at]
        let difference = order(first, second, keyCount)
        return difference == 0 ? first[width - 1] < second[width - 1] : difference < 0
    }

    private func push(_ run: Int) {
        heap.append(run)
        var at = heap.count - 1
        while at > 0, precedes(heap[at], heap[(at - 1) / 2]) {
            heap.swapAt(at, (at - 1) / 2)
            at = (at - 1) / 2
        }
    }

    private func sink() {
        var at = 0
        while true {
            var least = at
            let child = at * 2 + 1
            if child < heap.count, precedes(heap[child], heap[least]) { least = child }
            if child + 1 < heap.count, precedes(heap[child + 1], heap[least]) { least = child + 1 }
            if least == at { return }
            heap.swapAt(at, least)
            at = least
        }
    }
}

/// Where sorted chunks come from, piece by piece.
protocol PieceSource {
    /// The number of each chunk and how many pieces it has.
    func chunks() throws -> [(chunk: Int, pieces: Int)]
    /// The bytes of a piece.
    func piece(_ chunk: Int, _ piece: Int) throws -> [UInt8]
}

/// Chunks of a lane in staging.
///
/// It waits for them, so it is for threads of a database engine only.
struct StagedPieces: PieceSource {
    let store: StagedStore
    let lane: String

    func chunks() throws -> [(chunk: Int, pieces: Int)] {
        let (store, lane) = (store, lane)
        return try waiting { try await store.chunks(lane) }
    }

    func piece(_ chunk: Int, _ piece: Int) throws -> [UInt8] {
        let (store, lane) = (store, lane)
        return try waiting { try await store.piece(lane, chunk, piece) }
    }
}

/// Chunks in memory, packed: some ten bytes a row.
final class MemoryPieces: PieceSource {
    private var packed: [[[UInt8]]] = []

    /// Takes sorted rows as a chunk.
    func add(_ rows: FlatRows) {
        let size = StagedChunk.factPiece
        packed.append(
            stride(from: 0, to: rows.count, by: size).map { start in
                FlatCodec.encode(rows, start..<min(rows.count, start + size))
            }
        )
    }

    func chunks() -> [(chunk: Int, pieces: Int)] {
        packed.enumerated().map { (chunk: $0.offset, pieces: $0.element.count) }
    }

    func piece(_ chunk: Int, _ piece: Int) -> [UInt8] { packed[chunk][piece] }
}
