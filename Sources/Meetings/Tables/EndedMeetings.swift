internal import Frame
internal import Storage

extension Migration {
    /// The tombstones of meetings whose minutes are not kept any more, with what programmes count of them over years.
    ///
    /// `held_on` is 0 where the meeting did not take place; `day` is that on which keeping ended.
    static let endedMeetings = Migration(
        id: "2026-12-ended-meetings",
        tables: [
            TableNote(
                name: "ended_meeting",
                holds: .organisations,
                retention: "permanent",
                key: ["tenant_id", "meeting_id"]
            )
        ],
        sql: """
            CREATE TABLE ended_meeting (
                tenant_id INTEGER NOT NULL,
                meeting_id INTEGER NOT NULL,
                kind INTEGER NOT NULL CHECK (kind >= 1),
                institution_id INTEGER NOT NULL,
                held_on INTEGER NOT NULL,
                day INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, meeting_id)
            ) {register};
            CREATE INDEX ended_meeting_held ON ended_meeting (tenant_id, kind, held_on);
            CREATE INDEX ended_meeting_day ON ended_meeting (tenant_id, day);
            """
    )
}
