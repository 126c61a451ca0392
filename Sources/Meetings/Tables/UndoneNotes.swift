internal import Frame
internal import Storage

extension Migration {
    /// Notes of meetings that their author took back stay, with who did it and when: until now they were gone.
    static let undoneNotes = Migration(
        id: "2027-05-undone-notes",
        tables: [],
        sql: """
            ALTER TABLE meeting_note ADD COLUMN is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1));
            ALTER TABLE meeting_note ADD COLUMN undone_at INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE meeting_note ADD COLUMN undone_by TEXT NOT NULL DEFAULT '';
            """
    )
}
