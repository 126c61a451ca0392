/// A statement of pages that reads a table of pupils by its tenant alone, and why that is no fault.
struct WholeRead: Sendable {
    /// The tables that it reads so.
    let tables: Set<String>
    /// What is written in it and in no other, with single blanks.
    let words: String
    let why: String

    init(_ tables: Set<String>, _ words: String, _ why: String) {
        self.tables = tables
        self.words = words
        self.why = why
    }

    /// Whether it is this one that a statement is.
    func excuses(_ wide: StatementLog.Wide) -> Bool {
        tables.contains(wide.table) && wide.statement.contains(words)
    }

    /// Those that are known.
    ///
    /// What a page asks of one institution, class or pupil has no place here.
    static let known: [WholeRead] = [
        WholeRead(
            [
                "absence_subject", "assessment_group", "behaviour_entry", "exam_report", "kept_figure",
                "lesson_held",
                "mark_group", "past_failures",
            ],
            "WITH RECURSIVE known (year)",
            "the years that have data are leaped along keys; of behaviour and past failures there are a few for a pupil"
        ),
        WholeRead(
            ["kept_figure"],
            "SELECT year FROM kept_figure",
            "totals that institutions reported are a few for each of them"
        ),
        WholeRead(
            ["case_member"],
            "SELECT m.id, m.invited_on, m.name",
            "invitations that wait are looked for among all, as those who lead the work of a board see all"
        ),
        WholeRead(
            ["case_member"],
            "SELECT m.name, m.state, coalesce(n.name, '')",
            "in the order of their numbers, which SQLite reads rather than sort the few places of one case"
        ),
        WholeRead(
            ["case_member", "consultation", "prevention_case"],
            "count(DISTINCT x.pupil_id)",
            "a number about all cases and consultations of a board"
        ),
        WholeRead(
            ["consultation"],
            "SELECT x.pupil_id, min(x.day), 1, 1 FROM (SELECT k.institution_id",
            "the pupils behind a number about all consultations of a board"
        ),
        WholeRead(
            ["enrolment"],
            "count(DISTINCT",
            "the pupils of a whole board are counted, each once"
        ),
        WholeRead(
            ["enrolment"],
            "SELECT e.pupil_id, e.institution_id FROM enrolment e JOIN class_group c",
            "who is at two institutions at once is found by comparing the stays of all"
        ),
        WholeRead(
            ["enrolment"],
            "SELECT e.pupil_id, e.institution_id, e.class_id, coalesce(c.grade, 0)",
            "movement of a board is made of all its stays"
        ),
        WholeRead(
            ["enrolment"],
            "SELECT e.pupil_id, e.to_day, e.reason_out, e.institution_id",
            "those who left the institutions of a board are looked for among all stays"
        ),
        WholeRead(
            ["enrolment", "group_member"],
            "p.surname, p.forename, p.external_code, p.code_sealed",
            "a file of the pupils of a board, and one of its groups"
        ),
        WholeRead(
            ["enrolment"],
            "SELECT pupil_id, institution_id, from_day, to_day, class_id, programme_id FROM enrolment",
            "whom an import names is looked for among all"
        ),
        WholeRead(["group_member"], "SELECT group_id, pupil_id FROM group_member", "the same"),
        WholeRead(["pupil"], "SELECT id, search_key, external_code, code_index FROM pupil", "the same"),
        WholeRead(
            ["enrolment"],
            "row_number() OVER (PARTITION BY e.pupil_id",
            "the pupils behind the number of all pupils of a board"
        ),
        WholeRead(
            ["case_referral"],
            "SELECT r.tenant_id, r.id, r.pupil_id",
            "the list of referrals of a board"
        ),
        WholeRead(
            ["meeting_item"],
            "SELECT i.meeting_id, count(*) FROM meeting_item i",
            "how many pupils each meeting of a board has on its agenda"
        ),
        WholeRead(
            ["meeting_task"],
            "SELECT t.id, t.due_on, t.person",
            "tasks that are not done are looked for among all"
        ),
        WholeRead(
            ["plan_measure"],
            "FROM (SELECT m.institution_id AS institution_id, m.class_id AS class_id, m.grade AS grade",
            "the pupils behind a number about all measures of a board"
        ),
        WholeRead(
            ["plan_measure"],
            "SELECT m.id, m.to_day, c.owner_name",
            "measures whose last day comes are looked for among all"
        ),
        WholeRead(
            ["prevention_case"],
            "SELECT c.id, c.review_on, c.owner_name",
            "reviews that are due are looked for among all"
        ),
        WholeRead(
            ["prevention_case"],
            "SELECT c.tenant_id, c.id, c.pupil_id, c.institution_id",
            "the list of cases of a board"
        ),
        WholeRead(
            ["case_member", "prevention_case"],
            "SELECT x.pupil_id, x.day, x.n, x.d FROM (SELECT c.institution_id",
            "the pupils behind a number about all cases of a board"
        ),
        WholeRead(
            ["privacy_request"],
            "SELECT id, pupil_id, kind, asker, asked_on",
            "the list of requests of a board"
        ),
        WholeRead(
            ["pupil_alias"],
            "SELECT pupil_id, target_id FROM pupil_alias",
            "few numbers of pupils lead to another, and all are needed to follow them"
        ),
        WholeRead(
            ["pupil_merge"],
            "SELECT id, pupil_id, other_id, at, account_name",
            "the list of those who were joined"
        ),
        WholeRead(
            ["pupil_merge"],
            "SELECT coalesce(",
            "of joined pupils there are few, and what was done last among them tells whether data changed"
        ),
        WholeRead(
            ["pupil_pair"],
            "SELECT pupil_id, other_id, why",
            "the list of those who may be one person"
        ),
        WholeRead(
            ["risk_step"],
            "SELECT t.signal_id, t.at, t.account_id",
            "who looked at the signals of a year, whose number is near that of all steps"
        ),
    ]
}
