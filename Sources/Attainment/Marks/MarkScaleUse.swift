internal import Storage

extension Migration {
    /// Marks by year, kind and scale alone: which scales a year's marks are on, whatever their number.
    ///
    /// The index that told it before went with it: SQLite took it for any sum by scale, and read a whole year.
    static let markScaleUse = Migration(
        id: "2026-11-mark-scale-use",
        tables: [
            TableNote(
                name: "mark_scale_use",
                holds: .organisations,
                retention: "schooling",
                key: ["tenant_id", "year", "kind", "scale_id"]
            )
        ],
        sql: """
            DROP INDEX mark_group_by_scale;
            CREATE TABLE mark_scale_use (
                tenant_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                kind INTEGER NOT NULL,
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
                PRIMARY KEY (tenant_id, year, kind, scale_id)
            ) {facts};
            INSERT INTO mark_scale_use
                SELECT tenant_id, year, kind, scale_id,
                    CAST(sum(n) AS INTEGER), CAST(sum(sum) AS INTEGER), CAST(sum(squares) AS INTEGER),
                    CAST(sum(l1) AS INTEGER), CAST(sum(l2) AS INTEGER), CAST(sum(l3) AS INTEGER),
                    CAST(sum(l4) AS INTEGER), CAST(sum(levelled) AS INTEGER), CAST(sum(nv) AS INTEGER),
                    CAST(sum(entries) AS INTEGER)
                FROM mark_group GROUP BY tenant_id, year, kind, scale_id;
            """
    )
}
