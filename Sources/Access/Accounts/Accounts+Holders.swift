package import Frame
package import Kernel
package import Storage

/// An open account that holds a permission.
package struct Holder: Hashable, Sendable {
    /// The account.
    package let account: AccountID
    /// Its owner's name.
    package let name: String
    /// The role that gives the permission.
    package let role: Text
    /// The bodies that the roles name by which it is held; empty where none of them names one.
    package let bodies: Set<CaseBody>
}

extension Accounts {
    /// Open accounts that hold a permission for a scope on a day, by name.
    ///
    /// `within` adds those who hold it for a part of the scope: class teachers of an institution, people of the
    /// institutions of a board.
    package static func holders(
        of permission: Permission,
        covering scope: Scope,
        within: Bool = false,
        on day: Day,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Holder] {
        let roles = Role.all.filter { $0.breadths(permission).contains(.granted) }
        let rows = try connection.rows(
            """
            SELECT a.id, a.name, g.role, g.institution_id, g.class_id, g.pupil_id, g.body
            FROM grant_role g JOIN account a ON a.tenant_id = g.tenant_id AND a.id = g.account_id
            WHERE g.tenant_id = \(tenant) AND g.role IN (\(list: roles.map(\.name))) AND g.from_day <= \(day)
                AND (g.to_day = 0 OR g.to_day >= \(day)) AND a.disabled = 0
                AND (a.expires_day = 0 OR a.expires_day >= \(day))
            ORDER BY a.sort_key, a.id, g.id
            """,
            AccountID.self,
            String.self,
            String.self,
            InstitutionID.self,
            ClassID.self,
            PupilID.self,
            Int.self
        )
        var bodies: [AccountID: Set<CaseBody>] = [:]
        for (account, _, _, _, _, _, number) in rows {
            // A role that names no body has 0.
            if let body = CaseBody(rawValue: number) { bodies[account, default: []].insert(body) }
        }
        var seen: Set<AccountID> = []
        return rows.compactMap { account, name, role, institution, classGroup, pupil, _ in
            let held = Scope(
                institution: institution.rawValue > 0 ? institution : nil,
                classGroup: classGroup.rawValue > 0 ? classGroup : nil,
                pupil: pupil.rawValue > 0 ? pupil : nil
            )
            let isWithin = within && held.isPart(of: scope)
            guard held.covers(scope) || isWithin, seen.insert(account).inserted else { return nil }
            return Holder(
                account: account,
                name: name,
                role: Role.named(role)?.words ?? Text(same: role),
                bodies: bodies[account] ?? []
            )
        }
    }
}

extension Scope {
    /// Whether it is the next smaller part: a class of an institution, an institution of a board.
    fileprivate func isPart(of scope: Scope) -> Bool {
        guard pupil == nil, scope.covers(self) else { return false }
        return scope.institution != nil || classGroup == nil
    }
}
