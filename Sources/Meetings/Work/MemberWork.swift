internal import Access
internal import Cases
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension MeetingWork {
    /// Whom to ask: colleagues of the institution, and people of other bodies with an account.
    static func invitable(
        _ meeting: Meeting,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> (staff: [Holder], others: [Holder]) {
        let there = Set(try MeetingMember.all(of: meeting.id, desk.tenant, connection).map(\.account))
        let holders = try Accounts.holders(
            of: .joinCases,
            covering: meeting.scope,
            within: true,
            on: desk.today,
            desk.tenant,
            connection
        )
        .filter { !there.contains($0.account) }
        let outside = Role.outsideWorker.words
        return (holders.filter { $0.role != outside }, holders.filter { $0.role == outside })
    }

    /// Asks colleagues to a meeting.
    func askStaff(_ accounts: Set<Int>, to id: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let meeting = try MeetingWork.open(id, desk, connection)
            let chosen = try MeetingWork.invitable(meeting, desk, connection).staff
                .filter { accounts.contains($0.account.rawValue) }
            guard !chosen.isEmpty else { throw FieldErrors("staff", .missingChoices) }
            for holder in chosen {
                try MeetingWork.ask(holder.account, holder.name, .school, to: id, desk, connection)
            }
            try MeetingWork.record(id, [], desk, connection)
        }
    }

    /// Asks somebody of another body: by account, or by name where they have none.
    func askOther(_ account: Int, _ name: String, _ body: CaseBody, to id: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let meeting = try MeetingWork.open(id, desk, connection)
            if account > 0 {
                let others = try MeetingWork.invitable(meeting, desk, connection).others
                guard let holder = others.first(where: { $0.account.rawValue == account }) else {
                    throw FieldErrors("account", .missingChoice)
                }
                try MeetingWork.ask(holder.account, holder.name, body, to: id, desk, connection)
            } else {
                guard !name.isEmpty else { throw FieldErrors("name", .missingAnswer) }
                try MeetingWork.ask(AccountID(rawValue: 0), name, body, to: id, desk, connection)
            }
            try MeetingWork.record(id, [], desk, connection)
        }
    }

    /// Takes somebody off the list of a meeting that has not been held.
    func remove(_ member: Int, from id: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let meeting = try MeetingWork.open(id, desk, connection)
            guard meeting.state == .planned else { throw Refusal.minutesFrozen }
            let removed = try connection.execute(
                """
                DELETE FROM meeting_member
                WHERE tenant_id = \(desk.tenant) AND meeting_id = \(id) AND id = \(member)
                """
            )
            guard removed > 0 else { throw Refusal.noSuchPage }
            try MeetingWork.record(id, [], desk, connection)
        }
    }

    /// A meeting that is planned or being held, for those who lead it.
    static func open(_ id: Int, _ desk: Desk, _ connection: Connection) throws -> Meeting {
        let meeting = try MeetingGate(desk, connection).enterToManage(id)
        guard meeting.state.takesItems else { throw Refusal.minutesFrozen }
        return meeting
    }

    static func ask(
        _ account: AccountID,
        _ name: String,
        _ body: CaseBody,
        to meeting: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let id = try newID("meeting_member", desk, connection)
        try connection.execute(
            """
            INSERT INTO meeting_member (tenant_id, id, meeting_id, account_id, name, body, came, version)
            VALUES (\(desk.tenant), \(id), \(meeting), \(account), \(name), \(body), 0, 1)
            """
        )
    }
}
