package import Frame
package import Kernel
package import Storage

/// An import as a home page tells of it: when, what, how many rows; nothing of whom it was about.
package struct RecentBatch: Readable, Sendable {
    /// Its number.
    package let id: BatchID
    /// The format.
    package let format: String
    /// When it was applied.
    package let appliedAt: Instant
    /// Rows added.
    package let added: Int
    /// Rows changed.
    package let changed: Int
    /// Rows removed.
    package let removed: Int
    /// Values and lines rejected.
    package let rejected: Int
    /// Whose data it is: an institution's, or all of the board.
    package let scope: Scope

    /// Whether the lines that the import rejected can still be looked at.
    package func keepsRejectedLines(at moment: Instant) -> Bool {
        Tidying.keeps(appliedAt, at: moment)
    }

    package init(row: inout Row) throws {
        id = try row.next()
        format = try row.next()
        appliedAt = Instant(milliseconds: try row.next())
        added = try row.next()
        changed = try row.next()
        removed = try row.next()
        rejected = try row.next()
        let institution = try row.next(Int.self)
        scope = institution > 0 ? Scope(institution: InstitutionID(rawValue: institution)) : .tenant
    }

    /// The latest imports that were not taken back, the newest first.
    package static func list(
        _ tenant: TenantID,
        limit: Int,
        _ connection: Connection
    ) throws -> [RecentBatch] {
        try connection.rows(
            """
            SELECT id, format, applied_at, added, changed, removed, rejected, institution_id FROM batch
            WHERE tenant_id = \(tenant) AND undone_at = 0 ORDER BY id DESC LIMIT \(limit)
            """
        )
    }
}
