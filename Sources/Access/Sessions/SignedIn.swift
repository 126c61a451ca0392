package import Frame
internal import Kernel
internal import Storage

/// What somebody must do before anything else.
package enum Duty: String, Sendable, CaseIterable {
    /// Choose a new password.
    case changePassword
    /// Set up the second factor that the role needs.
    case setUpSecondFactor

    /// The page where it is done.
    package var path: String {
        switch self {
        case .changePassword: "/account/password"
        case .setUpSecondFactor: "/account/second-factor"
        }
    }
}

/// Who a request comes from.
package struct SignedIn: Sendable {
    /// The session.
    package let session: Session
    /// The account.
    package let account: Account
    /// What the session may.
    ///
    /// While there is a duty, nothing but one's own account.
    package let asker: Asker
    /// What must be done first; nil where nothing.
    package let duty: Duty?
    /// Whose eyes the session looks through, with the name.
    package let viewing: Account?
}

extension Accounts {
    /// Who a session's secret belongs to; nil where there is no such session or it is over.
    ///
    /// Asked at every request, so that a role that ended or an account that was closed counts at once.
    package func signedIn(_ secret: Secret) async throws -> SignedIn? {
        guard let session = try await Sessions(desk).find(secret) else { return nil }
        let accounts = self
        let found = try await desk.database.data.read { connection in
            try accounts.signedIn(session, connection)
        }
        guard let found else {
            try await Sessions(desk).end(session.hash, of: session.account)
            return nil
        }
        try await Sessions(desk).touch(session)
        return found
    }

    /// Looks through another's eyes from now on, in one session.
    ///
    /// Needs one's own leave and is recorded.
    package func view(as other: AccountID, _ secret: Secret) async throws {
        try desk.require(.viewAs, in: .tenant)
        guard let session = try await Sessions(desk).find(secret), session.account == desk.asker.account
        else {
            throw Refusal.noSuchPage
        }
        guard other != session.account, let seen = try await asker(for: other) else {
            throw Refusal.noSuchAccount
        }
        let desk = desk
        try await desk.writeAndRecord { connection in
            var event = desk.event(.viewAs, "account \(other.rawValue)")
            event.onBehalf = seen.account
            try AuditTrail.queue(event, connection)
        }
        try await Sessions(desk).setViewing(other, session)
    }

    /// Looks through one's own eyes again.
    package func stopViewing(_ secret: Secret) async throws {
        guard let session = try await Sessions(desk).find(secret) else { return }
        try await Sessions(desk).setViewing(nil, session)
    }

    private func signedIn(_ session: Session, _ connection: Connection) throws -> SignedIn? {
        let tenant = desk.tenant
        guard let account = try Accounts.find(session.account, tenant: tenant, connection),
            account.isOpen(on: desk.today)
        else { return nil }
        let roles = try Accounts.roles(account.id, tenant: tenant, connection)
        let held = Accounts.catalogue(roles, on: desk.today)
        let idle = held.map(\.idleMinutes).min() ?? 120
        guard !session.isOver(at: desk.clock(), idleMinutes: idle) else { return nil }
        let isDemo = try Tenants.find(tenant, connection)?.isDemo ?? false
        let duty = Accounts.duty(account, held, isDemo: isDemo)
        guard duty == nil else {
            let asker = Asker(
                account: account.id,
                name: account.name,
                language: account.language,
                grants: [.own(account.id)]
            )
            return SignedIn(session: session, account: account, asker: asker, duty: duty, viewing: nil)
        }
        let own = asker(account, roles)
        guard let other = session.viewing else {
            return SignedIn(session: session, account: account, asker: own, duty: nil, viewing: nil)
        }
        // Whoever lost the leave to look through others' eyes sees nothing rather than more.
        guard own.may(.viewAs, in: .tenant, on: desk.today),
            let seen = try Accounts.find(other, tenant: tenant, connection)
        else { return nil }
        let through = asker(seen, try Accounts.roles(other, tenant: tenant, connection))
        let asker = own.looking(through: through, on: desk.today)
        return SignedIn(session: session, account: account, asker: asker, duty: nil, viewing: seen)
    }

    static func catalogue(_ roles: [HeldRole], on day: Day) -> [Role] {
        roles.filter { $0.holds(on: day) }.compactMap { Role.named($0.role) }
    }

    static func duty(_ account: Account, _ roles: [Role], isDemo: Bool) -> Duty? {
        if account.mustChange { return .changePassword }
        let needs = !isDemo && roles.contains(where: \.needsSecondFactor)
        return needs && !account.hasSecondFactor ? .setUpSecondFactor : nil
    }
}
