package import Frame
package import Kernel
package import Storage

extension Migration {
    /// On which day an account was closed (0 is not, or not known yet), and accounts whose person was taken away.
    static let erasedAccounts = Migration(
        id: "2026-12-erased-accounts",
        tables: [
            TableNote(
                name: "erased_account",
                holds: .system,
                retention: "permanent",
                key: ["tenant_id", "account_id"]
            )
        ],
        sql: """
            ALTER TABLE account ADD COLUMN closed_on INTEGER NOT NULL DEFAULT 0;
            CREATE TABLE erased_account (
                tenant_id INTEGER NOT NULL,
                account_id INTEGER NOT NULL,
                day INTEGER NOT NULL,
                removed INTEGER NOT NULL,
                PRIMARY KEY (tenant_id, account_id)
            ) {register};
            CREATE INDEX erased_account_day ON erased_account (tenant_id, day);
            """
    )
}

/// The tombstones of accounts: a number without a person, so that the trail goes on telling deeds apart.
package enum ErasedAccounts {
    /// What stands in place of the name.
    package static func name(_ account: AccountID) -> String {
        "dzēsts lietotājs \(account.rawValue) / erased user \(account.rawValue)"
    }

    /// Whether the person was taken away; such an account is nobody's and is never opened again.
    static func holds(_ account: AccountID, _ tenant: TenantID, _ connection: Connection) throws -> Bool {
        try connection.value(
            "SELECT account_id FROM erased_account WHERE tenant_id = \(tenant) AND account_id = \(account)",
            AccountID.self
        ) != nil
    }

    /// Gives accounts that were closed before their day was kept today for it: their time begins with today.
    package static func noteClosed(_ desk: Desk, _ connection: Connection) throws {
        try connection.execute(
            """
            UPDATE account SET closed_on = \(desk.today)
            WHERE tenant_id = \(desk.tenant) AND disabled = 1 AND closed_on = 0
            """
        )
    }

    /// Accounts that were closed or ran out before a day and have their person still.
    package static func due(
        before last: Day,
        most: Int,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [AccountID] {
        try connection.rows(
            """
            SELECT a.id FROM account a
            WHERE a.tenant_id = \(tenant)
                AND ((a.disabled = 1 AND a.closed_on > 0 AND a.closed_on < \(last))
                    OR (a.expires_day > 0 AND a.expires_day < \(last)))
                AND NOT EXISTS (SELECT 1 FROM erased_account x
                    WHERE x.tenant_id = a.tenant_id AND x.account_id = a.id)
            ORDER BY a.id LIMIT \(most)
            """,
            AccountID.self
        )
    }

    /// Takes the person away from an account: login, name, mail and every secret go, the number stays.
    ///
    /// No login that is typed begins with `#`, so the place of the login is never in anybody's way. `removed` tells how
    /// many rows of other tables went before.
    package static func bury(
        _ account: AccountID,
        removed: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let tenant = desk.tenant
        let (login, name) = ("#\(account.rawValue)", ErasedAccounts.name(account))
        try connection.execute(
            """
            UPDATE account SET login = \(login), email = '', name = \(name),
                sort_key = \(LatvianKey.sort(name)), search_key = \(LatvianKey.search(name)), password = '',
                must_change = 0, totp = NULL, totp_next = NULL, totp_step = 0, disabled = 1,
                language = \(Language.lv.rawValue), staff_id = 0, version = version + 1
            WHERE tenant_id = \(tenant) AND id = \(account)
            """
        )
        for table in ["recovery_code", "external_identity", "role_proposal", "one_time_link"] as [SQL] {
            try connection.execute(
                "DELETE FROM \(table) WHERE tenant_id = \(tenant) AND account_id = \(account)"
            )
        }
        try connection.execute(
            """
            INSERT INTO erased_account (tenant_id, account_id, day, removed)
            VALUES (\(tenant), \(account), \(desk.today), \(removed))
            """
        )
    }
}
