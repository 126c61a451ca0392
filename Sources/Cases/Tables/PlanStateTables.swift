internal import Frame
internal import Storage

extension Migration {
    /// Plans as they stood with each version, and after each change of their measures.
    ///
    /// Sums, agreement, result and measures stand in columns that change, so that a version could not be printed again as
    /// it was signed. Of versions from before there is the body alone, and their page says so.
    static let planStates = Migration(
        id: "2027-04-plan-states",
        tables: [
            note(
                "plan_state",
                ["plan_id", "number", "ordinal"],
                sealed: ["state_sealed", "change_sealed"],
                partOf: TableNote.Whole("plan_id", of: "support_plan")
            )
        ],
        sql: """
            CREATE TABLE plan_state (
                tenant_id INTEGER NOT NULL,
                plan_id INTEGER NOT NULL,
                number INTEGER NOT NULL CHECK (number >= 1),
                ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
                at INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                account_name TEXT NOT NULL,
                state_sealed BLOB NOT NULL,
                change_sealed BLOB NOT NULL,
                PRIMARY KEY (tenant_id, plan_id, number, ordinal),
                FOREIGN KEY (tenant_id, plan_id) REFERENCES support_plan (tenant_id, id)
            ) {register};
            CREATE INDEX support_plan_pupil ON support_plan (tenant_id, pupil_id);
            """
    )
}
