internal import Storage

extension Migration {
    /// Coarser cells of absence: what reports over few dimensions read; and the way to unexcused lessons by month.
    static let absenceRollups = Migration(
        id: "2026-11-absence-rollups",
        tables: [
            note("absence_month", ["year", "institution_id", "term", "month", "kind"]),
            note(
                "absence_weekday",
                ["year", "institution_id", "term", "class_id", "grade", "weekday", "kind"]
            ),
            note(
                "absence_term",
                ["year", "institution_id", "grade", "pupil_id", "class_id", "term", "kind"]
            ),
        ],
        sql: """
            CREATE TABLE absence_month (
                tenant_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                term INTEGER NOT NULL,
                month INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                lessons INTEGER NOT NULL,
                recorded INTEGER NOT NULL,
                records INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, year, institution_id, term, month, kind)
            ) {facts};
            CREATE TABLE absence_weekday (
                tenant_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                term INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                weekday INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                lessons INTEGER NOT NULL,
                recorded INTEGER NOT NULL,
                records INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, year, institution_id, term, class_id, grade, weekday, kind)
            ) {facts};
            CREATE TABLE absence_term (
                tenant_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                term INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                lessons INTEGER NOT NULL,
                recorded INTEGER NOT NULL,
                records INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, year, institution_id, grade, pupil_id, class_id, term, kind)
            ) {facts};
            CREATE INDEX absence_pupil_unexcused ON absence_pupil (tenant_id, year, month, pupil_id, lessons)
                WHERE kind = 3;
            INSERT INTO absence_month
                SELECT tenant_id, year, institution_id, term, month, kind,
                    CAST(sum(lessons) AS INTEGER), CAST(sum(recorded) AS INTEGER), CAST(sum(records) AS INTEGER)
                FROM absence_group GROUP BY tenant_id, year, institution_id, term, month, kind;
            INSERT INTO absence_weekday
                SELECT tenant_id, year, institution_id, term, class_id, grade, weekday, kind,
                    CAST(sum(lessons) AS INTEGER), CAST(sum(recorded) AS INTEGER), CAST(sum(records) AS INTEGER)
                FROM absence_group
                GROUP BY tenant_id, year, institution_id, term, class_id, grade, weekday, kind;
            INSERT INTO absence_term
                SELECT tenant_id, year, institution_id, grade, pupil_id, class_id, term, kind,
                    CAST(sum(lessons) AS INTEGER), CAST(sum(recorded) AS INTEGER), CAST(sum(records) AS INTEGER)
                FROM absence_pupil
                GROUP BY tenant_id, year, institution_id, grade, pupil_id, class_id, term, kind;
            """
    )
}
