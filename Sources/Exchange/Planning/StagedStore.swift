import Frame
import Storage

/// The sealed chunks of an import in the `state` store.
struct StagedStore: Sendable {
    let database: Database
    let tenant: TenantID
    let importID: Int

    /// Writes the pieces of a chunk.
    func write(_ lane: String, _ chunk: Int, _ pieces: [StagedPiece], _ connection: Connection) throws {
        let columns = [
            "tenant_id", "import_id", "lane", "chunk", "piece", "row_count", "rows_sealed",
        ]
        let sealed = try pieces.enumerated().map { number, piece in
            let place = place(lane, chunk, number)
            return try connection.sealer.seal(piece.bytes, tenant: tenant.rawValue, bound: place)
        }
        _ = try connection.load("staging_chunk", columns) { loader in
            for (number, bytes) in sealed.enumerated() {
                loader.add(tenant.rawValue)
                loader.add(importID)
                loader.add(lane)
                loader.add(chunk)
                loader.add(number)
                loader.add(pieces[number].count)
                loader.add(bytes)
                loader.endRow()
            }
        }
    }

    /// How many pieces each chunk of a lane has, by the number of the chunk.
    func chunks(_ lane: String) async throws -> [(chunk: Int, pieces: Int)] {
        try await database.state.read { connection in
            try connection.rows(
                """
                SELECT chunk, count(*) FROM staging_chunk
                WHERE tenant_id = \(tenant) AND import_id = \(importID) AND lane = \(lane)
                GROUP BY chunk ORDER BY chunk
                """,
                Int.self,
                Int.self
            )
            .map { (chunk: $0.0, pieces: $0.1) }
        }
    }

    /// The bytes of a piece.
    func piece(_ lane: String, _ chunk: Int, _ piece: Int) async throws -> [UInt8] {
        try await database.state.read { connection in
            let sealed = try connection.value(
                """
                SELECT rows_sealed FROM staging_chunk
                WHERE tenant_id = \(tenant) AND import_id = \(importID) AND lane = \(lane)
                AND chunk = \(chunk) AND piece = \(piece)
                """,
                [UInt8].self
            )
            guard let sealed else { throw StagingFault.damagedPiece }
            let place = place(lane, chunk, piece)
            return try connection.sealer.open(sealed, tenant: tenant.rawValue, bound: place)
        }
    }

    /// Forgets all chunks.
    func clear(_ connection: Connection) throws {
        try connection.removingSealed {
            try connection.execute(
                "DELETE FROM staging_chunk WHERE tenant_id = \(tenant) AND import_id = \(importID)"
            )
        }
    }

    func place(_ lane: String, _ chunk: Int, _ piece: Int) -> SealedPlace {
        SealedPlace(
            table: "staging_chunk",
            column: "rows_sealed",
            key: tenant,
            importID,
            lane,
            chunk,
            piece
        )
    }
}
