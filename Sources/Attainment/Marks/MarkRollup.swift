internal import Storage

extension Migration {
    /// Coarser cells of marks: what reports count people from that tell no subjects or teachers apart.
    static let markRollup = Migration(
        id: "2026-11-mark-rollup",
        tables: [
            TableNote(
                name: "mark_class",
                holds: .pupils,
                retention: "schooling",
                key: [
                    "tenant_id", "year", "term", "kind", "institution_id", "class_id", "grade", "scale_id",
                    "pupil_id",
                ]
            )
        ],
        sql: """
            CREATE TABLE mark_class (
                tenant_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                term INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
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
                    tenant_id, year, term, kind, institution_id, class_id, grade, scale_id, pupil_id
                )
            ) {facts};
            INSERT INTO mark_class
                SELECT tenant_id, year, term, kind, institution_id, class_id, grade, scale_id, pupil_id,
                    CAST(sum(n) AS INTEGER), CAST(sum(sum) AS INTEGER), CAST(sum(squares) AS INTEGER),
                    CAST(sum(l1) AS INTEGER), CAST(sum(l2) AS INTEGER), CAST(sum(l3) AS INTEGER),
                    CAST(sum(l4) AS INTEGER), CAST(sum(levelled) AS INTEGER), CAST(sum(nv) AS INTEGER),
                    CAST(sum(entries) AS INTEGER)
                FROM mark_pupil
                GROUP BY tenant_id, year, term, kind, institution_id, class_id, grade, scale_id, pupil_id;
            CREATE INDEX mark_class_by_pupil ON mark_class (tenant_id, pupil_id, year);
            """
    )
}
