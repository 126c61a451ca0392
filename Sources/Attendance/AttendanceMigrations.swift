internal import Storage

extension Migration {
    static let absences = Migration(
        id: "2026-11-absences",
        tables: [
            note("lesson_record", ["pupil_id", "day", "slot"]),
            note("absence_count", ["pupil_id", "year", "term", "kind", "subject_id"]),
            note(
                "absence_pupil",
                ["year", "institution_id", "term", "class_id", "grade", "month", "kind", "pupil_id"]
            ),
            note(
                "absence_group",
                ["year", "institution_id", "term", "month", "class_id", "grade", "weekday", "kind"]
            ),
            note(
                "absence_subject",
                [
                    "year", "institution_id", "term", "class_id", "grade", "group_id", "subject_id",
                    "teacher_id", "kind",
                ]
            ),
        ],
        sql: facts + cells
    )

    static func note(_ name: String, _ key: [String]) -> TableNote {
        TableNote(name: name, holds: .pupils, retention: "schooling", key: ["tenant_id"] + key)
    }

    private static let facts = """
        CREATE TABLE lesson_record (
            tenant_id INTEGER NOT NULL,
            pupil_id INTEGER NOT NULL,
            day INTEGER NOT NULL,
            slot INTEGER NOT NULL,
            state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4),
            kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),
            minutes_late INTEGER NOT NULL,
            institution_id INTEGER NOT NULL,
            class_id INTEGER NOT NULL,
            grade INTEGER NOT NULL,
            group_id INTEGER NOT NULL,
            subject_id INTEGER NOT NULL,
            teacher_id INTEGER NOT NULL,
            year INTEGER NOT NULL,
            term INTEGER NOT NULL CHECK (term BETWEEN 1 AND 2),
            is_rated INTEGER NOT NULL CHECK (is_rated IN (0, 1)),
            batch_id INTEGER NOT NULL,
            source INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, pupil_id, day, slot)
        ) {facts};
        CREATE TABLE absence_count (
            tenant_id INTEGER NOT NULL,
            pupil_id INTEGER NOT NULL,
            year INTEGER NOT NULL,
            term INTEGER NOT NULL CHECK (term BETWEEN 0 AND 2),
            kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),
            subject_id INTEGER NOT NULL,
            lessons INTEGER NOT NULL CHECK (lessons >= 0),
            recorded INTEGER NOT NULL CHECK (recorded >= 0),
            institution_id INTEGER NOT NULL,
            class_id INTEGER NOT NULL,
            grade INTEGER NOT NULL,
            batch_id INTEGER NOT NULL,
            source INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, pupil_id, year, term, kind, subject_id)
        ) {facts};

        """

    private static let cells = """
        CREATE TABLE absence_pupil (
            tenant_id INTEGER NOT NULL,
            year INTEGER NOT NULL,
            institution_id INTEGER NOT NULL,
            term INTEGER NOT NULL,
            class_id INTEGER NOT NULL,
            grade INTEGER NOT NULL,
            month INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            pupil_id INTEGER NOT NULL,
            lessons INTEGER NOT NULL,
            recorded INTEGER NOT NULL,
            records INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, year, institution_id, term, class_id, grade, month, kind, pupil_id)
        ) {facts};
        CREATE TABLE absence_group (
            tenant_id INTEGER NOT NULL,
            year INTEGER NOT NULL,
            institution_id INTEGER NOT NULL,
            term INTEGER NOT NULL,
            month INTEGER NOT NULL,
            class_id INTEGER NOT NULL,
            grade INTEGER NOT NULL,
            weekday INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            lessons INTEGER NOT NULL,
            recorded INTEGER NOT NULL,
            records INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, year, institution_id, term, month, class_id, grade, weekday, kind)
        ) {facts};
        CREATE TABLE absence_subject (
            tenant_id INTEGER NOT NULL,
            year INTEGER NOT NULL,
            institution_id INTEGER NOT NULL,
            term INTEGER NOT NULL,
            class_id INTEGER NOT NULL,
            grade INTEGER NOT NULL,
            group_id INTEGER NOT NULL,
            subject_id INTEGER NOT NULL,
            teacher_id INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            lessons INTEGER NOT NULL,
            recorded INTEGER NOT NULL,
            records INTEGER NOT NULL,
            PRIMARY KEY (
                tenant_id, year, institution_id, term, class_id, grade, group_id, subject_id, teacher_id, kind
            )
        ) {facts};
        """
}
