import Frame

/// Staged facts of one table in the order of key and place, merged from its sorted chunks.
///
/// It holds one piece of every chunk: 80 chunks of 65,536 rows need some 40 MB for any number of columns.
/// It runs on a thread of the database engine and waits there for pieces.
final class FactMerge {
    private let store: StagedStore
    private let lane: String
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

    init(_ table: FactTable, _ store: StagedStore) throws {
        self.store = store
        lane = "fact/\(table.name.text)"
        keyCount = table.key.count
        width = table.comparedCount + 1
        let lane = lane
        for (chunk, pieces) in try waiting({ try await store.chunks(lane) }) {
            runs.append(Run(chunk: chunk, pieces: pieces, rows: FlatRows(width: width, capacity: 1)))
            if try fill(runs.count - 1) { push(runs.count - 1) }
        }
    }

    /// The next row, or nil at the end. It stays where it is until the next but one is asked for.
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
        let (store, lane) = (store, lane)
        let (chunk, piece) = (runs[index].chunk, runs[index].next)
        let bytes = try waiting { try await store.piece(lane, chunk, piece) }
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
            for child in [at * 2 + 1, at * 2 + 2] where child < heap.count {
                if precedes(heap[child], heap[least]) { least = child }
            }
            if least == at { return }
            heap.swapAt(at, least)
            at = least
        }
    }
}
