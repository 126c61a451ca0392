internal import Frame
internal import Storage

extension Migration {
    /// What a referral says on the further questions of its form, with the first day of the version it is written on.
    ///
    /// A referral from before there was a form has no row.
    static let referralForms = Migration(
        id: "2027-04-referrals-forms",
        tables: [
            note(
                "referral_form",
                ["referral_id"],
                sealed: ["answers_sealed"],
                partOf: TableNote.Whole("referral_id", of: "case_referral")
            )
        ],
        sql: """
            CREATE TABLE referral_form (
                tenant_id INTEGER NOT NULL,
                referral_id INTEGER NOT NULL,
                from_day INTEGER NOT NULL,
                answers_sealed BLOB NOT NULL,
                PRIMARY KEY (tenant_id, referral_id),
                FOREIGN KEY (tenant_id, referral_id) REFERENCES case_referral (tenant_id, id)
            ) {register};
            """
    )
}
