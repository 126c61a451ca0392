package import Frame
internal import Kernel
internal import Storage

extension Accounts {
    /// Gives an account a role.
    package func setRole(_ role: NewRole, for id: AccountID) async throws {
        try requireGrant(role)
        let accounts = self
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: accounts.desk.tenant.rawValue)
            _ = try accounts.managed(id, connection)
            try accounts.insert(role, for: id, connection)
        }
    }

    /// Ends a role with yesterday; one that has not begun never begins.
    package func endRole(_ role: Int, of id: AccountID) async throws {
        let accounts = self
        try await desk.writeAndRecord { connection in
            let desk = accounts.desk
            try connection.lock(tenant: desk.tenant.rawValue)
            let listed = try accounts.managed(id, connection)
            guard let held = listed.roles.first(where: { $0.id == role }) else { throw Refusal.noSuchPage }
            let reach = desk.asker.reach(.administer, on: desk.today)
            guard Accounts.isManaged([held], by: reach, desk.today) else { throw Refusal.noSuchPage }
            let last = desk.today - 1
            try connection.execute(
                """
                UPDATE grant_role SET to_day = \(last), version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(role) AND (to_day = 0 OR to_day > \(last))
                """
            )
            let what = "account \(id.rawValue) role \(held.role) grant \(role)"
            try AuditTrail.queue(desk.event(.roleEnded, what, scope: held.scope), connection)
        }
    }

    /// Refuses a role that there is not, that does not fit its scope, or that the asker may not give.
    func requireGrant(_ new: NewRole) throws(Refusal) {
        guard let role = Role.named(new.role), role.name != Role.operator.name else {
            throw Refusal.noSuchRole(new.role)
        }
        guard let level = new.scope.level, role.levels.contains(level) else {
            throw Refusal.wrongLevel(role)
        }
        if level == .classGroup || level == .pupil, new.scope.institution == nil {
            throw Refusal.wrongLevel(role)
        }
        try Accounts.requireBody(new.body, of: role)
        if role.needsEnd, new.to == nil { throw Refusal.needsEnd(role) }
        if let to = new.to, to < (new.from ?? desk.today) { throw Refusal.endsBeforeStart }
        guard !desk.asker.may(.administer, in: new.scope, on: desk.today) else { return }
        // A scope of a class names its institution, so the head of another institution is refused here too.
        let reach = desk.asker.reach(.administer, on: desk.today)
        guard let institution = new.scope.institution, reach.institutions.contains(institution) else {
            try desk.require(.administer, in: new.scope)
            return
        }
    }

    /// Refuses a class or pupil of another institution than the scope says.
    ///
    /// Whoever manages the whole tenant gains nothing by it; the head of one school would reach another's pupils.
    private func requirePlace(_ scope: Scope, _ connection: Connection) throws {
        guard !desk.asker.may(.administer, in: .tenant, on: desk.today) else { return }
        guard try places.belongs(scope, tenant: desk.tenant, on: desk.today, connection) else {
            throw Refusal.notInInstitution
        }
    }

    func insert(_ new: NewRole, for account: AccountID, _ connection: Connection) throws {
        try requirePlace(new.scope, connection)
        let id = try connection.takeIds(tenant: desk.tenant.rawValue, kind: "grant_role", count: 1).lowerBound
        let from = new.from ?? desk.today
        try connection.execute(
            """
            INSERT INTO grant_role (tenant_id, id, account_id, role, institution_id, class_id, pupil_id,
                from_day, to_day, granted_by, version, body)
            VALUES (\(desk.tenant), \(id), \(account), \(new.role), \(new.scope.institution?.rawValue ?? 0),
                \(new.scope.classGroup?.rawValue ?? 0), \(new.scope.pupil?.rawValue ?? 0),
                \(from), \(new.to?.number ?? 0), \(desk.asker.account), 1, \(new.body?.rawValue ?? 0))
            """
        )
        let body = new.body.map { " body \($0.code)" } ?? ""
        let what = "account \(account.rawValue) role \(new.role) grant \(id)\(body)"
        try AuditTrail.queue(desk.event(.roleGranted, what, scope: new.scope), connection)
    }
}

extension Refusal {
    static func noSuchRole(_ name: String) -> Refusal {
        let names = Role.all.map(\.name).filter { $0 != Role.operator.name }.joined(separator: ", ")
        return Refusal(
            .usage,
            Text(lv: "Nav lomas „\(name)”.", en: "There is no role “\(name)”."),
            advice: Text(lv: "Lomas: \(names).", en: "The roles are: \(names).")
        )
    }

    static func wrongLevel(_ role: Role) -> Refusal {
        let levels = role.levels.map(\.words)
        return Refusal(
            .usage,
            Text(
                lv: "Lomai „\(role.words.lv)” jānorāda: \(levels.map(\.lv).joined(separator: " vai ")).",
                en: "The role “\(role.words.en)” is held for: \(levels.map(\.en).joined(separator: " or "))."
            ),
            advice: Text(lv: "Izvēlieties citu tvērumu vai citu lomu.", en: "Choose another scope or role.")
        )
    }

    static func needsEnd(_ role: Role) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Lomai „\(role.words.lv)” vajadzīga pēdējā diena.",
                en: "The role “\(role.words.en)” needs a last day."
            ),
            advice: Text(lv: "Norādiet dienu, līdz kurai loma vajadzīga.", en: "Say until when it is needed.")
        )
    }

    static let notInInstitution = Refusal(
        .forbidden,
        Text(
            lv: "Klase vai izglītojamais nepieder šai iestādei.",
            en: "The class or pupil does not belong to this institution."
        ),
        advice: Text(lv: "Izvēlieties savas iestādes klasi.", en: "Choose a class of your institution.")
    )

    static let endsBeforeStart = Refusal(
        .invalid,
        Text(lv: "Pēdējā diena ir pirms pirmās.", en: "The last day is before the first."),
        advice: Text(lv: "Pārbaudiet abas dienas.", en: "Check both days.")
    )
}
