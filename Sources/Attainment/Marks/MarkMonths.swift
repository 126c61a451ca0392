internal import Frame
internal import Kernel
internal import Storage

extension Cube {
    /// Marks of lessons and tests by class and month: of which months a class has marks.
    ///
    /// Marks of terms and years have no day, and are not in it.
    static let markMonth = Cube(
        "mark_month",
        [.year, .institution, .month, .classGroup, .grade],
        values: ["entries"]
    )
}

extension MarkCells {
    /// Adds a row of the table of marks to its month.
    static func contributeMonth(_ row: FactRow, to cells: CellAccumulator) {
        let day = row[5]
        guard day > 0, row[16] != MarkStanding.exempt.rawValue else { return }
        cells.key(0, row[2])
        cells.key(1, row[11])
        cells.key(2, Day(number: day).month.number)
        cells.key(3, row[12])
        cells.key(4, row[13])
        cells.value(0, 1)
        cells.add()
    }
}

extension Migration {
    /// Months of marks that were there before; the days are counted through from 1970 to 2079, as SQL knows no months.
    static let markMonths = Migration(
        id: "2027-01-mark-months",
        tables: [
            TableNote(
                name: "mark_month",
                holds: .organisations,
                retention: "schooling",
                key: ["tenant_id", "year", "institution_id", "month", "class_id", "grade"]
            )
        ],
        sql: """
            CREATE TABLE mark_month (
                tenant_id INTEGER NOT NULL,
                year INTEGER NOT NULL,
                institution_id INTEGER NOT NULL,
                month INTEGER NOT NULL,
                class_id INTEGER NOT NULL,
                grade INTEGER NOT NULL,
                entries INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, year, institution_id, month, class_id, grade)
            ) {facts};
            INSERT INTO mark_month
                WITH RECURSIVE calendar (day, month, ending) AS (
                    SELECT 0, 23640, 30
                    UNION ALL
                    SELECT day + 1,
                        CASE WHEN day < ending THEN month ELSE month + 1 END,
                        CASE WHEN day < ending THEN ending
                            WHEN (month + 1) % 48 = 1 THEN ending + 29
                            WHEN (month + 1) % 12 = 1 THEN ending + 28
                            WHEN (month + 1) % 12 IN (3, 5, 8, 10) THEN ending + 30
                            ELSE ending + 31 END
                    FROM calendar WHERE day < 40000
                )
                SELECT m.tenant_id, m.year, m.institution_id, c.month, m.class_id, m.grade,
                    CAST(sum(m.entries) AS INTEGER)
                FROM (
                    SELECT tenant_id, year, institution_id, class_id, grade, day, count(*) AS entries FROM mark
                    WHERE day > 0 AND standing <> 3
                    GROUP BY tenant_id, year, institution_id, class_id, grade, day
                ) AS m
                JOIN calendar AS c ON c.day = m.day
                GROUP BY m.tenant_id, m.year, m.institution_id, c.month, m.class_id, m.grade;
            """
    )
}
