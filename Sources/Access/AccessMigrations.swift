internal import Storage

extension [Migration] {
    /// The tables of accounts, sessions and the audit trail.
    static let access: [Migration] = [
        Migration(id: "2026-11-tenants", tables: [.tenant], sql: tenants),
        Migration(
            id: "2026-11-accounts",
            tables: [.account, .recoveryCode, .grantRole, .oneTimeLink],
            sql: accounts
        ),
        Migration(id: "2026-11-outbox", tables: [.auditOutbox, .personExport], sql: outbox),
        Migration(
            id: "2026-11-sessions",
            store: .state,
            tables: [.session, .pendingSignIn, .throttle, .formKey],
            sql: sessions
        ),
        Migration(
            id: "2026-11-audit",
            store: .audit,
            tables: [.auditRecord, .auditPerson, .auditSource, .auditHead],
            sql: audit
        ),
        Migration(id: "2026-11-identities", tables: [.externalIdentity], sql: identities),
        .erasedAccounts, .bodiesOfRoles, .roleProposals,
    ]

    private static let identities = """
        CREATE TABLE external_identity (
            tenant_id INTEGER NOT NULL,
            issuer TEXT NOT NULL,
            subject TEXT NOT NULL,
            account_id INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, issuer, subject),
            FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
        ) {register};
        CREATE INDEX external_identity_account ON external_identity (tenant_id, account_id);
        """

    private static let tenants = """
        CREATE TABLE tenant (
            tenant_id INTEGER NOT NULL,
            name TEXT NOT NULL,
            sort_key BLOB NOT NULL,
            search_key TEXT NOT NULL,
            host TEXT NOT NULL,
            kind TEXT NOT NULL,
            language TEXT NOT NULL,
            is_demo INTEGER NOT NULL CHECK (is_demo IN (0, 1)),
            export_ceiling INTEGER NOT NULL CHECK (export_ceiling >= 0),
            created_at INTEGER NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id)
        ) {register};
        CREATE UNIQUE INDEX tenant_host ON tenant (host) WHERE host <> '';
        """

    private static let accounts = """
        CREATE TABLE account (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            login TEXT NOT NULL,
            email TEXT NOT NULL,
            name TEXT NOT NULL,
            sort_key BLOB NOT NULL,
            search_key TEXT NOT NULL,
            password TEXT NOT NULL,
            must_change INTEGER NOT NULL CHECK (must_change IN (0, 1)),
            totp BLOB,
            totp_next BLOB,
            totp_step INTEGER NOT NULL,
            expires_day INTEGER NOT NULL,
            disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
            language TEXT NOT NULL,
            staff_id INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            UNIQUE (tenant_id, login)
        ) {register};
        CREATE TABLE recovery_code (
            tenant_id INTEGER NOT NULL,
            account_id INTEGER NOT NULL,
            code_hash BLOB NOT NULL,
            used_at INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, account_id, code_hash),
            FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
        ) {register};
        CREATE TABLE grant_role (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            account_id INTEGER NOT NULL,
            role TEXT NOT NULL,
            institution_id INTEGER NOT NULL,
            class_id INTEGER NOT NULL,
            pupil_id INTEGER NOT NULL,
            from_day INTEGER NOT NULL,
            to_day INTEGER NOT NULL,
            granted_by INTEGER NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
        ) {register};
        CREATE INDEX grant_role_account ON grant_role (tenant_id, account_id);
        CREATE TABLE one_time_link (
            tenant_id INTEGER NOT NULL,
            token_hash BLOB NOT NULL,
            account_id INTEGER NOT NULL,
            purpose TEXT NOT NULL,
            expires_at INTEGER NOT NULL,
            used_at INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, token_hash),
            FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
        ) {register};
        CREATE INDEX one_time_link_account ON one_time_link (tenant_id, account_id);
        """

    private static let outbox = """
        CREATE TABLE audit_outbox (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            source BLOB NOT NULL,
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
            PRIMARY KEY (tenant_id, id)
        ) {register};
        CREATE TABLE person_export (
            tenant_id INTEGER NOT NULL,
            id INTEGER NOT NULL,
            account_id INTEGER NOT NULL,
            what TEXT NOT NULL,
            institution_id INTEGER NOT NULL,
            class_id INTEGER NOT NULL,
            reason TEXT NOT NULL,
            people INTEGER NOT NULL,
            state TEXT NOT NULL,
            asked_at INTEGER NOT NULL,
            decided_by INTEGER NOT NULL,
            decided_at INTEGER NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
        ) {register};
        """
}
