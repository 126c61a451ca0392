internal import Frame
internal import Storage

extension Migration {
    /// Reports of a programme's years, and the figures of those that were frozen, which nothing changes.
    static let annualReports = Migration(
        id: "2026-11-annual-reports",
        tables: [
            note(AnnualReport.table.name.text, ["id"], .staff),
            note("plan_report_frozen", ["report_id"], .staff),
        ],
        sql: """
            CREATE TABLE plan_report (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                plan_id INTEGER NOT NULL,
                institution_id INTEGER NOT NULL DEFAULT 0,
                year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
                edition INTEGER NOT NULL CHECK (edition >= 1),
                state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4),
                introduction TEXT NOT NULL DEFAULT '',
                helped TEXT NOT NULL DEFAULT '',
                hindered TEXT NOT NULL DEFAULT '',
                recommendations TEXT NOT NULL DEFAULT '',
                approved_day INTEGER NOT NULL DEFAULT 0,
                approved_by TEXT NOT NULL DEFAULT '',
                frozen_day INTEGER NOT NULL DEFAULT 0,
                published_day INTEGER NOT NULL DEFAULT 0,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                FOREIGN KEY (tenant_id, plan_id) REFERENCES plan_programme (tenant_id, id)
            ) {register};
            CREATE UNIQUE INDEX plan_report_year ON plan_report (tenant_id, plan_id, year, edition);
            CREATE TABLE plan_report_frozen (
                tenant_id INTEGER NOT NULL,
                report_id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                format INTEGER NOT NULL CHECK (format >= 1),
                content TEXT NOT NULL CHECK (content <> ''),
                account_id INTEGER NOT NULL,
                account_name TEXT NOT NULL,
                at INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, report_id),
                FOREIGN KEY (tenant_id, report_id) REFERENCES plan_report (tenant_id, id)
            ) {register};
            """
    )

    // They name who approved and froze them.
    private static func note(_ name: String, _ key: [String], _ holds: TableNote.Holds) -> TableNote {
        TableNote(name: name, holds: holds, retention: "permanent", key: ["tenant_id"] + key)
    }
}

extension Migration {
    /// Who looked a report through before it was approved, and when; nobody had before.
    static let reviewedReports = Migration(
        id: "2027-01-reviewed-reports",
        tables: [],
        sql: """
            ALTER TABLE plan_report ADD COLUMN reviewed_day INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE plan_report ADD COLUMN reviewed_by TEXT NOT NULL DEFAULT '';
            """
    )
}

extension Migration {
    /// The day on which a published report was opened to everybody, 0 where it is not: no report was before.
    static let openReports = Migration(
        id: "2027-01-open-reports",
        tables: [],
        sql: """
            ALTER TABLE plan_report ADD COLUMN public_day INTEGER NOT NULL DEFAULT 0;
            """
    )
}
