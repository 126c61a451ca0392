internal import Storage

extension [Migration] {
    static let sessions = """
        CREATE TABLE session (
            tenant_id INTEGER NOT NULL,
            id_hash BLOB NOT NULL,
            account_id INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            seen_at INTEGER NOT NULL,
            address TEXT NOT NULL,
            agent TEXT NOT NULL,
            view_as INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id_hash)
        ) {register};
        CREATE INDEX session_account ON session (tenant_id, account_id);
        CREATE TABLE pending_sign_in (
            tenant_id INTEGER NOT NULL,
            token_hash BLOB NOT NULL,
            account_id INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, token_hash)
        ) {register};
        CREATE TABLE throttle (
            tenant_id INTEGER NOT NULL,
            key_hash BLOB NOT NULL,
            failures INTEGER NOT NULL,
            failed_at INTEGER NOT NULL,
            until INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, key_hash)
        ) {register};
        CREATE TABLE form_key (
            tenant_id INTEGER NOT NULL,
            secret BLOB NOT NULL,
            created_at INTEGER NOT NULL,
            PRIMARY KEY (tenant_id)
        ) {register};
        """

    static let audit = """
        CREATE TABLE audit_record (
            tenant_id INTEGER NOT NULL,
            seq INTEGER NOT NULL CHECK (seq >= 1),
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            account_id INTEGER NOT NULL,
            behalf_id INTEGER NOT NULL,
            what TEXT NOT NULL,
            institution_id INTEGER NOT NULL,
            class_id INTEGER NOT NULL,
            pupil_id INTEGER NOT NULL,
            owner_id INTEGER NOT NULL,
            persons BLOB NOT NULL,
            hash BLOB NOT NULL,
            PRIMARY KEY (tenant_id, seq)
        ) {facts};
        CREATE INDEX audit_record_account ON audit_record (tenant_id, account_id, seq);
        CREATE TABLE audit_person (
            tenant_id INTEGER NOT NULL,
            pupil_id INTEGER NOT NULL,
            seq INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, pupil_id, seq)
        ) {facts};
        CREATE TABLE audit_source (
            tenant_id INTEGER NOT NULL,
            source BLOB NOT NULL,
            seq INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, source)
        ) {facts};
        CREATE TABLE audit_head (
            tenant_id INTEGER NOT NULL,
            seq INTEGER NOT NULL,
            hash BLOB NOT NULL,
            PRIMARY KEY (tenant_id)
        ) {register};
        """
}

extension TableNote {
    static let tenant = TableNote(
        name: "tenant",
        holds: .organisations,
        retention: "permanent",
        key: ["tenant_id"]
    )
    static let account = TableNote(
        name: "account",
        holds: .accounts,
        retention: "account",
        sealed: ["totp", "totp_next"],
        key: ["tenant_id", "id"]
    )
    static let externalIdentity = TableNote(
        name: "external_identity",
        holds: .accounts,
        retention: "account",
        key: ["tenant_id", "issuer", "subject"]
    )
    static let recoveryCode = TableNote(
        name: "recovery_code",
        holds: .accounts,
        retention: "account",
        key: ["tenant_id", "account_id", "code_hash"]
    )
    static let grantRole = TableNote(
        name: "grant_role",
        holds: .accounts,
        retention: "audit",
        key: ["tenant_id", "id"]
    )
    static let oneTimeLink = TableNote(
        name: "one_time_link",
        holds: .accounts,
        retention: "days",
        key: ["tenant_id", "token_hash"]
    )
    static let auditOutbox = TableNote(
        name: "audit_outbox",
        holds: .accounts,
        retention: "audit",
        key: ["tenant_id", "id"]
    )
    static let personExport = TableNote(
        name: "person_export",
        holds: .accounts,
        retention: "audit",
        key: ["tenant_id", "id"]
    )
    static let session = TableNote(
        name: "session",
        holds: .accounts,
        retention: "days",
        key: ["tenant_id", "id_hash"]
    )
    static let pendingSignIn = TableNote(
        name: "pending_sign_in",
        holds: .accounts,
        retention: "days",
        key: ["tenant_id", "token_hash"]
    )
    static let throttle = TableNote(
        name: "throttle",
        holds: .accounts,
        retention: "days",
        key: ["tenant_id", "key_hash"]
    )
    static let formKey = TableNote(
        name: "form_key",
        holds: .system,
        retention: "system",
        sealed: ["secret"],
        key: ["tenant_id"]
    )
    static let auditRecord = TableNote(
        name: "audit_record",
        holds: .accounts,
        retention: "audit",
        key: ["tenant_id", "seq"]
    )
    static let auditPerson = TableNote(
        name: "audit_person",
        holds: .pupils,
        retention: "audit",
        key: ["tenant_id", "pupil_id", "seq"]
    )
    static let auditSource = TableNote(
        name: "audit_source",
        holds: .system,
        retention: "audit",
        key: ["tenant_id", "source"]
    )
    static let auditHead = TableNote(
        name: "audit_head",
        holds: .system,
        retention: "audit",
        key: ["tenant_id"]
    )
}
