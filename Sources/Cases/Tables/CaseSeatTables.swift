internal import Storage

extension Migration {
    /// Who stopped taking part is told from who handed the place over, whose place somebody took, and when a place
    /// changed.
    ///
    /// Until now both were state 4, and nobody could name a successor: whoever has it has left. The states ended at 5, and
    /// not both engines can widen a condition where it stands, so the table is made anew with its rows.
    static let caseSeats = Migration(
        id: "2027-04-case-seats",
        tables: [],
        sql: """
            CREATE TABLE case_member_of_seats (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                case_id INTEGER NOT NULL,
                body INTEGER NOT NULL CHECK (body BETWEEN 1 AND 7),
                account_id INTEGER NOT NULL CHECK (account_id > 0),
                name TEXT NOT NULL,
                level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 2),
                parts INTEGER NOT NULL CHECK (parts BETWEEN 0 AND 3),
                state INTEGER NOT NULL CHECK (state >= 1),
                basis INTEGER NOT NULL CHECK (basis BETWEEN 1 AND 4),
                purpose_sealed BLOB NOT NULL,
                invited_on INTEGER NOT NULL,
                answered_on INTEGER NOT NULL DEFAULT 0,
                ends_on INTEGER NOT NULL CHECK (ends_on > 0),
                invited_by INTEGER NOT NULL,
                instead_of INTEGER NOT NULL DEFAULT 0,
                changed_at INTEGER NOT NULL DEFAULT 0,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                FOREIGN KEY (tenant_id, case_id) REFERENCES prevention_case (tenant_id, id)
            ) {register};
            INSERT INTO case_member_of_seats (tenant_id, id, case_id, body, account_id, name, level, parts, state, basis,
                    purpose_sealed, invited_on, answered_on, ends_on, invited_by, version)
                SELECT tenant_id, id, case_id, body, account_id, name, level, parts,
                    CASE WHEN state = 4 THEN 6 ELSE state END, basis, purpose_sealed, invited_on, answered_on, ends_on,
                    invited_by, version
                FROM case_member;
            DROP TABLE case_member;
            ALTER TABLE case_member_of_seats RENAME TO case_member;
            CREATE INDEX case_member_case ON case_member (tenant_id, case_id, account_id);
            CREATE INDEX case_member_account ON case_member (tenant_id, account_id, ends_on);
            """
    )
}
