package import Frame
package import Kernel
package import Storage

extension Accounts {
    /// The scopes for which some accounts hold a permission on a day; an account that is closed or over holds none.
    package static func places(
        of permission: Permission,
        held accounts: Set<AccountID>,
        on day: Day,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [AccountID: [Scope]] {
        guard !accounts.isEmpty else { return [:] }
        let roles = Role.all.filter { $0.breadths(permission).contains(.granted) }
        let rows = try connection.rows(
            """
            SELECT g.account_id, g.institution_id, g.class_id, g.pupil_id
            FROM grant_role g JOIN account a ON a.tenant_id = g.tenant_id AND a.id = g.account_id
            WHERE g.tenant_id = \(tenant) AND g.account_id IN (\(list: accounts.sorted()))
                AND g.role IN (\(list: roles.map(\.name))) AND g.from_day <= \(day)
                AND (g.to_day = 0 OR g.to_day >= \(day)) AND a.disabled = 0
                AND (a.expires_day = 0 OR a.expires_day >= \(day))
            ORDER BY g.account_id, g.id
            """,
            AccountID.self,
            InstitutionID.self,
            ClassID.self,
            PupilID.self
        )
        return rows.reduce(into: [:]) { places, row in
            let (account, institution, classGroup, pupil) = row
            let scope = Scope(
                institution: institution.rawValue > 0 ? institution : nil,
                classGroup: classGroup.rawValue > 0 ? classGroup : nil,
                pupil: pupil.rawValue > 0 ? pupil : nil
            )
            places[account, default: []].append(scope)
        }
    }

    /// The first day on which some accounts were closed or over, or their last role had ended; of those alone that it
    /// is known of.
    package static func ends(
        of accounts: Set<AccountID>,
        by day: Day,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [AccountID: Day] {
        guard !accounts.isEmpty else { return [:] }
        let closed = try connection.rows(
            """
            SELECT id, disabled, closed_on, expires_day FROM account
            WHERE tenant_id = \(tenant) AND id IN (\(list: accounts.sorted())) ORDER BY id
            """,
            AccountID.self,
            Int.self,
            Day.self,
            Day.self
        )
        let roles = try connection.rows(
            """
            SELECT account_id, min(to_day), max(to_day) FROM grant_role
            WHERE tenant_id = \(tenant) AND account_id IN (\(list: accounts.sorted()))
            GROUP BY account_id ORDER BY account_id
            """,
            AccountID.self,
            Day.self,
            Day.self
        )
        var ends: [AccountID: Day] = [:]
        func end(_ account: AccountID, _ first: Day) {
            guard first <= day else { return }
            ends[account] = min(ends[account] ?? first, first)
        }
        for (account, isDisabled, closedOn, last) in closed {
            if isDisabled != 0, closedOn.number > 0 { end(account, closedOn) }
            if last.number > 0 { end(account, last + 1) }
        }
        // A role without a last day has 0, which is the earliest of them.
        for (account, earliest, latest) in roles where earliest.number > 0 { end(account, latest + 1) }
        return ends
    }
}
