internal import Frame
internal import Storage

/// What past years count of cases, plans and consultations once the words are gone.
enum CaseCounts {
    /// The tables of a case itself, by the column that names the case.
    static let ofCase: [(rows: CountedRows, column: SQL)] = [
        (
            CountedRows(
                "prevention_case",
                words: ["owner_name"],
                sealed: ["reason_sealed"],
                end: "closed_on"
            ), "id"
        ),
        (CountedRows("case_step", words: ["account_name"], sealed: ["reason_sealed"]), "case_id"),
        (CountedRows("case_member", words: ["name"], sealed: ["purpose_sealed"]), "case_id"),
        (plans, "case_id"), (referrals, "case_id"),
    ]

    /// What was asked tells of the pupil as words do, and no measure counts by it.
    static let referrals = CountedRows(
        "case_referral",
        words: ["kind", "name", "sender_name", "answered_name", "finished_name"],
        sealed: ["reason_sealed", "answer_sealed", "outcome_sealed"]
    )

    static let plans = CountedRows("support_plan", words: ["account_name"])
    static let measures = CountedRows("plan_measure", words: ["provider"], end: "ended_on")
    static let consultations = CountedRows("consultation", words: ["account_name"])

    /// All of them, for a pupil who is taken away.
    static let all = ofCase.map(\.rows) + [measures, consultations]
}
