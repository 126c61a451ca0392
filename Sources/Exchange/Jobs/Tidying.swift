import Frame
import Kernel
import Storage

/// Removes what imports left that nobody came back to: staged rows, plans, rejected lines, uploads, finished jobs.
///
/// All of it holds personal data, so it is not kept longer than a person may need to decide, or to mend what was rejected.
struct Tidying: Sendable {
    let desk: Desk

    /// How long an import waits for a person's word, and what it rejected for somebody to mend it.
    static let patience = Duration.seconds(14 * 86_400)

    /// Whether what was left at a moment is still there at another: whatever tells of it asks this.
    static func keeps(_ left: Instant, at moment: Instant) -> Bool { moment <= left + patience }

    func run() async throws {
        let (tenant, now) = (desk.tenant, desk.clock())
        let before = now - Tidying.patience
        let (imports, database) = (ImportStore(tenant: tenant), desk.database)
        try await database.state.write { connection in
            let open: [ImportState] = [.staging, .planned, .failed]
            for record in try imports.list(open, connection) where record.touchedAt < before {
                guard try imports.move(record.id, from: open, to: .discarded, now, connection) else {
                    continue
                }
                let id = record.id.rawValue
                try StagedStore(database: database, tenant: tenant, importID: id).clear(connection)
                try RejectStore(tenant: tenant, importID: id).clear(connection)
            }
            try imports.forget([.applied, .unchanged, .discarded], before: before, connection)
            let uploads = try connection.rows(
                """
                SELECT id FROM upload
                WHERE tenant_id = \(tenant) AND created_at < \(before.milliseconds) ORDER BY id
                """,
                Int.self
            )
            for upload in uploads { try Uploads.remove(upload, tenant, connection) }
            try connection.execute(
                """
                DELETE FROM job WHERE tenant_id = \(tenant) AND finished_at > 0
                AND finished_at < \(before.milliseconds)
                """
            )
        }
    }
}
