import Foundation
package import Frame
import Kernel
import Storage

/// Files that came through a page: sealed in the `state` store, so that any server can go on with them.
package struct Uploads: Sendable {
    private let desk: Desk

    /// The uploads of the desk's tenant.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// Keeps a file and gives the number it is asked for by.
    package func keep(_ file: UploadedFile) async throws -> Int {
        try ImportScope(desk).requireAny()
        let (tenant, now, account) = (desk.tenant, desk.clock(), desk.asker.account)
        let path = file.path
        let (bytes, digest) = try await aside { try SourceFile.fingerprint(path) }
        return try await desk.database.state.write { connection in
            let ids = try connection.takeIds(tenant: tenant.rawValue, kind: "upload", count: 1)
            let id = ids.lowerBound
            try connection.execute(
                """
                INSERT INTO upload (tenant_id, id, account_id, name, byte_count, sha256, created_at)
                VALUES (\(tenant), \(id), \(account), \(file.name), \(bytes), \(digest), \(now.milliseconds))
                """
            )
            let blocks = try Blocks(path)
            var piece = 0
            while let block = try blocks.next() {
                let place = Uploads.place(tenant, id, piece)
                let sealed = try connection.sealer.seal(block, tenant: tenant.rawValue, bound: place)
                try connection.execute(
                    """
                    INSERT INTO upload_chunk (tenant_id, upload_id, piece, bytes_sealed)
                    VALUES (\(tenant), \(id), \(piece), \(sealed))
                    """
                )
                piece += 1
            }
            return id
        }
    }

    /// Forgets a file.
    package func drop(_ id: Int) async throws {
        let tenant = desk.tenant
        try await desk.database.state.write { try Uploads.remove(id, tenant, $0) }
    }

    /// Refuses files that somebody else brought, except to those who import for the whole board.
    func requireOwn(_ ids: [Int]) async throws {
        guard !ids.isEmpty, !ImportScope(desk).isWhole else { return }
        let (tenant, account) = (desk.tenant, desk.asker.account)
        let own = try await desk.database.state.read { connection in
            try connection.rows(
                """
                SELECT id FROM upload
                WHERE tenant_id = \(tenant) AND account_id = \(account) AND id IN (\(list: ids)) ORDER BY id
                """,
                Int.self
            )
        }
        guard Set(own) == Set(ids) else { throw Uploads.gone }
    }

    /// Writes a kept file into a folder that only this process looks into.
    func open(_ id: Int, into folder: TemporaryFiles) async throws -> (path: String, name: String) {
        let tenant = desk.tenant
        let (path, handle) = try folder.make("\(id)")
        defer { try? handle.close() }
        let found = try await desk.database.state.read { connection in
            try connection.rows(
                """
                SELECT u.name, count(c.piece) FROM upload AS u
                LEFT JOIN upload_chunk AS c ON c.tenant_id = u.tenant_id AND c.upload_id = u.id
                WHERE u.tenant_id = \(tenant) AND u.id = \(id) GROUP BY u.name
                """,
                String.self,
                Int.self
            )
        }
        guard let (name, pieces) = found.first else { throw Uploads.gone }
        for piece in 0..<pieces {
            let block = try await desk.database.state.read { connection in
                let sealed = try connection.value(
                    """
                    SELECT bytes_sealed FROM upload_chunk
                    WHERE tenant_id = \(tenant) AND upload_id = \(id) AND piece = \(piece)
                    """,
                    [UInt8].self
                )
                guard let sealed else { throw Uploads.gone }
                let place = Uploads.place(tenant, id, piece)
                return try connection.sealer.open(sealed, tenant: tenant.rawValue, bound: place)
            }
            try handle.write(contentsOf: block)
        }
        return (path, name)
    }

    static func remove(_ id: Int, _ tenant: TenantID, _ connection: Connection) throws {
        try connection.execute("DELETE FROM upload_chunk WHERE tenant_id = \(tenant) AND upload_id = \(id)")
        try connection.execute("DELETE FROM upload WHERE tenant_id = \(tenant) AND id = \(id)")
    }

    private static func place(_ tenant: TenantID, _ id: Int, _ piece: Int) -> SealedPlace {
        SealedPlace(table: "upload_chunk", column: "bytes_sealed", key: tenant, id, piece)
    }

    private static let gone = Refusal(
        .unknown,
        Text(lv: "Augšupielādētā faila vairs nav.", en: "The uploaded file is no longer here."),
        advice: Text(lv: "Augšupielādējiet to vēlreiz.", en: "Upload it again.")
    )
}
