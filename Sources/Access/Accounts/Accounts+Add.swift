package import Frame
package import Kernel
internal import Storage

/// What is needed for a new account.
package struct NewAccount: Sendable {
    /// The name typed to sign in.
    package var login: String
    /// The person's name.
    package var name: String
    /// The mail address, or empty.
    package var email = ""
    /// The language of pages.
    package var language: Language = .lv
    /// The member of staff, if known.
    package var staff: StaffID?
    /// The last day of the account, or nil.
    package var expires: Day?
    /// A password of the person's own; nil makes an invitation instead.
    package var password: String?
    /// Whether the password is to be changed at the first sign-in, because somebody else chose it.
    package var mustChange = false

    /// An account by login and name.
    package init(login: String, name: String) {
        self.login = login
        self.name = name
    }
}

/// A role to be given.
package struct NewRole: Hashable, Sendable {
    /// The stable name of the role.
    package var role: String
    /// Where.
    package var scope: Scope
    /// The first day; nil is today.
    package var from: Day?
    /// The last day, or nil.
    package var to: Day?
    /// The body that the holder works for, where the role names one.
    package var body: CaseBody?

    /// A role for a scope.
    package init(
        _ role: String,
        in scope: Scope,
        from: Day? = nil,
        to: Day? = nil,
        body: CaseBody? = nil
    ) {
        self.role = role
        self.scope = scope
        self.from = from
        self.to = to
        self.body = body
    }
}

/// A new account, and what lets its owner in.
package struct AddedAccount: Sendable {
    /// Its id.
    package let id: AccountID
    /// The secret of the invitation, good for a few days; nil where a password was set.
    package let invitation: Secret?
}

extension Accounts {
    /// Makes an account with a role.
    ///
    /// Without a password its owner sets one by the invitation.
    package func add(_ new: NewAccount, _ role: NewRole) async throws -> AddedAccount {
        let login = Account.login(new.login)
        let name = new.name.composed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        try Account.check(login: login)
        guard !name.isEmpty else { throw Refusal.noName }
        try requireGrant(role)
        var record = ""
        if let password = new.password {
            try PasswordRules.check(password, own: [login, new.email, name])
            record = try await hashed(password)
        }
        let invitation = new.password == nil ? Secret() : nil
        let made = record
        let accounts = self
        let id = try await desk.writeAndRecord { connection in
            let id = try accounts.insert(new, login, name, made, connection)
            try AuditTrail.queue(accounts.desk.event(.accountAdded, "account \(id.rawValue)"), connection)
            try accounts.insert(role, for: id, connection)
            if let invitation {
                try accounts.insert(link: invitation, .invitation, for: id, connection)
            }
            return id
        }
        return AddedAccount(id: id, invitation: invitation)
    }

    private func insert(
        _ new: NewAccount,
        _ login: String,
        _ name: String,
        _ record: String,
        _ connection: Connection
    ) throws -> AccountID {
        try connection.lock(tenant: desk.tenant.rawValue)
        guard try Accounts.find(login: login, tenant: desk.tenant, connection) == nil else {
            throw Refusal.loginTaken
        }
        if let staff = new.staff { try requireStaff(staff, for: nil, connection) }
        let id = try connection.takeIds(tenant: desk.tenant.rawValue, kind: "account", count: 1).lowerBound
        try connection.execute(
            """
            INSERT INTO account (tenant_id, id, login, email, name, sort_key, search_key, password, must_change,
                totp, totp_next, totp_step, expires_day, disabled, language, staff_id, created_at, version)
            VALUES (\(desk.tenant), \(id), \(login), \(new.email.composed), \(name), \(LatvianKey.sort(name)),
                \(LatvianKey.search(name)), \(record), \(new.mustChange), NULL, NULL, 0, \(new.expires?.number ?? 0), 0,
                \(new.language.rawValue), \(new.staff?.rawValue ?? 0), \(desk.clock().milliseconds), 1)
            """
        )
        return AccountID(rawValue: id)
    }
}
