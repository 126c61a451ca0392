internal import Frame
internal import Kernel
internal import Storage

extension Migration {
    /// Referrals between the institution of a pupil and other bodies.
    ///
    /// A day of 0 is none; a case of 0 is none, where a body turned to an institution without one. `account_id` is the
    /// worker of the other body: who gets it, or who sends it.
    static let referrals = Migration(
        id: "2027-04-referrals",
        tables: [
            note("case_referral", ["id"], sealed: ["reason_sealed", "answer_sealed", "outcome_sealed"])
        ],
        sql: """
            CREATE TABLE case_referral (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                case_id INTEGER NOT NULL DEFAULT 0,
                way INTEGER NOT NULL CHECK (way BETWEEN 1 AND 2),
                body INTEGER NOT NULL CHECK (body BETWEEN 2 AND 7),
                account_id INTEGER NOT NULL CHECK (account_id > 0),
                name TEXT NOT NULL,
                kind TEXT NOT NULL,
                basis INTEGER NOT NULL CHECK (basis BETWEEN 1 AND 4),
                state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5),
                sent_on INTEGER NOT NULL,
                sent_by INTEGER NOT NULL CHECK (sent_by > 0),
                sender_name TEXT NOT NULL,
                answered_on INTEGER NOT NULL DEFAULT 0,
                answered_name TEXT NOT NULL DEFAULT '',
                finished_on INTEGER NOT NULL DEFAULT 0,
                finished_name TEXT NOT NULL DEFAULT '',
                reason_sealed BLOB NOT NULL,
                answer_sealed BLOB NOT NULL,
                outcome_sealed BLOB NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                FOREIGN KEY (tenant_id, pupil_id) REFERENCES pupil (tenant_id, id),
                FOREIGN KEY (tenant_id, institution_id) REFERENCES institution (tenant_id, id)
            ) {register};
            CREATE INDEX case_referral_case ON case_referral (tenant_id, case_id, id);
            CREATE INDEX case_referral_pupil ON case_referral (tenant_id, pupil_id, id);
            CREATE INDEX case_referral_account ON case_referral (tenant_id, account_id, state);
            CREATE INDEX case_referral_sender ON case_referral (tenant_id, sent_by, state);
            CREATE INDEX case_referral_place ON case_referral (tenant_id, institution_id, way, state);
            CREATE INDEX case_referral_day ON case_referral (tenant_id, sent_on);
            """
    )

    /// What was asked goes from referrals whose words are gone: it was left beside the pupil.
    static let endedReferralKinds = Migration(
        id: "2027-04-z-ended-referral-kinds",
        tables: [],
        sql: "UPDATE case_referral SET kind = '' WHERE length(reason_sealed) = 0;"
    )
}

extension RegisterTable {
    /// Referrals, so that no pupil or institution with one is taken back by an import.
    static let referrals = RegisterTable(
        "case_referral",
        columns: [
            "pupil_id", "institution_id", "class_id", "case_id", "way", "body", "account_id", "name", "kind",
            "basis", "state", "sent_on", "sent_by", "sender_name", "answered_on", "answered_name",
            "finished_on", "finished_name", "reason_sealed", "answer_sealed", "outcome_sealed",
        ],
        sealed: ["reason_sealed", "answer_sealed", "outcome_sealed"],
        noun: FactWords(
            Text(lv: "Nosūtījumi", en: "Referrals"),
            Noun(lv: "nosūtījums", "nosūtījumi", en: "referral", "referrals")
        ),
        references: []
    )
}
