package import Frame
internal import Kernel
package import Storage

/// What a one-time link is for.
package enum LinkPurpose: String, Sendable, SQLValue, SQLReadable {
    /// The first password of a new account.
    case invitation
    /// A new password for one that was forgotten.
    case reset

    /// How long a link is good for.
    var lifetime: Duration {
        switch self {
        case .invitation: .seconds(7 * 86_400)
        case .reset: .seconds(86_400)
        }
    }
}

extension Accounts {
    /// Makes a link by which the owner of an account sets a password; earlier links become worthless.
    package func link(for id: AccountID) async throws -> Secret {
        let secret = Secret()
        let accounts = self
        try await desk.writeAndRecord { connection in
            let listed = try accounts.managed(id, connection)
            guard listed.account.isOpen(on: accounts.desk.today) else { throw Refusal.closedAccount }
            let purpose: LinkPurpose = listed.account.hasPassword ? .reset : .invitation
            try accounts.insert(link: secret, purpose, for: id, connection)
            let what = "account \(id.rawValue) \(purpose.rawValue)"
            try AuditTrail.queue(accounts.desk.event(.linkMade, what), connection)
        }
        return secret
    }

    /// Whose link it is and what for, while it is good; a refusal otherwise.
    package func owner(of link: Secret) async throws -> (account: Account, purpose: LinkPurpose) {
        let accounts = self
        return try await desk.database.data.read { try accounts.owner(of: link, $0) }
    }

    /// Sets the password by a link, which is then used up.
    ///
    /// Every session of the account ends.
    package func accept(_ link: Secret, password: String) async throws -> Account {
        let owner = try await owner(of: link).account
        try PasswordRules.check(password, own: [owner.login, owner.email, owner.name])
        let record = try await hashed(password)
        let accounts = self
        let account = try await desk.writeAndRecord { connection in
            let desk = accounts.desk
            let (account, purpose) = try accounts.owner(of: link, connection)
            let used = try connection.execute(
                """
                UPDATE one_time_link SET used_at = \(desk.clock().milliseconds)
                WHERE tenant_id = \(desk.tenant) AND token_hash = \(link.hash) AND used_at = 0
                """
            )
            guard used == 1 else { throw Refusal.deadLink }
            try accounts.store(record, for: account.id, connection)
            var event = desk.event(.passwordSet, purpose.rawValue)
            event.account = account.id
            try AuditTrail.queue(event, connection)
            return account
        }
        try await Sessions(desk).endAll(of: account.id)
        return account
    }

    /// Removes links that were used or have run out: they open nothing any more.
    package static func removeOverLinks(_ desk: Desk, _ connection: Connection) throws {
        try connection.execute(
            """
            DELETE FROM one_time_link
            WHERE tenant_id = \(desk.tenant) AND (used_at > 0 OR expires_at <= \(desk.clock().milliseconds))
            """
        )
    }

    func insert(
        link: Secret,
        _ purpose: LinkPurpose,
        for account: AccountID,
        _ connection: Connection
    ) throws {
        try connection.execute(
            "DELETE FROM one_time_link WHERE tenant_id = \(desk.tenant) AND account_id = \(account)"
        )
        let expires = desk.clock() + purpose.lifetime
        try connection.execute(
            """
            INSERT INTO one_time_link (tenant_id, token_hash, account_id, purpose, expires_at, used_at)
            VALUES (\(desk.tenant), \(link.hash), \(account), \(purpose), \(expires.milliseconds), 0)
            """
        )
    }

    /// Stores a new password; nothing else is asked for at the next sign-in.
    func store(_ record: String, for account: AccountID, _ connection: Connection) throws {
        try connection.execute(
            """
            UPDATE account SET password = \(record), must_change = 0, version = version + 1
            WHERE tenant_id = \(desk.tenant) AND id = \(account)
            """
        )
    }

    private func owner(
        of link: Secret,
        _ connection: Connection
    ) throws -> (account: Account, purpose: LinkPurpose) {
        let found = try connection.rows(
            """
            SELECT account_id, purpose FROM one_time_link
            WHERE tenant_id = \(desk.tenant) AND token_hash = \(link.hash) AND used_at = 0
                AND expires_at > \(desk.clock().milliseconds)
            """,
            AccountID.self,
            LinkPurpose.self
        )
        guard let (id, purpose) = found.first,
            let account = try Accounts.find(id, tenant: desk.tenant, connection),
            account.isOpen(on: desk.today)
        else { throw Refusal.deadLink }
        return (account, purpose)
    }
}

extension Refusal {
    static let deadLink = Refusal(
        .unknown,
        Text(lv: "Saite vairs nav derīga.", en: "The link is no longer good."),
        advice: Text(
            lv: "Lūdziet administratoram jaunu saiti.",
            en: "Ask the administrator for a new link."
        )
    )
    static let closedAccount = Refusal(
        .conflict,
        Text(lv: "Konts ir slēgts, vai tā termiņš ir beidzies.", en: "The account is closed or has expired."),
        advice: Text(
            lv: "Vispirms atveriet kontu vai mainiet termiņu.",
            en: "Open it or change its last day first."
        )
    )
}
