internal import Storage

extension Migration {
    /// The cells of marks by scale, made anew from the marks.
    static let markScales = Migration(
        id: "2026-11-mark-scales",
        tables: [
            TableNote(name: "mark_group", holds: .pupils, retention: "schooling", key: key),
            TableNote(name: "mark_pupil", holds: .pupils, retention: "schooling", key: key + ["pupil_id"]),
        ],
        sql: """
            DROP TABLE mark_group;
            DROP TABLE mark_pupil;
            CREATE TABLE mark_group (
                tenant_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                term INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                subject_id INTEGER NOT NULL,
                teacher_id INTEGER NOT NULL,
                scale_id INTEGER NOT NULL,
                n INTEGER NOT NULL,
                sum INTEGER NOT NULL,
                squares INTEGER NOT NULL,
                l1 INTEGER NOT NULL,
                l2 INTEGER NOT NULL,
                l3 INTEGER NOT NULL,
                l4 INTEGER NOT NULL,
                levelled INTEGER NOT NULL,
                nv INTEGER NOT NULL,
                entries INTEGER NOT NULL,
                PRIMARY KEY (
                    tenant_id, year, term, kind, institution_id, class_id, grade, subject_id, teacher_id, scale_id
                )
            ) {facts};
            CREATE TABLE mark_pupil (
                tenant_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                term INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                subject_id INTEGER NOT NULL,
                teacher_id INTEGER NOT NULL,
                scale_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                n INTEGER NOT NULL,
                sum INTEGER NOT NULL,
                squares INTEGER NOT NULL,
                l1 INTEGER NOT NULL,
                l2 INTEGER NOT NULL,
                l3 INTEGER NOT NULL,
                l4 INTEGER NOT NULL,
                levelled INTEGER NOT NULL,
                nv INTEGER NOT NULL,
                entries INTEGER NOT NULL,
                PRIMARY KEY (
                    tenant_id, year, term, kind, institution_id, class_id, grade, subject_id, teacher_id, scale_id,
                    pupil_id
                )
            ) {facts};
            INSERT INTO mark_pupil
            SELECT tenant_id, year, term, kind, institution_id, class_id, grade, subject_id, teacher_id, scale_id,
                pupil_id,
                sum(CASE standing WHEN 1 THEN 1 ELSE 0 END),
                sum(CASE standing WHEN 1 THEN hundredths ELSE 0 END),
                sum(CASE standing WHEN 1 THEN hundredths * hundredths ELSE 0 END),
                sum(CASE level WHEN 1 THEN 1 ELSE 0 END), sum(CASE level WHEN 2 THEN 1 ELSE 0 END),
                sum(CASE level WHEN 3 THEN 1 ELSE 0 END), sum(CASE level WHEN 4 THEN 1 ELSE 0 END),
                sum(CASE WHEN level > 0 THEN 1 ELSE 0 END), sum(CASE standing WHEN 2 THEN 1 ELSE 0 END),
                count(*)
            FROM mark WHERE standing <> 3
            GROUP BY tenant_id, year, term, kind, institution_id, class_id, grade, subject_id, teacher_id, scale_id,
                pupil_id;
            INSERT INTO mark_group
            SELECT tenant_id, year, term, kind, institution_id, class_id, grade, subject_id, teacher_id, scale_id,
                sum(n), sum(sum), sum(squares), sum(l1), sum(l2), sum(l3), sum(l4), sum(levelled), sum(nv),
                sum(entries)
            FROM mark_pupil
            GROUP BY tenant_id, year, term, kind, institution_id, class_id, grade, subject_id, teacher_id, scale_id;
            CREATE INDEX mark_pupil_by_pupil ON mark_pupil (tenant_id, pupil_id, year);
            CREATE INDEX mark_group_by_scale ON mark_group (tenant_id, year, scale_id);
            """
    )

    private static let key = [
        "tenant_id", "year", "term", "kind", "institution_id", "class_id", "grade", "subject_id",
        "teacher_id", "scale_id",
    ]
}
