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

/// Chunks of a lane in staging, and some in memory behind them.
struct JoinedPieces: PieceSource {
    let staged: StagedPieces
    let memory: MemoryPieces

    /// Numbers from here on are of chunks in memory.
    private static let border = 1 << 40

    func chunks() throws -> [(chunk: Int, pieces: Int)] {
        try staged.chunks()
            + memory.chunks().map { (chunk: JoinedPieces.border + $0.chunk, pieces: $0.pieces) }
    }

    func piece(_ chunk: Int, _ piece: Int) throws -> [UInt8] {
        guard chunk < JoinedPieces.border else { return memory.piece(chunk - JoinedPieces.border, piece) }
        return try staged.piece(chunk, piece)
    }
}

/// Chunks in memory, packed: some ten bytes a row.
final class MemoryPieces: PieceSource {
    private var packed: [[[UInt8]]] = []

    /// Whether nothing was added.
    var isEmpty: Bool { packed.isEmpty }

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
