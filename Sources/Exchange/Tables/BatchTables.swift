import Storage

extension Migration {
    /// What was imported, from which files, what it changed, and what it needs to be taken back.
    static let batches = Migration(
        id: "2026-11-batches",
        tables: [
            TableNote(
                name: "batch",
                holds: .organisations,
                retention: "provenance",
                key: ["tenant_id", "id"]
            ),
            TableNote(
                name: "batch_file",
                holds: .organisations,
                retention: "provenance",
                key: ["tenant_id", "batch_id", "file_no"]
            ),
            TableNote(
                name: "batch_table",
                holds: .organisations,
                retention: "provenance",
                key: ["tenant_id", "batch_id", "table_name"]
            ),
            TableNote(
                name: "undo_row",
                holds: .pupils,
                retention: "undo",
                sealed: ["old"],
                key: ["tenant_id", "batch_id", "table_name", "row_no"]
            ),
        ],
        sql: """
            CREATE TABLE batch (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                import_id INTEGER NOT NULL,
                format TEXT NOT NULL,
                mapping TEXT NOT NULL,
                year TEXT NOT NULL,
                term INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                account TEXT NOT NULL,
                started_at INTEGER NOT NULL,
                applied_at INTEGER NOT NULL,
                undone_at INTEGER NOT NULL,
                undone_by INTEGER NOT NULL,
                lines INTEGER NOT NULL,
                added INTEGER NOT NULL,
                changed INTEGER NOT NULL,
                unchanged INTEGER NOT NULL,
                removed INTEGER NOT NULL,
                rejected INTEGER NOT NULL,
                unmatched INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id),
                UNIQUE (tenant_id, import_id)
            ) {register};
            CREATE TABLE batch_file (
                tenant_id INTEGER NOT NULL,
                batch_id INTEGER NOT NULL,
                file_no INTEGER NOT NULL,
                name TEXT NOT NULL,
                sha256 TEXT NOT NULL,
                bytes INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, batch_id, file_no),
                FOREIGN KEY (tenant_id, batch_id) REFERENCES batch (tenant_id, id)
            ) {register};
            CREATE TABLE batch_table (
                tenant_id INTEGER NOT NULL,
                batch_id INTEGER NOT NULL,
                table_name TEXT NOT NULL,
                added INTEGER NOT NULL,
                changed INTEGER NOT NULL,
                unchanged INTEGER NOT NULL,
                removed INTEGER NOT NULL,
                spans BLOB NOT NULL,
                PRIMARY KEY (tenant_id, batch_id, table_name),
                FOREIGN KEY (tenant_id, batch_id) REFERENCES batch (tenant_id, id)
            ) {register};
            CREATE TABLE undo_row (
                tenant_id INTEGER NOT NULL,
                batch_id INTEGER NOT NULL,
                table_name TEXT NOT NULL,
                row_no INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                row_key BLOB NOT NULL,
                old BLOB NOT NULL,
                PRIMARY KEY (tenant_id, batch_id, table_name, row_no)
            ) {facts};
            """
    )

    /// Whose data a batch is: an institution's, or 0 for the whole board's.
    static let batchScopes = Migration(
        id: "2026-11-batch-scopes",
        tables: [],
        sql: "ALTER TABLE batch ADD COLUMN institution_id INTEGER NOT NULL DEFAULT 0;"
    )

    /// From which day on a batch cannot be undone any more, as what it needs for that is not kept; 0 is not yet.
    static let undoEnds = Migration(
        id: "2026-12-undo-ends",
        tables: [],
        sql: "ALTER TABLE batch ADD COLUMN undo_ended_on INTEGER NOT NULL DEFAULT 0;"
    )

    /// When a saved mapping was removed, so that it can be put back; 0 while it is there.
    static let removedMappings = Migration(
        id: "2027-01-removed-mappings",
        tables: [],
        sql: "ALTER TABLE mapping ADD COLUMN removed_at INTEGER NOT NULL DEFAULT 0;"
    )

    /// The sheets of a batch's files, so that a row's place can be told; text files have none.
    static let sheets = Migration(
        id: "2027-02-batch-sheets",
        tables: [
            TableNote(
                name: "batch_sheet",
                holds: .organisations,
                retention: "provenance",
                key: ["tenant_id", "batch_id", "file_no", "sheet_no"]
            )
        ],
        sql: """
            CREATE TABLE batch_sheet (
                tenant_id INTEGER NOT NULL,
                batch_id INTEGER NOT NULL,
                file_no INTEGER NOT NULL,
                sheet_no INTEGER NOT NULL,
                name TEXT NOT NULL,
                PRIMARY KEY (tenant_id, batch_id, file_no, sheet_no),
                FOREIGN KEY (tenant_id, batch_id, file_no) REFERENCES batch_file (tenant_id, batch_id, file_no)
            ) {register};
            """
    )

    /// Saved ways to read a source.
    static let mappings = Migration(
        id: "2026-11-mappings",
        tables: [
            TableNote(
                name: "mapping",
                holds: .organisations,
                retention: "settings",
                key: ["tenant_id", "name"]
            )
        ],
        sql: """
            CREATE TABLE mapping (
                tenant_id INTEGER NOT NULL,
                name TEXT NOT NULL,
                format TEXT NOT NULL,
                body TEXT NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, name)
            ) {register};
            """
    )
}
