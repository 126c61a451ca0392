internal import Frame
internal import Storage

extension Migration {
    /// Requests of persons about their data, and what was done about each.
    ///
    /// What was asked and decided is sealed; `decided_on` 0 is open.
    static let privacyRequests = Migration(
        id: "2026-12-privacy-requests",
        tables: [
            TableNote(
                name: "privacy_request",
                holds: .pupils,
                retention: "requests",
                sealed: ["asked_sealed", "decision_sealed"],
                key: ["tenant_id", "id"]
            ),
            TableNote(
                name: "privacy_step",
                holds: .pupils,
                retention: "requests",
                key: ["tenant_id", "request_id", "ordinal"],
                partOf: TableNote.Whole("request_id", of: "privacy_request")
            ),
            TableNote(name: "privacy_day", holds: .system, retention: "system", key: ["tenant_id"]),
        ],
        sql: """
            CREATE TABLE privacy_request (
                tenant_id INTEGER NOT NULL,
                id INTEGER NOT NULL,
                pupil_id INTEGER NOT NULL,
                kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
                asker INTEGER NOT NULL CHECK (asker BETWEEN 1 AND 3),
                asked_on INTEGER NOT NULL,
                due_on INTEGER NOT NULL,
                state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4),
                decided_on INTEGER NOT NULL DEFAULT 0,
                asked_sealed BLOB NOT NULL,
                decision_sealed BLOB,
                version INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, id)
            ) {register};
            CREATE INDEX privacy_request_pupil ON privacy_request (tenant_id, pupil_id);
            CREATE INDEX privacy_request_due ON privacy_request (tenant_id, decided_on, due_on);
            CREATE TABLE privacy_step (
                tenant_id INTEGER NOT NULL,
                request_id INTEGER NOT NULL,
                ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
                at INTEGER NOT NULL,
                deed INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                account_name TEXT NOT NULL,
                PRIMARY KEY (tenant_id, request_id, ordinal)
            ) {register};
            CREATE TABLE privacy_day (
                tenant_id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                PRIMARY KEY (tenant_id)
            ) {register};
            """
    )
}
