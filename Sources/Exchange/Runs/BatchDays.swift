package import Frame
package import Kernel
package import Storage

/// When imports brought what they brought.
package enum BatchDays {
    /// The days on which some imports were applied.
    package static func applied(
        _ batches: Set<BatchID>,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [BatchID: Day] {
        guard !batches.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            SELECT id, applied_at FROM batch
            WHERE tenant_id = \(tenant) AND id IN (\(list: batches.sorted())) ORDER BY id
            """,
            BatchID.self,
            Int.self
        )
        return rows.reduce(into: [:]) { $0[$1.0] = Instant(milliseconds: $1.1).day }
    }
}
