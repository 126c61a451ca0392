import Frame
import Storage

/// Staged rows of one register in the order of their key, one for each key: later columns win.
final class RegisterMerge {
    private let source: StagedPieces
    private var runs: [Run] = []

    private struct Run {
        let chunk: Int
        let pieces: Int
        var next = 0
        var rows: [StagedRow] = []
        var at = 0
    }

    init(_ table: RegisterTable, _ store: StagedStore) throws {
        source = StagedPieces(store: store, lane: "register/\(table.name.text)")
        for (chunk, pieces) in try source.chunks() {
            runs.append(Run(chunk: chunk, pieces: pieces))
            try fill(runs.count - 1)
        }
    }

    /// The next rows, at most so many; none at the end.
    func rows(limit: Int) throws -> [StagedRow] {
        var out: [StagedRow] = []
        while out.count < limit, let row = try next() { out.append(row) }
        return out
    }

    private func next() throws -> StagedRow? {
        var least: [Int]?
        for run in runs where run.at < run.rows.count {
            let key = run.rows[run.at].key
            if let found = least, !key.precedes(found) { continue }
            least = key
        }
        guard let key = least else { return nil }
        var joined: StagedRow?
        // Chunks come in the order of the file, so that a later one's columns win.
        for index in runs.indices where runs[index].at < runs[index].rows.count {
            let row = runs[index].rows[runs[index].at]
            guard row.key == key else { continue }
            if joined?.take(row) == nil { joined = row }
            runs[index].at += 1
            if runs[index].at == runs[index].rows.count { try fill(index) }
        }
        return joined
    }

    private func fill(_ index: Int) throws {
        guard runs[index].next < runs[index].pieces else { return }
        let bytes = try source.piece(runs[index].chunk, runs[index].next)
        var reader = ByteReader(bytes)
        var rows: [StagedRow] = []
        while !reader.isAtEnd {
            guard let row = StagedRow(&reader) else { throw StagingFault.damagedPiece }
            rows.append(row)
        }
        runs[index].rows = rows
        runs[index].at = 0
        runs[index].next += 1
    }
}
