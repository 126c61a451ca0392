internal import Frame
internal import Kernel
internal import Storage

extension Migration {
    /// Individual plans with their measures, and the log of consultations.
    ///
    /// What a plan says in words is one sealed body for each version, the latest of which holds; what has to be counted
    /// stands in columns: measures, hours in minutes, money in cents.
    static let supportPlans = Migration(
        id: "2026-11-support-plans",
        tables: [
            note("support_plan", ["id"]),
            note(
                "plan_version",
                ["plan_id", "number"],
                sealed: ["body_sealed"],
                partOf: TableNote.Whole("plan_id", of: "support_plan")
            ),
            note("plan_measure", ["id"]),
            note("consultation", ["id"]),
        ],
        sql: """
            CREATE TABLE support_plan (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                case_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
                year INTEGER NOT NULL,
                term INTEGER NOT NULL CHECK (term BETWEEN 1 AND 2),
                made_on INTEGER NOT NULL,
                parents INTEGER NOT NULL CHECK (parents BETWEEN 0 AND 2),
                parents_on INTEGER NOT NULL DEFAULT 0,
                midterm_on INTEGER NOT NULL DEFAULT 0,
                result INTEGER NOT NULL DEFAULT 0 CHECK (result BETWEEN 0 AND 3),
                result_on INTEGER NOT NULL DEFAULT 0,
                transport INTEGER NOT NULL DEFAULT 0 CHECK (transport >= 0),
                meals INTEGER NOT NULL DEFAULT 0 CHECK (meals >= 0),
                lodging INTEGER NOT NULL DEFAULT 0 CHECK (lodging >= 0),
                items INTEGER NOT NULL DEFAULT 0 CHECK (items >= 0),
                account_id INTEGER NOT NULL,
                account_name TEXT NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                FOREIGN KEY (tenant_id, case_id) REFERENCES prevention_case (tenant_id, id),
                FOREIGN KEY (tenant_id, pupil_id) REFERENCES pupil (tenant_id, id)
            ) {register};
            CREATE UNIQUE INDEX support_plan_term ON support_plan (tenant_id, case_id, kind, year, term);
            CREATE INDEX support_plan_year ON support_plan (tenant_id, year, institution_id);
            CREATE TABLE plan_version (
                tenant_id INTEGER NOT NULL,
                plan_id INTEGER NOT NULL,
                number INTEGER NOT NULL CHECK (number >= 1),
                at INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                account_name TEXT NOT NULL,
                body_sealed BLOB NOT NULL,
                PRIMARY KEY (tenant_id, plan_id, number),
                FOREIGN KEY (tenant_id, plan_id) REFERENCES support_plan (tenant_id, id)
            ) {register};
            CREATE TABLE plan_measure (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                plan_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
                subject_id INTEGER NOT NULL DEFAULT 0,
                body INTEGER NOT NULL CHECK (body BETWEEN 1 AND 7),
                provider TEXT NOT NULL,
                planned INTEGER NOT NULL CHECK (planned >= 0),
                given INTEGER NOT NULL DEFAULT 0 CHECK (given >= 0),
                from_day INTEGER NOT NULL,
                to_day INTEGER NOT NULL,
                ended_on INTEGER NOT NULL DEFAULT 0,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                FOREIGN KEY (tenant_id, plan_id) REFERENCES support_plan (tenant_id, id),
                FOREIGN KEY (tenant_id, pupil_id) REFERENCES pupil (tenant_id, id)
            ) {register};
            CREATE INDEX plan_measure_plan ON plan_measure (tenant_id, plan_id);
            CREATE INDEX plan_measure_open ON plan_measure (tenant_id, ended_on, institution_id);
            CREATE TABLE consultation (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                subject_id INTEGER NOT NULL DEFAULT 0,
                year INTEGER NOT NULL,
                term INTEGER NOT NULL CHECK (term BETWEEN 1 AND 2),
                day INTEGER NOT NULL,
                minutes INTEGER NOT NULL CHECK (minutes > 0),
                account_id INTEGER NOT NULL,
                account_name TEXT NOT NULL,
                is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                FOREIGN KEY (tenant_id, pupil_id) REFERENCES pupil (tenant_id, id)
            ) {register};
            CREATE INDEX consultation_year ON consultation (tenant_id, year, institution_id, term);
            CREATE INDEX consultation_pupil ON consultation (tenant_id, pupil_id, day);
            """
    )
}

extension RegisterTable {
    /// Individual plans.
    static let supportPlans = RegisterTable(
        "support_plan",
        columns: [
            "case_id", "pupil_id", "institution_id", "class_id", "grade", "kind", "year", "term", "made_on",
            "parents", "parents_on", "midterm_on", "result", "result_on", "transport", "meals", "lodging",
            "items", "account_id", "account_name", "ground", "learning_risks", "social_risks",
            "economic_risks",
            "family_risks",
        ],
        noun: FactWords(
            Text(lv: "Individuālie plāni", en: "Individual plans"),
            Noun(lv: "plāns", "plāni", en: "plan", "plans")
        ),
        references: ["plan_id"],
        // Programmes of the municipality are named by a column that is called the same.
        referring: ["plan_version", "plan_state", "plan_measure"]
    )
    /// Consultations.
    static let consultations = RegisterTable(
        "consultation",
        columns: [
            "pupil_id", "institution_id", "class_id", "grade", "subject_id", "year", "term", "day", "minutes",
            "account_id", "account_name", "is_undone",
        ],
        noun: FactWords(
            Text(lv: "Konsultācijas", en: "Consultations"),
            Noun(lv: "konsultācija", "konsultācijas", en: "consultation", "consultations")
        ),
        references: []
    )
}
