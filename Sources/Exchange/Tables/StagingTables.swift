import Storage

extension Migration {
    /// Imports on their way: what was read and not yet applied, all of it sealed.
    static let staging = Migration(
        id: "2026-11-staging",
        store: .state,
        tables: [
            TableNote(
                name: "import_run",
                holds: .pupils,
                retention: "staging",
                sealed: ["request", "plan"],
                key: ["tenant_id", "id"]
            ),
            TableNote(
                name: "staging_chunk",
                holds: .pupils,
                retention: "staging",
                sealed: ["rows_sealed"],
                key: ["tenant_id", "import_id", "lane", "chunk", "piece"]
            ),
            TableNote(
                name: "rejected_row",
                holds: .pupils,
                retention: "rejected",
                sealed: ["detail"],
                key: ["tenant_id", "import_id", "row_no"]
            ),
        ],
        sql: """
            CREATE TABLE import_run (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                state TEXT NOT NULL,
                format TEXT NOT NULL,
                mapping TEXT NOT NULL,
                account_id INTEGER NOT NULL,
                started_at INTEGER NOT NULL,
                touched_at INTEGER NOT NULL,
                done_bytes INTEGER NOT NULL,
                all_bytes INTEGER NOT NULL,
                lines INTEGER NOT NULL,
                data_mark TEXT NOT NULL,
                batch_id INTEGER NOT NULL,
                request BLOB NOT NULL,
                plan BLOB,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE TABLE staging_chunk (
                tenant_id INTEGER NOT NULL,
                import_id INTEGER NOT NULL,
                lane TEXT NOT NULL,
                chunk INTEGER NOT NULL,
                piece INTEGER NOT NULL,
                row_count INTEGER NOT NULL,
                rows_sealed BLOB NOT NULL,
                PRIMARY KEY (tenant_id, import_id, lane, chunk, piece)
            ) {facts};
            CREATE TABLE rejected_row (
                tenant_id INTEGER NOT NULL,
                import_id INTEGER NOT NULL,
                row_no INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                code TEXT NOT NULL,
                source INTEGER NOT NULL,
                detail BLOB NOT NULL,
                PRIMARY KEY (tenant_id, import_id, row_no)
            ) {facts};
            """
    )

    /// Who reads an import, and how often it was taken up again: whoever was taken for dead writes nothing more.
    static let readers = Migration(
        id: "2027-02-import-readers",
        store: .state,
        tables: [],
        sql: """
            ALTER TABLE import_run ADD COLUMN reader TEXT NOT NULL DEFAULT '';
            ALTER TABLE import_run ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
            """
    )

    /// Files that came through a page, and the jobs that read them.
    static let uploads = Migration(
        id: "2026-11-uploads-and-jobs",
        store: .state,
        tables: [
            TableNote(
                name: "upload",
                holds: .pupils,
                retention: "staging",
                key: ["tenant_id", "id"]
            ),
            TableNote(
                name: "upload_chunk",
                holds: .pupils,
                retention: "staging",
                sealed: ["bytes_sealed"],
                key: ["tenant_id", "upload_id", "piece"]
            ),
            TableNote(name: "job", holds: .system, retention: "jobs", key: ["tenant_id", "id"]),
        ],
        sql: """
            CREATE TABLE upload (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                name TEXT NOT NULL,
                byte_count INTEGER NOT NULL,
                sha256 TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE TABLE upload_chunk (
                tenant_id INTEGER NOT NULL,
                upload_id INTEGER NOT NULL,
                piece INTEGER NOT NULL,
                bytes_sealed BLOB NOT NULL,
                PRIMARY KEY (tenant_id, upload_id, piece)
            ) {facts};
            CREATE TABLE job (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                kind TEXT NOT NULL,
                subject_id INTEGER NOT NULL,
                argument TEXT NOT NULL,
                state TEXT NOT NULL,
                account_id INTEGER NOT NULL,
                account TEXT NOT NULL,
                language TEXT NOT NULL,
                owner TEXT NOT NULL,
                lease_until INTEGER NOT NULL,
                attempts INTEGER NOT NULL,
                created_at INTEGER NOT NULL,
                finished_at INTEGER NOT NULL,
                progress TEXT NOT NULL,
                message_lv TEXT NOT NULL,
                message_en TEXT NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE INDEX job_state ON job (tenant_id, state, lease_until);
            """
    )
}
