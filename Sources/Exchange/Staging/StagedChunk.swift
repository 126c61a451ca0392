/// Rows that are read and go to staging: sorted and cut into pieces on their way.
enum StagedChunk: Sendable {
    /// Facts of a table.
    case facts(lane: String, keyCount: Int, FlatRows)
    /// Rows of a register.
    case register(lane: String, [StagedRow])

    /// Facts in a piece: the merge holds one piece of every chunk at a time.
    static let factPiece = 4_096
    /// Register rows in a piece.
    static let registerPiece = 512

    /// The lane, and each piece as its row count and bytes, in the order of the key.
    func packed() -> (lane: String, pieces: [StagedPiece]) {
        switch self {
        case .facts(let lane, let keyCount, let rows):
            let places = rows.places(byFirst: keyCount)
            let pieces = stride(from: 0, to: places.count, by: StagedChunk.factPiece).map { start in
                let part = places[start..<min(places.count, start + StagedChunk.factPiece)]
                return StagedPiece(count: part.count, bytes: FlatCodec.encode(rows, part))
            }
            return (lane, pieces)
        case .register(let lane, let rows):
            let pieces = stride(from: 0, to: rows.count, by: StagedChunk.registerPiece).map { start in
                let part = rows[start..<min(rows.count, start + StagedChunk.registerPiece)]
                var writer = ByteWriter()
                for row in part { row.write(&writer) }
                return StagedPiece(count: part.count, bytes: writer.bytes)
            }
            return (lane, pieces)
        }
    }
}

/// A part of a chunk, small enough that one of every chunk fits into memory.
struct StagedPiece: Sendable {
    let count: Int
    let bytes: [UInt8]
}
