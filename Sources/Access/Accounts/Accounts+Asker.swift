package import Frame
package import Kernel
internal import Storage

extension Asker {
    /// A visitor who has not signed in: may nothing.
    package static func visitor(_ language: Language) -> Asker {
        Asker(account: AccountID(rawValue: 0), name: "", language: language, grants: [])
    }
}

/// The system user: commands that run without an account.
package enum Operator {
    /// The operator of a tenant, who may administer and import, and sees aggregates.
    package static func asker(_ house: HouseBook, _ language: Language = .lv) -> Asker {
        let account = AccountID(rawValue: 0)
        return Asker(
            account: account,
            name: Role.operator.words[language],
            language: language,
            grants: Role.operator.grants(
                in: .tenant,
                from: Day(number: 0),
                to: nil,
                account: account,
                permissions: house.permissions
            )
        )
    }
}

extension Accounts {
    /// What an account may: the grants of its roles and of its own account.
    ///
    /// Nil where there is no such account.
    package func asker(for id: AccountID) async throws -> Asker? {
        let accounts = self
        return try await desk.database.data.read { connection in
            guard let account = try Accounts.find(id, tenant: accounts.desk.tenant, connection) else {
                return nil
            }
            let roles = try Accounts.roles(id, tenant: accounts.desk.tenant, connection)
            return accounts.asker(account, roles)
        }
    }

    /// What the account with a login may: for commands run `--as` somebody.
    ///
    /// Refuses closed accounts.
    package func asker(login: String) async throws -> Asker {
        let account = try await named(login)
        guard account.isOpen(on: desk.today) else { throw Refusal.closedAccount }
        guard let asker = try await asker(for: account.id) else { throw Refusal.noSuchAccount }
        return asker
    }

    func asker(_ account: Account, _ roles: [HeldRole]) -> Asker {
        let permissions = desk.house.permissions
        let grants = roles.flatMap { held in
            Role.named(held.role)?.grants(
                in: held.scope,
                from: held.from,
                to: held.to,
                account: account.id,
                permissions: permissions,
                body: held.body
            )
                ?? []
        }
        return Asker(
            account: account.id,
            name: account.name,
            language: account.language,
            grants: grants + [Grant.own(account.id)],
            staff: account.staff
        )
    }
}

extension Grant {
    /// What everybody may with their own account.
    static func own(_ account: AccountID) -> Grant {
        Grant(
            role: "account",
            roleWords: Text(lv: "Lietotājs", en: "User"),
            permissions: [.ownAccount],
            scope: Scope(owner: account),
            from: Day(number: 0),
            to: nil
        )
    }
}

extension Asker {
    /// The same person looking through another's eyes on a day: what both may, and not more.
    ///
    /// The other's own figures as a teacher are among it where the viewer may see figures about teachers too.
    package func looking(through other: Asker, on day: Day) -> Asker {
        let both = grants.flatMap { mine in other.grants.compactMap { mine.intersection($0) } }
        let mayBoth = both.contains { grant in
            grant.permissions.contains(.readTeacherFigures) && grant.holds(on: day)
                && grant.scope.covers(Scope(owner: other.account))
        }
        return Asker(
            account: account,
            name: "\(name) → \(other.name)",
            language: language,
            grants: both,
            staff: mayBoth ? other.staff : nil,
            viewing: other.account
        )
    }
}

extension Grant {
    /// What both grants allow, where and while both do; nil where nothing.
    func intersection(_ other: Grant) -> Grant? {
        // Who looks through another's eyes must not take a third's: the record names two.
        // Cases are seen by those who take part in them, never through their eyes; nor does one stand in for a body.
        let common = permissions.intersection(other.permissions)
            .subtracting([
                .viewAs, .noteObservations, .joinCases, .workCases, .logConsultations, .superviseCases,
                .ownDates, .recordBodyEvents,
            ])
        guard !common.isEmpty, let scope = scope.intersection(other.scope) else { return nil }
        let first = max(from, other.from)
        let last = [to, other.to].compactMap { $0 }.min()
        if let last, last < first { return nil }
        return Grant(
            role: other.role,
            roleWords: other.roleWords,
            permissions: common,
            scope: scope,
            from: first,
            to: last
        )
    }
}
