import Storage

extension Migration {
    /// Which numbers of pupils became one, and what was moved, so that they can be parted again.
    ///
    /// `undone_at` is 0 while they are one, `undo_ended_on` while they can be parted.
    static let merges = Migration(
        id: "2027-01-merges",
        tables: [
            TableNote(
                name: "pupil_merge",
                holds: .pupils,
                retention: "schooling",
                key: ["tenant_id", "id"]
            ),
            TableNote(
                name: "pupil_merge_row",
                holds: .pupils,
                retention: "undo",
                sealed: ["old"],
                key: ["tenant_id", "merge_id", "row_no"]
            ),
        ],
        sql: """
            CREATE TABLE pupil_merge (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                other_id INTEGER NOT NULL,
                at INTEGER NOT NULL,
                account_name TEXT NOT NULL,
                moved INTEGER NOT NULL,
                put_aside INTEGER NOT NULL,
                undone_at INTEGER NOT NULL DEFAULT 0,
                undone_by TEXT NOT NULL DEFAULT '',
                undo_ended_on INTEGER NOT NULL DEFAULT 0,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE UNIQUE INDEX pupil_merge_other ON pupil_merge (tenant_id, other_id) WHERE undone_at = 0;
            CREATE INDEX pupil_merge_pupil ON pupil_merge (tenant_id, pupil_id);
            CREATE TABLE pupil_merge_row (
                tenant_id INTEGER NOT NULL,
                merge_id INTEGER NOT NULL,
                row_no INTEGER NOT NULL,
                old BLOB NOT NULL,
                PRIMARY KEY (tenant_id, merge_id, row_no)
            ) {facts};
            """
    )
}
