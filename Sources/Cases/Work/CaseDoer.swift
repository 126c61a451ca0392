internal import Access
internal import Frame
internal import Kernel
internal import Storage

/// Somebody who may be given a task of a case, as they see it: its owner and those who take part.
struct CaseDoer: Hashable, Sendable {
    let account: AccountID
    let name: String
    let body: CaseBody

    /// Those of a case on a day, the owner first; whose role for it is over is none, though the place be in date.
    static func all(of file: CaseFile, on day: Day, _ connection: Connection) throws -> [CaseDoer] {
        let owner = CaseDoer(account: file.owner, name: file.ownerName, body: .school)
        let seats = try CaseMember.all(of: file.id, file.tenant, connection)
            .filter { $0.state == .accepted && !$0.isOver(on: day) && $0.account != file.owner }
        guard !seats.isEmpty else { return [owner] }
        let whole = Scope(institution: file.institution)
        let staff = try Accounts.holders(
            of: .workCases,
            covering: whole,
            within: true,
            on: day,
            file.tenant,
            connection
        )
        let guests = try file.holders(of: .joinCases, on: day, connection)
        let (ofSchool, able) = (Set(staff.map(\.account)), Set(guests.map(\.account)))
        let members = seats.filter { ($0.body == .school ? ofSchool : able).contains($0.account) }
        return [owner]
            + members.map { CaseDoer(account: $0.account, name: $0.name, body: $0.body) }
    }

    /// Whose eyes tasks of a case are open to on a day: those who may be given one, and who leads the work on it.
    static func accounts(of file: CaseFile, on day: Day, _ connection: Connection) throws -> Set<AccountID> {
        let leaders = try file.holders(of: .superviseCases, on: day, connection)
        return Set(try all(of: file, on: day, connection).map(\.account) + leaders.map(\.account))
    }
}

extension CaseWork {
    /// Takes the open tasks of a case from those of some accounts to whom it is closed now; what is done stays theirs.
    ///
    /// Whoever can neither read nor end a task would have it for ever. It keeps the name that was written down, and its
    /// last day stays before the owner of the case. Where somebody takes the place of the account, it is theirs to do,
    /// with their name.
    static func release(
        _ accounts: [AccountID],
        of id: Int,
        to heir: Holder? = nil,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        guard let file = try CaseFile.find(id, desk.tenant, connection) else { return }
        // Whoever leaves one place in a case may have another, or lead the work on it.
        let staying = try CaseDoer.accounts(of: file, on: desk.today, connection)
        let gone = accounts.filter { !staying.contains($0) }
        guard !gone.isEmpty else { return }
        let whose: SQL = heir.map { "owner_id = \($0.account), person = \($0.name)" } ?? "owner_id = 0"
        try connection.execute(
            """
            UPDATE case_task SET \(whose), version = version + 1
            WHERE tenant_id = \(desk.tenant) AND case_id = \(id) AND done_on = 0
                AND owner_id IN (\(list: gone))
            """
        )
    }
}
