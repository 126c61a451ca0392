import Frame
import Storage

/// The marks of an import lie beside its chunks, in lanes of their own.
extension StagedStore {
    private static let marks = "mark"
    private static let memories = "memory"

    /// Writes a mark in the place of the one before it, and what was remembered since then.
    func write(_ mark: StagedMark, _ memory: [UInt8], _ connection: Connection) throws {
        let body = StagedPiece(count: 0, bytes: try JSON.bytes(mark))
        try write(StagedStore.marks, mark.number, [body], connection)
        if !memory.isEmpty {
            let piece = StagedPiece(count: 0, bytes: memory)
            try write(StagedStore.memories, mark.number, [piece], connection)
        }
        try remove(StagedStore.marks, "chunk < \(mark.number)", connection)
    }

    /// The mark that reading can be taken up at; nil where there is none, or one of another version of the program.
    func mark(_ connection: Connection) throws -> StagedMark? {
        guard let last = try bytes(StagedStore.marks, through: .max, connection).last else { return nil }
        return try? JSON.value(last, StagedMark.self)
    }

    /// What was remembered of the lines before a mark, in their order.
    func memory(of mark: StagedMark, _ connection: Connection) throws -> [RememberedLine] {
        try bytes(StagedStore.memories, through: mark.number, connection).flatMap { try LineMemory.lines($0) }
    }

    /// Forgets what was staged behind a mark: it is read again.
    func trim(to mark: StagedMark, _ connection: Connection) throws {
        let lanes = try connection.rows(
            """
            SELECT DISTINCT lane FROM staging_chunk
            WHERE tenant_id = \(tenant) AND import_id = \(importID) ORDER BY lane
            """,
            String.self
        )
        for lane in lanes {
            let isOfMarks = lane == StagedStore.marks || lane == StagedStore.memories
            let kept = isOfMarks ? mark.number + 1 : mark.chunks[lane] ?? 0
            try remove(lane, "chunk >= \(kept)", connection)
        }
    }

    private func remove(_ lane: String, _ condition: SQL, _ connection: Connection) throws {
        try connection.removingSealed {
            try connection.execute(
                """
                DELETE FROM staging_chunk
                WHERE tenant_id = \(tenant) AND import_id = \(importID) AND lane = \(lane) AND \(condition)
                """
            )
        }
    }

    private func bytes(_ lane: String, through last: Int, _ connection: Connection) throws -> [[UInt8]] {
        var out: [[UInt8]] = []
        try connection.each(
            """
            SELECT chunk, piece, rows_sealed FROM staging_chunk
            WHERE tenant_id = \(tenant) AND import_id = \(importID) AND lane = \(lane) AND chunk <= \(last)
            ORDER BY chunk, piece
            """
        ) { row in
            let chunk = try row.next(Int.self)
            let place = place(lane, chunk, try row.next())
            let sealed = try row.next([UInt8].self)
            out.append(try connection.sealer.open(sealed, tenant: tenant.rawValue, bound: place))
        }
        return out
    }
}
