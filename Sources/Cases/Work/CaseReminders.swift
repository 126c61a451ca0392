package import Frame
internal import Kernel
package import Storage

/// What cases wait for somebody: for the home page.
package enum CaseReminders {
    /// How many invitations nobody has answered yet, how many own cases were to be looked at by today, and how many
    /// cases where one leads the work have nobody who answers for them.
    package static func count(
        _ desk: Desk,
        _ connection: Connection
    ) throws -> (invited: Int, late: Int, ownerless: Int) {
        let (tenant, today, account) = (desk.tenant, desk.today, desk.asker.account)
        guard desk.asker.viewing == nil, desk.asker.mayAnywhere(.joinCases, on: today) else {
            return (0, 0, 0)
        }
        let asked = try connection.rows(
            """
            SELECT \(CaseFile.columns) FROM prevention_case c
            WHERE c.tenant_id = \(tenant) AND c.closed_on = 0 AND c.id IN (
                SELECT m.case_id FROM case_member m WHERE m.tenant_id = \(tenant) AND m.account_id = \(account)
                    AND m.state = \(MemberState.invited) AND m.ends_on >= \(today))
            ORDER BY c.id
            """,
            as: CaseFile.self
        )
        // An invitation outlasts the role that it was for; it is nobody's to answer then.
        let gate = CaseGate(desk, connection)
        let invited = try asked.filter { try gate.key(to: $0) != nil }
        let late = try connection.value(
            """
            SELECT count(*) FROM prevention_case c
            WHERE c.tenant_id = \(tenant) AND c.owner_id = \(account) AND c.closed_on = 0 AND c.review_on > 0
                AND c.review_on < \(today)
            """,
            Int.self
        )
        let ownerless = try CaseOwners.missing(
            within: desk.asker.reach(.superviseCases, on: today),
            on: today,
            tenant,
            connection
        )
        return (invited.count, late ?? 0, ownerless.count)
    }

    /// How many referrals wait for one's answer.
    package static func referrals(_ desk: Desk, _ connection: Connection) throws -> Int {
        try ReferralList.waiting(desk, connection)
    }

    /// In how many cases that are one's own, or that one takes part in, others did something in the last days.
    package static func fresh(days: Int, _ desk: Desk, _ connection: Connection) throws -> Int {
        let (tenant, today, account) = (desk.tenant, desk.today, desk.asker.account)
        guard desk.asker.viewing == nil, account.rawValue > 0 else { return 0 }
        let since = Instant(milliseconds: desk.clock().milliseconds - days * 86_400_000)
        let files = try connection.rows(
            """
            SELECT \(CaseFile.columns) FROM prevention_case c
            WHERE c.tenant_id = \(tenant) AND c.closed_on = 0 AND (c.owner_id = \(account) OR c.id IN (
                SELECT m.case_id FROM case_member m WHERE m.tenant_id = \(tenant) AND m.account_id = \(account)
                    AND m.state = \(MemberState.accepted) AND m.ends_on >= \(today)))
            ORDER BY c.id
            """,
            as: CaseFile.self
        )
        let gate = CaseGate(desk, connection)
        let fresh = try files.filter { file in
            guard let key = try gate.key(to: file) else { return false }
            return try CaseNews.load(file, key, since: since, connection).isOfWork
        }
        return fresh.count
    }
}
