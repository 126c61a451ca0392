internal import Frame
internal import Kernel
internal import Storage

/// Minutes of meetings: who led and who came, what was said and decided, and the requests that were spoken of.
///
/// What tells of a pupil goes with the pupil where that is earlier; notes and tasks that stand in a case are the case's.
enum MinutesKeeping: TimedRecords {
    static let retention = "minutes"
    static let words = FactWords(
        Text(lv: "Sanāksmju protokoli", en: "Minutes of meetings"),
        Noun(
            lv: "sanāksmes protokols",
            "sanāksmju protokoli",
            en: "meeting with its minutes",
            "meetings with their minutes"
        )
    )
    static let tombstones = Tombstones("ended_meeting", number: "meeting_id")
    static let tables = [
        "meeting", "meeting_member", "meeting_addition", "meeting_item", "meeting_request", "meeting_note",
        "meeting_task",
    ]

    static func end(_ end: KeepingEnd) throws -> [Int] {
        let due = try end.connection.rows(
            """
            SELECT m.id, m.kind, m.institution_id, m.day, m.state FROM meeting m
            WHERE m.tenant_id = \(end.tenant) AND m.day < \(end.last) AND m.id NOT IN (
                SELECT i.meeting_id FROM meeting_item i
                WHERE i.tenant_id = \(end.tenant) AND i.pupil_id IN (\(end.pupils)))
            ORDER BY m.day, m.id LIMIT \(end.most)
            """,
            Int.self,
            MeetingKind.self,
            InstitutionID.self,
            Day.self,
            MeetingState.self
        )
        for (id, kind, institution, day, state) in due {
            try end.connection.execute(
                """
                INSERT INTO ended_meeting (tenant_id, meeting_id, kind, institution_id, held_on, day)
                VALUES (\(end.tenant), \(id), \(kind), \(institution), \(state.tookPlace ? day.number : 0),
                    \(end.desk.today))
                """
            )
        }
        let ids = due.map(\.0)
        try remove(ids, end.tenant, end.connection)
        return ids
    }

    /// Removes meetings with all that is a part of them; what other tables refer to goes last.
    private static func remove(_ ids: [Int], _ tenant: TenantID, _ connection: Connection) throws {
        guard !ids.isEmpty else { return }
        let parts: SQL = "tenant_id = \(tenant) AND meeting_id IN (\(list: ids))"
        let spoken: SQL = "tenant_id = \(tenant) AND item_id IN (SELECT id FROM meeting_item WHERE \(parts))"
        for table in ["meeting_note", "meeting_task", "meeting_request"] as [SQL] {
            try connection.execute("DELETE FROM \(table) WHERE \(spoken)")
        }
        for table in ["meeting_item", "meeting_addition", "meeting_member"] as [SQL] {
            try connection.execute("DELETE FROM \(table) WHERE \(parts)")
        }
        try connection.execute("DELETE FROM meeting WHERE tenant_id = \(tenant) AND id IN (\(list: ids))")
    }
}
