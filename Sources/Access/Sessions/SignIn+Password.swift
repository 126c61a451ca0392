internal import Frame
internal import Kernel
internal import Storage

extension Accounts {
    /// What is known of a login.
    struct Credentials: Sendable {
        let account: Account
        let record: PasswordRecord?
        let isDemo: Bool
    }

    /// The record of a new password, as it is stored.
    func hashed(_ password: String) async throws -> String {
        let cost = ScryptCost.standard
        return try await PasswordThread.run { try PasswordRecord(password, cost: cost).text }
    }

    func credentials(_ login: String) async throws -> Credentials? {
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            guard let account = try Accounts.find(login: login, tenant: tenant, connection) else {
                return nil
            }
            let record = try Accounts.record(account.id, tenant, connection)
            let isDemo = try Tenants.find(tenant, connection)?.isDemo ?? false
            return Credentials(account: account, record: record, isDemo: isDemo)
        }
    }

    /// Whether a password is right; without a record the same work is done, and the answer is no.
    func matches(_ password: String, _ record: PasswordRecord?) async throws -> Bool {
        guard password.utf8.count <= PasswordRules.longest else { return false }
        let cost = ScryptCost.standard
        return try await PasswordThread.run {
            if let record { return try record.matches(password) }
            try PasswordRecord.waste(password, cost: cost)
            return false
        }
    }

    /// Makes the record anew where it was made with less work than new ones are.
    func strengthen(_ known: Credentials, _ password: String) async throws {
        guard let old = known.record, old.isWeaker(than: .standard) else { return }
        let new = try await hashed(password)
        let tenant = desk.tenant
        try await desk.database.data.write { connection in
            _ = try connection.execute(
                """
                UPDATE account SET password = \(new)
                WHERE tenant_id = \(tenant) AND id = \(known.account.id) AND password = \(old.text)
                """
            )
        }
    }

    /// Changes one's own password; every other session of the account ends.
    package func changePassword(from old: String, to new: String, keeping session: Secret) async throws {
        let account = try await proved(by: old)
        let id = account.id
        try PasswordRules.check(new, own: [account.login, account.email, account.name])
        guard old != new else { throw Refusal.samePassword }
        let made = try await hashed(new)
        let accounts = self
        try await desk.writeAndRecord { connection in
            try accounts.store(made, for: id, connection)
            try AuditTrail.queue(accounts.desk.event(.passwordSet, "/account/password"), connection)
        }
        try await Sessions(desk).endAll(of: id, except: session.hash)
    }

    /// The asker's own account, where its present password is right; guesses are slowed down as those of signing in.
    ///
    /// For what a session alone must not do: it may be somebody else's who sits at the desk.
    func proved(by password: String) async throws -> Account {
        let id = desk.asker.account
        guard desk.asker.viewing == nil else { throw Refusal.noSuchPage }
        let tenant = desk.tenant
        let (account, record) = try await desk.database.data.read { connection in
            guard let account = try Accounts.find(id, tenant: tenant, connection) else {
                throw Refusal.noSuchAccount
            }
            return (account, try Accounts.record(id, tenant, connection))
        }
        let throttle = Throttle(desk: desk)
        let keys: [Throttle.Key] = [.login(account.login)]
        if let wait = try await throttle.enter(keys) { throw Refusal.tooMany(wait) }
        guard try await matches(password, record) else { throw Refusal.wrongPassword }
        try await throttle.forgive(keys)
        return account
    }

    private static func record(
        _ id: AccountID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> PasswordRecord? {
        try connection.value(
            "SELECT password FROM account WHERE tenant_id = \(tenant) AND id = \(id)",
            String.self
        )
        .flatMap { PasswordRecord(text: $0) }
    }
}

extension Refusal {
    static let wrongPassword = Refusal(
        .invalid,
        Text(lv: "Pašreizējā parole nav pareiza.", en: "The present password is not right."),
        advice: Text(lv: "Ierakstiet to vēlreiz.", en: "Type it again.")
    )
    /// Too many failures, right or wrong this time.
    static func tooMany(_ wait: Duration) -> Refusal {
        Refusal(.invalid, Throttle.tooMany, advice: Throttle.again(in: wait))
    }

    static let samePassword = Refusal(
        .invalid,
        Text(lv: "Jaunā parole ir tāda pati kā līdzšinējā.", en: "The new password is the old one."),
        advice: Text(lv: "Izvēlieties citu.", en: "Choose another.")
    )
}
