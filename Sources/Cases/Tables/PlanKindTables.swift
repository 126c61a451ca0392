internal import Storage

extension Migration {
    /// For which group a plan of the education programme is made, and lessons at home among the measures of plans.
    ///
    /// The kinds of measures ended at 6. Not both engines can widen a condition where it stands, so the table is made anew
    /// with its rows. Kinds and groups are bounded from below alone: the next one needs no other table.
    static let planKinds = Migration(
        id: "2026-12-plan-kinds",
        tables: [],
        sql: """
            ALTER TABLE support_plan ADD COLUMN ground INTEGER NOT NULL DEFAULT 0 CHECK (ground >= 0);
            CREATE TABLE plan_measure_of_kinds (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                plan_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                kind INTEGER NOT NULL CHECK (kind >= 1),
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
            INSERT INTO plan_measure_of_kinds (tenant_id, id, plan_id, pupil_id, institution_id, class_id, grade, kind,
                    subject_id, body, provider, planned, given, from_day, to_day, ended_on, version)
                SELECT tenant_id, id, plan_id, pupil_id, institution_id, class_id, grade, kind,
                    subject_id, body, provider, planned, given, from_day, to_day, ended_on, version
                FROM plan_measure;
            DROP TABLE plan_measure;
            ALTER TABLE plan_measure_of_kinds RENAME TO plan_measure;
            CREATE INDEX plan_measure_plan ON plan_measure (tenant_id, plan_id);
            CREATE INDEX plan_measure_open ON plan_measure (tenant_id, ended_on, institution_id);
            """
    )
}
