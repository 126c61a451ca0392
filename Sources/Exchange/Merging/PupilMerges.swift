package import Frame
package import Kernel
package import Storage

/// Two numbers of a pupil that became one.
package struct PupilMerge: Sendable, Readable {
    /// Its own number.
    package let id: Int
    /// The pupil whose number counts.
    package let pupil: PupilID
    /// The number that leads there.
    package let other: PupilID
    /// When.
    package let at: Instant
    /// Who said so.
    package let account: String
    /// Rows that were moved.
    package let moved: Int
    /// Rows that were put aside, as the other pupil has some that tell of the same.
    package let aside: Int
    /// When they were parted again; nil while they are one.
    package let undoneAt: Instant?
    /// Who parted them.
    package let undoneBy: String
    /// Since when what was moved is not kept any more; nil while it is.
    package let ended: Day?

    static let columns: SQL = """
        id, pupil_id, other_id, at, account_name, moved, put_aside, undone_at, undone_by, undo_ended_on
        """

    /// Reads the columns.
    package init(row: inout Row) throws {
        id = try row.next()
        pupil = try row.next()
        other = try row.next()
        at = Instant(milliseconds: try row.next())
        account = try row.next()
        moved = try row.next()
        aside = try row.next()
        let undone: Int = try row.next()
        undoneAt = undone == 0 ? nil : Instant(milliseconds: undone)
        undoneBy = try row.next()
        let ended: Day = try row.next()
        self.ended = ended.number == 0 ? nil : ended
    }

    /// Whether they can be parted.
    package var canBeUndone: Bool { undoneAt == nil && ended == nil }
}

/// The joinings of pupils of a tenant.
package struct PupilMerges {
    let tenant: TenantID
    let connection: Connection

    /// Those of a tenant.
    package init(_ tenant: TenantID, _ connection: Connection) {
        self.tenant = tenant
        self.connection = connection
    }

    /// All of them, the latest first.
    package func all() throws -> [PupilMerge] {
        try connection.rows(
            "SELECT \(PupilMerge.columns) FROM pupil_merge WHERE tenant_id = \(tenant) ORDER BY id DESC",
            as: PupilMerge.self
        )
    }

    /// One of them; nil where there is none of the number.
    package func find(_ id: Int) throws -> PupilMerge? {
        try connection.first(
            "SELECT \(PupilMerge.columns) FROM pupil_merge WHERE tenant_id = \(tenant) AND id = \(id)",
            as: PupilMerge.self
        )
    }

    /// A later one that has to be parted first: it moved what this one had moved.
    func later(than merge: PupilMerge) throws -> Int? {
        let pupils = [merge.pupil, merge.other]
        return try connection.value(
            """
            SELECT id FROM pupil_merge WHERE tenant_id = \(tenant) AND undone_at = 0 AND id > \(merge.id)
                AND (pupil_id IN (\(list: pupils)) OR other_id IN (\(list: pupils)))
            ORDER BY id DESC LIMIT 1
            """,
            Int.self
        )
    }

    /// From now on pupils who were joined before a day cannot be parted: what was moved goes.
    func end(before last: Day, today: Day) throws {
        let old: SQL = """
            tenant_id = \(tenant) AND undone_at = 0 AND undo_ended_on = 0 AND at < \(last.start.milliseconds)
            """
        try connection.execute(
            """
            DELETE FROM pupil_merge_row WHERE tenant_id = \(tenant)
                AND merge_id IN (SELECT id FROM pupil_merge WHERE \(old))
            """
        )
        try connection.execute("UPDATE pupil_merge SET undo_ended_on = \(today) WHERE \(old)")
    }

    /// Removes what was moved of pupils who were erased; their joinings may be gone already.
    func forget(_ pupils: Set<PupilID>) throws {
        let all: SQL = "SELECT id FROM pupil_merge WHERE tenant_id = \(tenant)"
        let some = pupils.sorted()
        for start in stride(from: 0, to: some.count, by: 400) {
            let piece = Array(some[start..<min(start + 400, some.count)])
            try connection.execute(
                """
                DELETE FROM pupil_merge_row WHERE tenant_id = \(tenant) AND (merge_id NOT IN (\(all))
                    OR merge_id IN (\(all) AND (pupil_id IN (\(list: piece)) OR other_id IN (\(list: piece)))))
                """
            )
        }
    }

    /// Another number whenever pupils were joined or parted: figures count them otherwise since.
    package static func mark(_ tenant: TenantID, _ connection: Connection) throws -> Int {
        try connection.value(
            """
            SELECT coalesce(sum(CASE WHEN undone_at > 0 THEN 2 ELSE 1 END), 0) FROM pupil_merge
            WHERE tenant_id = \(tenant)
            """,
            Int.self
        ) ?? 0
    }

    /// Whether pupils were joined or parted since a moment: what was read of files before names them otherwise.
    func happened(since moment: Instant) throws -> Bool {
        try connection.value(
            """
            SELECT 1 FROM pupil_merge WHERE tenant_id = \(tenant)
                AND (at > \(moment.milliseconds) OR undone_at > \(moment.milliseconds)) LIMIT 1
            """,
            Int.self
        ) != nil
    }
}
