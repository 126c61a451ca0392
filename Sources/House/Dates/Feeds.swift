import Access
import Frame
import Kernel
import Storage

/// Addresses of calendars: a secret for each account, of which the hash is kept.
struct Feeds {
    let tenant: TenantID
    let connection: Connection

    init(_ tenant: TenantID, _ connection: Connection) {
        (self.tenant, self.connection) = (tenant, connection)
    }

    /// When an account's address was made; nil where it has none.
    func madeAt(_ account: AccountID) throws -> Instant? {
        try connection.value(
            "SELECT made_at FROM calendar_feed WHERE tenant_id = \(tenant) AND account_id = \(account)",
            Int.self
        ).map { Instant(milliseconds: $0) }
    }

    /// Gives an account a new address; the one before leads nowhere from then on.
    func renew(_ account: AccountID, _ secret: Secret, at now: Instant) throws {
        try remove(account)
        try connection.execute(
            """
            INSERT INTO calendar_feed (tenant_id, account_id, secret_hash, made_at)
            VALUES (\(tenant), \(account), \(secret.hash), \(now.milliseconds))
            """
        )
    }

    /// Takes an account's address away.
    func remove(_ account: AccountID) throws {
        try connection.execute(
            "DELETE FROM calendar_feed WHERE tenant_id = \(tenant) AND account_id = \(account)"
        )
    }

    /// Whose address a secret is.
    func owner(of secret: Secret) throws -> AccountID? {
        try connection.value(
            "SELECT account_id FROM calendar_feed WHERE tenant_id = \(tenant) AND secret_hash = \(secret.hash)",
            AccountID.self
        )
    }
}
