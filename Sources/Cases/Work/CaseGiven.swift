internal import Access
package import Frame
internal import Kernel
package import Storage

/// A case that somebody else answers for since some days ago: for the home pages of both.
package struct CaseGiven: Sendable {
    /// The case.
    package let caseID: Int
    /// Who answers for it since.
    package let next: String
    /// Whether the page of the case is the reader's.
    package let opens: Bool

    /// Cases that others gave to whoever sits at the desk in the last days, and that are still theirs.
    package static func received(
        days: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [CaseGiven] {
        let (tenant, account) = (desk.tenant, desk.asker.account)
        guard desk.asker.viewing == nil, account.rawValue > 0 else { return [] }
        let cases = try connection.rows(
            """
            SELECT s.case_id FROM case_step s
            WHERE s.tenant_id = \(tenant) AND s.next_id = \(account) AND s.at > \(since(days, desk))
                AND s.account_id <> \(account)
            ORDER BY s.at, s.case_id
            """,
            Int.self
        )
        return try Set(cases).sorted().compactMap { id in
            guard let file = try CaseFile.find(id, tenant, connection), file.owner == account,
                file.state.isActive
            else { return nil }
            return try given(file, file.ownerName, desk, connection)
        }
    }

    /// Cases of whoever sits at the desk that went to somebody else in the last days, and have not come back.
    ///
    /// Whoever gave their own case is told too: it stands on their list no longer.
    package static func passedOn(
        days: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [CaseGiven] {
        let (tenant, account) = (desk.tenant, desk.asker.account)
        guard desk.asker.viewing == nil, account.rawValue > 0 else { return [] }
        let steps = try connection.rows(
            """
            SELECT s.case_id, s.next_id FROM case_step s
            WHERE s.tenant_id = \(tenant) AND s.former_id = \(account) AND s.at > \(since(days, desk))
            ORDER BY s.at, s.case_id, s.ordinal
            """,
            Int.self,
            AccountID.self
        )
        let last = Dictionary(steps.map { ($0.0, $0.1) }) { _, later in later }
        return try last.sorted { $0.key < $1.key }.compactMap { id, next in
            guard let file = try CaseFile.find(id, tenant, connection), file.owner != account else {
                return nil
            }
            let holder = try Accounts.find(next, tenant: tenant, connection)
            return try given(file, holder?.name ?? file.ownerName, desk, connection)
        }
    }

    private static func given(
        _ file: CaseFile,
        _ next: String,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> CaseGiven {
        let opens = try CaseGate(desk, connection).key(to: file) != nil
        return CaseGiven(caseID: file.id, next: next, opens: opens)
    }

    private static func since(_ days: Int, _ desk: Desk) -> Int {
        desk.clock().milliseconds - days * 86_400_000
    }
}
