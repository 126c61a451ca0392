internal import Storage

extension Migration {
    /// Who answered for a case before a step of it and who does since; 0 where the owner did not change.
    ///
    /// The words of a step are sealed, and both of them are to be told on the days after it.
    static let caseOwners = Migration(
        id: "2027-04-z-case-owners",
        tables: [],
        sql: """
            ALTER TABLE case_step ADD COLUMN former_id INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE case_step ADD COLUMN next_id INTEGER NOT NULL DEFAULT 0;
            CREATE INDEX case_step_former ON case_step (tenant_id, former_id, at);
            CREATE INDEX case_step_next ON case_step (tenant_id, next_id, at);
            """
    )
}
