internal import Frame
internal import Kernel
internal import Storage

extension Migration {
    /// Cases of support: how they went, who takes part, what was noted and is to be done.
    ///
    /// A day of 0 is none. A pupil has one case that is worked on at most, and each case has an owner.
    static let cases = Migration(
        id: "2026-11-cases",
        tables: [
            note("prevention_case", ["id"], sealed: ["reason_sealed"]),
            note("case_step", ["case_id", "ordinal"], sealed: ["reason_sealed"], partOf: ofCase),
            note("case_member", ["id"], sealed: ["purpose_sealed"], partOf: ofCase),
            note("case_note", ["id"], sealed: ["text_sealed"], partOf: ofCase),
            note("case_task", ["id"], sealed: ["text_sealed", "outcome_sealed"], partOf: ofCase),
        ],
        sql: """
            CREATE TABLE prevention_case (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 7),
                opened_on INTEGER NOT NULL,
                closed_on INTEGER NOT NULL DEFAULT 0,
                outcome INTEGER NOT NULL DEFAULT 0 CHECK (outcome BETWEEN 0 AND 5),
                owner_id INTEGER NOT NULL CHECK (owner_id > 0),
                owner_name TEXT NOT NULL,
                origin INTEGER NOT NULL CHECK (origin BETWEEN 1 AND 2),
                signal_id INTEGER NOT NULL DEFAULT 0,
                review_on INTEGER NOT NULL DEFAULT 0,
                reason_sealed BLOB NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                FOREIGN KEY (tenant_id, pupil_id) REFERENCES pupil (tenant_id, id),
                FOREIGN KEY (tenant_id, institution_id) REFERENCES institution (tenant_id, id)
            ) {register};
            CREATE UNIQUE INDEX prevention_case_open ON prevention_case (tenant_id, pupil_id) WHERE closed_on = 0;
            CREATE INDEX prevention_case_pupil ON prevention_case (tenant_id, pupil_id, id);
            CREATE INDEX prevention_case_place ON prevention_case (tenant_id, institution_id, closed_on);
            CREATE INDEX prevention_case_owner ON prevention_case (tenant_id, owner_id, closed_on);
            CREATE TABLE case_step (
                tenant_id INTEGER NOT NULL,
                case_id INTEGER NOT NULL,
                ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
                day INTEGER NOT NULL,
                at INTEGER NOT NULL,
                state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 7),
                account_id INTEGER NOT NULL,
                account_name TEXT NOT NULL,
                reason_sealed BLOB NOT NULL,
                PRIMARY KEY (tenant_id, case_id, ordinal),
                FOREIGN KEY (tenant_id, case_id) REFERENCES prevention_case (tenant_id, id)
            ) {register};
            CREATE TABLE case_member (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                case_id INTEGER NOT NULL,
                body INTEGER NOT NULL CHECK (body BETWEEN 1 AND 7),
                account_id INTEGER NOT NULL CHECK (account_id > 0),
                name TEXT NOT NULL,
                level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 2),
                parts INTEGER NOT NULL CHECK (parts BETWEEN 0 AND 3),
                state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5),
                basis INTEGER NOT NULL CHECK (basis BETWEEN 1 AND 4),
                purpose_sealed BLOB NOT NULL,
                invited_on INTEGER NOT NULL,
                answered_on INTEGER NOT NULL DEFAULT 0,
                ends_on INTEGER NOT NULL CHECK (ends_on > 0),
                invited_by INTEGER NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                FOREIGN KEY (tenant_id, case_id) REFERENCES prevention_case (tenant_id, id)
            ) {register};
            CREATE INDEX case_member_case ON case_member (tenant_id, case_id, account_id);
            CREATE INDEX case_member_account ON case_member (tenant_id, account_id, ends_on);
            CREATE TABLE case_note (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                case_id INTEGER NOT NULL,
                level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
                day INTEGER NOT NULL,
                at INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                account_name TEXT NOT NULL,
                text_sealed BLOB NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                FOREIGN KEY (tenant_id, case_id) REFERENCES prevention_case (tenant_id, id)
            ) {register};
            CREATE INDEX case_note_case ON case_note (tenant_id, case_id, day);
            CREATE TABLE case_task (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                case_id INTEGER NOT NULL,
                body INTEGER NOT NULL CHECK (body BETWEEN 1 AND 7),
                person TEXT NOT NULL,
                due_on INTEGER NOT NULL,
                done_on INTEGER NOT NULL DEFAULT 0,
                text_sealed BLOB NOT NULL,
                outcome_sealed BLOB NOT NULL,
                account_id INTEGER NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                FOREIGN KEY (tenant_id, case_id) REFERENCES prevention_case (tenant_id, id)
            ) {register};
            CREATE INDEX case_task_case ON case_task (tenant_id, case_id, due_on);
            """
    )

    private static let ofCase = TableNote.Whole("case_id", of: "prevention_case")

    static func note(
        _ name: String,
        _ key: [String],
        sealed: [String] = [],
        partOf whole: TableNote.Whole? = nil
    ) -> TableNote {
        TableNote(
            name: name,
            holds: .pupils,
            retention: "schooling",
            sealed: sealed,
            key: ["tenant_id"] + key,
            partOf: whole
        )
    }
}

extension RegisterTable {
    /// Cases, so that no pupil or institution with one is taken back by an import.
    static let cases = RegisterTable(
        "prevention_case",
        columns: [
            "pupil_id", "institution_id", "class_id", "grade", "state", "opened_on", "closed_on", "outcome",
            "owner_id", "owner_name", "origin", "signal_id", "review_on", "reason_sealed",
        ],
        sealed: ["reason_sealed"],
        noun: FactWords(
            Text(lv: "Atbalsta gadījumi", en: "Cases of support"),
            Noun(lv: "gadījums", "gadījumi", en: "case", "cases")
        ),
        references: ["case_id"]
    )
}
