package import Frame
internal import Kernel
package import Storage

/// The accounts of a tenant: everything that pages and commands do with them.
///
/// Every method that changes something asks the desk's asker for the permission and records what was done.
package struct Accounts: Sendable {
    /// The desk.
    package let desk: Desk
    /// What is known of institutions and classes.
    package let places: any Places

    /// The accounts of a desk's tenant.
    package init(_ desk: Desk, places: any Places = NumberedPlaces()) {
        self.desk = desk
        self.places = places
    }

    /// The account with an id, or nil.
    package static func find(_ id: AccountID, tenant: TenantID, _ connection: Connection) throws -> Account? {
        try connection.first(
            "SELECT \(Account.columns) FROM account WHERE tenant_id = \(tenant) AND id = \(id)"
        )
    }

    /// The account with a login, or nil.
    package static func find(login: String, tenant: TenantID, _ connection: Connection) throws -> Account? {
        try connection.first(
            """
            SELECT \(Account.columns) FROM account
            WHERE tenant_id = \(tenant) AND login = \(Account.login(login))
            """
        )
    }

    /// The roles of an account, of all periods, the oldest first.
    package static func roles(
        _ account: AccountID,
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [HeldRole] {
        try connection.rows(
            """
            SELECT \(HeldRole.columns) FROM grant_role
            WHERE tenant_id = \(tenant) AND account_id = \(account) ORDER BY from_day, id
            """
        )
    }

    /// An account and its roles.
    package struct Listed: Sendable {
        /// The account.
        package let account: Account
        /// Its roles of all periods.
        package let roles: [HeldRole]
    }

    /// The accounts that the asker may manage, by name; `search` finds names and logins by their parts.
    package func list(search: String = "") async throws -> [Listed] {
        let reach = try managed()
        let tenant = desk.tenant
        let today = desk.today
        let words = LatvianKey.search(search)
        let listed = try await desk.database.data.read { connection in
            let accounts = try connection.rows(
                """
                SELECT \(Account.columns) FROM account
                WHERE tenant_id = \(tenant)
                    AND id NOT IN (SELECT account_id FROM erased_account WHERE tenant_id = \(tenant))
                ORDER BY sort_key, id
                """,
                as: Account.self
            )
            let roles = try connection.rows(
                "SELECT \(HeldRole.columns) FROM grant_role WHERE tenant_id = \(tenant) ORDER BY from_day, id",
                as: HeldRole.self
            )
            let byAccount = Dictionary(grouping: roles, by: \.account)
            return accounts.map { Listed(account: $0, roles: byAccount[$0.id] ?? []) }
        }
        return listed.filter { one in
            guard words.isEmpty || one.matches(words) else { return false }
            return Accounts.isManaged(one.roles, by: reach, today)
        }
    }

    /// One account that the asker may manage, with its roles; a refusal as if there were none otherwise.
    package func one(_ id: AccountID) async throws -> Listed {
        let accounts = self
        return try await desk.database.data.read { connection in
            try accounts.managed(id, connection)
        }
    }

    /// The account with a login, or a refusal.
    package func named(_ login: String) async throws -> Account {
        let tenant = desk.tenant
        let found = try await desk.database.data.read { connection in
            try Accounts.find(login: login, tenant: tenant, connection)
        }
        guard let found else { throw Refusal.noSuchAccount }
        return found
    }

    /// Where the asker may manage accounts; refuses where nowhere.
    func managed() throws(Refusal) -> Reach {
        let reach = desk.asker.reach(.administer, on: desk.today)
        if reach.isEmpty { try desk.require(.administer, in: .tenant) }
        return reach
    }

    /// An account that the asker may manage, read in a transaction.
    func managed(_ id: AccountID, _ connection: Connection) throws -> Listed {
        let reach = try managed()
        guard let account = try Accounts.find(id, tenant: desk.tenant, connection),
            try !ErasedAccounts.holds(id, desk.tenant, connection)
        else { throw Refusal.noSuchAccount }
        let roles = try Accounts.roles(id, tenant: desk.tenant, connection)
        guard Accounts.isManaged(roles, by: reach, desk.today) else { throw Refusal.noSuchAccount }
        return Listed(account: account, roles: roles)
    }

    /// Whether all that an account holds or will hold lies where the manager may manage.
    ///
    /// Otherwise the head of one school could reset the password of the board's specialist. An account without
    /// any role is for the tenant's administrator.
    static func isManaged(_ roles: [HeldRole], by reach: Reach, _ today: Day) -> Bool {
        if reach.everything { return true }
        let live = roles.filter { role in role.to.map { today <= $0 } ?? true }
        let judged = live.isEmpty ? roles : live
        return !judged.isEmpty
            && judged.allSatisfy { role in role.scope.institution.map(reach.institutions.contains) ?? false }
    }
}

extension Accounts.Listed {
    fileprivate func matches(_ words: String) -> Bool {
        let found = LatvianKey.search("\(account.name) \(account.login) \(account.email)")
        return words.split(separator: " ").allSatisfy { found.contains($0) }
    }
}
