package import Frame
internal import Kernel
internal import Storage

extension RegisterTable {
    /// What marks look like as written: each text once.
    package static let markTexts = RegisterTable(
        "mark_text",
        columns: ["text"],
        noun: FactWords(
            Text(
                lv: "Vērtējumu apzīmējumi (kā žurnālā: 8, nv, i)",
                en: "Marks as the journal writes them (8, nv, i)"
            ),
            Noun(lv: "apzīmējums", "apzīmējumi", en: "way of writing", "ways of writing")
        ),
        references: ["text_id"]
    )
}

extension Migration {
    static let marks = Migration(
        id: "2026-11-marks",
        tables: [
            TableNote(
                name: "mark_text",
                holds: .organisations,
                retention: "permanent",
                key: ["tenant_id", "id"]
            ),
            TableNote(
                name: "mark",
                holds: .pupils,
                retention: "schooling",
                key: ["tenant_id", "pupil_id", "subject_id", "year", "term", "kind", "day", "ordinal"]
            ),
            TableNote(name: "mark_group", holds: .pupils, retention: "schooling", key: cellKey),
            TableNote(
                name: "mark_pupil",
                holds: .pupils,
                retention: "schooling",
                key: cellKey + ["pupil_id"]
            ),
        ],
        sql: """
            CREATE TABLE mark_text (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                text TEXT NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                UNIQUE (tenant_id, text)
            ) {register};
            CREATE TABLE mark (
                tenant_id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                subject_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                term INTEGER NOT NULL CHECK (term BETWEEN 0 AND 2),
                kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5),
                day INTEGER NOT NULL,
                ordinal INTEGER NOT NULL,
                hundredths INTEGER NOT NULL CHECK (hundredths >= -1),
                text_id INTEGER NOT NULL,
                level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
                scale_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                group_id INTEGER NOT NULL,
                teacher_id INTEGER NOT NULL,
                standing INTEGER NOT NULL CHECK (standing BETWEEN 0 AND 3),
                batch_id INTEGER NOT NULL,
                source INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, pupil_id, subject_id, year, term, kind, day, ordinal)
            ) {facts};
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
                PRIMARY KEY (tenant_id, year, term, kind, institution_id, class_id, grade, subject_id, teacher_id)
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
                    tenant_id, year, term, kind, institution_id, class_id, grade, subject_id, teacher_id, pupil_id
                )
            ) {facts};
            CREATE INDEX mark_pupil_by_pupil ON mark_pupil (tenant_id, pupil_id, year);
            """
    )

    private static let cellKey = [
        "tenant_id", "year", "term", "kind", "institution_id", "class_id", "grade", "subject_id",
        "teacher_id",
    ]
}
