package import Frame
internal import Kernel
internal import Storage

extension Accounts {
    /// Keeps what a provider's groups propose for an account that it proved; what it says no more goes.
    ///
    /// A proposal that was dismissed stays so for as long as the provider goes on saying it.
    func keep(_ proposals: [GroupRole], for id: AccountID) async throws {
        let desk = desk
        let known = try await desk.database.data.read { try Accounts.kept(id, desk.tenant, $0) }
        guard !proposals.isEmpty || !known.isEmpty else { return }
        try await desk.writeAndRecord { connection in
            let now = Set(proposals.map { [$0.role, $0.institution ?? ""] })
            for one in try Accounts.kept(id, desk.tenant, connection)
            where !now.contains([one.role, one.registration]) {
                try connection.execute(
                    """
                    DELETE FROM role_proposal
                    WHERE tenant_id = \(desk.tenant) AND account_id = \(id) AND role = \(one.role)
                        AND reg_no = \(one.registration)
                    """
                )
            }
            for one in proposals {
                try connection.execute(
                    """
                    INSERT INTO role_proposal (tenant_id, account_id, role, reg_no, group_name, seen_on, dismissed_on)
                    VALUES (\(desk.tenant), \(id), \(one.role), \(one.institution ?? ""), \(one.group),
                        \(desk.today), 0)
                    ON CONFLICT (tenant_id, account_id, role, reg_no) DO UPDATE SET
                        group_name = excluded.group_name, seen_on = excluded.seen_on
                    """
                )
            }
        }
    }

    /// What waits for the asker's word about an account: of roles that it has not, where the asker may give them.
    package func proposals(for listed: Listed) async throws -> [RoleProposal.Placed] {
        let accounts = self
        return try await desk.database.data.read { try accounts.open(listed, $0) }
    }

    /// Those of some accounts about which something waits for the asker's word.
    package func awaiting(among all: [Listed]) async throws -> [Listed] {
        let accounts = self
        return try await desk.database.data.read { connection in
            let ids = try connection.rows(
                """
                SELECT DISTINCT account_id FROM role_proposal
                WHERE tenant_id = \(accounts.desk.tenant) AND dismissed_on = 0 ORDER BY account_id
                """,
                AccountID.self
            )
            let waiting = Set(ids)
            return try all.filter { listed in
                try waiting.contains(listed.account.id) && !accounts.open(listed, connection).isEmpty
            }
        }
    }

    private func open(_ listed: Listed, _ connection: Connection) throws -> [RoleProposal.Placed] {
        let proposals = try connection.rows(
            """
            SELECT \(RoleProposal.columns) FROM role_proposal
            WHERE tenant_id = \(desk.tenant) AND account_id = \(listed.account.id) AND dismissed_on = 0
            ORDER BY role, reg_no
            """,
            as: RoleProposal.self
        )
        return try proposals.compactMap { try placed($0, listed.roles, connection) }
    }

    /// Gives a role that was proposed, as if the asker had chosen it.
    package func accept(_ role: String, at registration: String, for id: AccountID) async throws {
        let found = try await waiting(role, at: registration, for: id)
        guard let scope = found.scope else { throw Refusal.noSuchInstitution }
        try await setRole(NewRole(role, in: scope), for: id)
    }

    /// Puts a proposal aside.
    package func dismiss(_ role: String, at registration: String, for id: AccountID) async throws {
        _ = try await waiting(role, at: registration, for: id)
        let accounts = self
        try await desk.writeAndRecord { connection in
            let desk = accounts.desk
            _ = try accounts.managed(id, connection)
            try connection.execute(
                """
                UPDATE role_proposal SET dismissed_on = \(desk.today)
                WHERE tenant_id = \(desk.tenant) AND account_id = \(id) AND role = \(role)
                    AND reg_no = \(registration)
                """
            )
            try AuditTrail.queue(desk.event(.accountChanged, "account \(id.rawValue)"), connection)
        }
    }

    /// The proposal that the asker answers; a refusal where there is none, or it was answered meanwhile.
    private func waiting(
        _ role: String,
        at registration: String,
        for id: AccountID
    ) async throws -> RoleProposal.Placed {
        let waiting = try await proposals(for: try await one(id))
        let found = waiting.first { $0.proposal.role == role && $0.proposal.registration == registration }
        guard let found else { throw Refusal.noSuchPage }
        return found
    }

    /// A proposal in its place; nil where the account has the role there, or the asker may not give it.
    private func placed(
        _ proposal: RoleProposal,
        _ held: [HeldRole],
        _ connection: Connection
    ) throws -> RoleProposal.Placed? {
        let tenant = desk.tenant
        let reach = desk.asker.reach(.administer, on: desk.today)
        guard let scope = try scope(of: proposal, connection) else {
            guard reach.everything else { return nil }
            return RoleProposal.Placed(
                proposal: proposal,
                scope: nil,
                place: Text(same: proposal.registration)
            )
        }
        let isHeld = held.contains { one in
            one.role == proposal.role && one.scope == scope && one.to.map { desk.today <= $0 } ?? true
        }
        let mayGive = reach.everything || scope.institution.map(reach.institutions.contains) ?? false
        guard !isHeld, mayGive else { return nil }
        return RoleProposal.Placed(
            proposal: proposal,
            scope: scope,
            place: try places.name(scope, tenant: tenant, connection)
        )
    }

    /// Where a proposed role would be held; nil where no institution has the number.
    private func scope(of proposal: RoleProposal, _ connection: Connection) throws -> Scope? {
        guard !proposal.registration.isEmpty else { return .tenant }
        return try places.institution(proposal.registration, tenant: desk.tenant, connection)
            .map { Scope(institution: $0) }
    }

    private static func kept(
        _ id: AccountID,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [RoleProposal] {
        try connection.rows(
            """
            SELECT \(RoleProposal.columns) FROM role_proposal
            WHERE tenant_id = \(tenant) AND account_id = \(id) ORDER BY role, reg_no
            """,
            as: RoleProposal.self
        )
    }
}

extension Refusal {
    fileprivate static let noSuchInstitution = Refusal(
        .invalid,
        Text(
            lv: "Iestādes ar šādu reģistrācijas numuru reģistrā nav.",
            en: "No institution of the register has this registration number."
        ),
        advice: Text(
            lv: "Vispirms importējiet iestādi vai labojiet numuru servera OpenID iestatījumos.",
            en: "Import the institution first, or mend the number in the server's OpenID settings."
        )
    )
}
