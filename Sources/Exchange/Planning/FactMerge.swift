/// Rows of integers in the order of key and last column, merged from sorted chunks.
///
/// It holds one piece of every chunk as it is packed, and of each a few rows unpacked: 80 chunks of 65,536 rows with a
/// dozen columns need some 10 MB. The chunks play a tournament whose losers stay in a tree, so that a row costs one
/// comparison a level.
final class FactMerge {
    private let source: any PieceSource
    private let keyCount: Int
    private let width: Int
    /// Columns that pieces may lack which were staged before their table had them.
    private let late: Range<Int>
    private var runs: [SortedRun] = []
    /// The first row that each run has not given yet; nil at its end.
    private let heads: UnsafeMutableBufferPointer<UnsafeMutablePointer<Int64>?>
    /// The last row that each run has unpacked.
    private let ends: UnsafeMutableBufferPointer<UnsafeMutablePointer<Int64>?>
    /// At 0 the run with the first row of all, behind it the losers of the games above each pair.
    private let tree: UnsafeMutableBufferPointer<Int32>
    /// Keep the rows unpacked with the last two that were handed out as the last of theirs.
    private var held: (last: FlatRows?, earlier: FlatRows?) = (nil, nil)

    init(_ source: any PieceSource, keyCount: Int, width: Int, late: Range<Int> = 0..<0) throws {
        self.source = source
        self.keyCount = keyCount
        self.width = width
        self.late = late
        runs = try source.chunks().map { SortedRun(chunk: $0.chunk, pieces: $0.pieces) }
        heads = .allocate(capacity: max(1, runs.count))
        heads.initialize(repeating: nil)
        ends = .allocate(capacity: heads.count)
        ends.initialize(repeating: nil)
        tree = .allocate(capacity: max(1, runs.count))
        tree.initialize(repeating: -1)
        for run in runs.indices { try advance(run) }
        for run in runs.indices.reversed() { enter(Int32(run)) }
    }

    deinit {
        heads.deallocate()
        ends.deallocate()
        tree.deallocate()
    }

    /// The next row, or nil at the end.
    ///
    /// It stays where it is until the next but one is asked for.
    func next() throws -> UnsafePointer<Int64>? {
        let top = tree[0]
        guard top >= 0, let row = heads[Int(top)] else { return nil }
        if row == ends[Int(top)] { held = (runs[Int(top)].rows, held.last) }
        try advance(Int(top))
        play(top)
        return UnsafePointer(row)
    }

    /// Goes on to the next row of a run.
    private func advance(_ run: Int) throws {
        if let head = heads[run], head != ends[run] { return heads[run] = head + width }
        heads[run] = nil
        guard let rows = try unpacked(run) else { return }
        runs[run].rows = rows
        ends[run] = rows[rows.count - 1]
        heads[run] = rows[0]
    }

    /// The next rows of a run, from the piece at hand or the one behind it; nil at the end.
    private func unpacked(_ run: Int) throws -> FlatRows? {
        if let rows = runs[run].unpack() { return rows }
        guard let piece = runs[run].take() else { return nil }
        let bytes = try source.piece(runs[run].chunk, piece)
        guard let packed = PackedRows(bytes, width: width, late: late), packed.count > 0 else {
            throw StagingFault.damagedPiece
        }
        runs[run].begin(packed)
        return runs[run].unpack()
    }

    /// Puts a run into the tree while it is being made: it waits at the first game that has no other yet.
    private func enter(_ run: Int32) {
        var winner = run
        var game = (Int(run) + runs.count) / 2
        while game > 0 {
            let other = tree[game]
            if other < 0 {
                tree[game] = winner
                return
            }
            if precedes(other, winner) { (tree[game], winner) = (winner, other) }
            game /= 2
        }
        tree[0] = winner
    }

    /// Plays the games of a run whose row is another now.
    private func play(_ run: Int32) {
        var winner = run
        var game = (Int(run) + runs.count) / 2
        while game > 0 {
            let other = tree[game]
            if precedes(other, winner) {
                tree[game] = winner
                winner = other
            }
            game /= 2
        }
        tree[0] = winner
    }

    /// Whether a run's row goes before another's; a run without rows goes behind all.
    @inline(__always)
    private func precedes(_ left: Int32, _ right: Int32) -> Bool {
        guard let first = heads[Int(left)] else { return false }
        guard let second = heads[Int(right)] else { return true }
        let difference = order(first, second, keyCount)
        return difference == 0 ? first[width - 1] < second[width - 1] : difference < 0
    }
}

/// One sorted chunk on its way through a merge.
private struct SortedRun {
    let chunk: Int
    let pieces: Int
    private var next = 0
    /// The piece that is at hand, and how many of its rows were unpacked.
    private var packed: PackedRows?
    private var done = 0
    /// The rows that are unpacked.
    var rows: FlatRows?

    /// Rows that are unpacked at a time.
    private static let stretch = 256

    init(chunk: Int, pieces: Int) {
        self.chunk = chunk
        self.pieces = pieces
    }

    /// The number of the next piece, or nil at the end.
    mutating func take() -> Int? {
        guard next < pieces else { return nil }
        next += 1
        return next - 1
    }

    /// Begins with a piece.
    mutating func begin(_ piece: PackedRows) {
        packed = piece
        done = 0
    }

    /// The next rows of the piece, or nil where it has no more.
    mutating func unpack() -> FlatRows? {
        guard let piece = packed else { return nil }
        let end = min(piece.count, done + SortedRun.stretch)
        defer { done = end }
        if end == piece.count { packed = nil }
        return piece.rows(done..<end)
    }
}
