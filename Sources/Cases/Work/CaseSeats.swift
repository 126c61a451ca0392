internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension CaseWork {
    /// Answers one's own invitation, or stops taking part.
    func answer(_ id: Int, with state: MemberState) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let (file, key) = try CaseGate(desk, connection).enter(id)
            guard key.isActive else { throw Refusal.caseIsOver }
            let from: MemberState = state == .left ? .accepted : .invited
            guard [.accepted, .rejected, .left].contains(state),
                let seat = try CaseWork.ownSeat(from, in: file, desk, connection)
            else { throw Refusal.noSuchPage }
            try CaseWork.set(seat, state, desk, connection)
            try CaseWork.record(id, file.pupil, try file.scope(on: desk.today, connection), desk, connection)
        }
    }

    /// Hands one's own place over to somebody of the same body, who is invited with the same purpose, ground, parts and
    /// last day, and sees nothing before accepting.
    ///
    /// Restricted notes do not go along: who reads them is for the owner of the case to say, who is told of the change.
    func passOn(_ id: Int, to account: AccountID) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let (file, key) = try CaseGate(desk, connection).enter(id)
            guard key.isActive else { throw Refusal.caseIsOver }
            guard let seat = try CaseWork.ownSeat(.accepted, in: file, desk, connection),
                let purpose = try seat.purpose.opened(key, connection)
            else { throw Refusal.noSuchPage }
            let next = try CaseWork.successors(of: seat, in: file, desk, connection)
                .first { $0.account == account }
            guard let next else { throw FieldErrors("successor", .missingChoice) }
            let invitation = Invitation(
                account: next.account,
                body: seat.body,
                level: .team,
                parts: seat.parts,
                basis: seat.basis,
                purpose: purpose,
                ends: seat.ends
            )
            try CaseWork.seat(invitation, name: next.name, insteadOf: seat.id, in: id, desk, connection)
            try CaseWork.set(seat, .handedOver, desk, connection)
            try CaseWork.record(id, file.pupil, try file.scope(on: desk.today, connection), desk, connection)
        }
    }

    /// Takes an invitation or a place back; from then on nothing is seen.
    func revoke(_ id: Int, _ member: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let (file, _) = try CaseGate(desk, connection).enterToManage(id)
            let seats = try CaseMember.all(of: id, desk.tenant, connection)
            guard let seat = seats.first(where: { $0.id == member }),
                seat.state == .invited || seat.state == .accepted
            else { throw Refusal.noSuchPage }
            try CaseWork.set(seat, .revoked, desk, connection)
            try CaseWork.record(id, file.pupil, try file.scope(on: desk.today, connection), desk, connection)
        }
    }

    /// One's own place in a state, while its time is not over.
    static func ownSeat(
        _ state: MemberState,
        in file: CaseFile,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> CaseMember? {
        try CaseMember.all(of: file.id, account: desk.asker.account, desk.tenant, connection)
            .last { $0.state == state && !$0.isOver(on: desk.today) }
    }

    /// To whom a place may be handed over: of the school those who work with the pupil there; of another body people of
    /// no school whose role names it, or names none and whom nobody has ever invited for a different body only.
    static func successors(
        of seat: CaseMember,
        in file: CaseFile,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Holder] {
        let ofSchool = Set(try file.holders(of: .workCases, on: desk.today, connection).map(\.account))
        let taken = Set(
            try CaseMember.all(of: file.id, desk.tenant, connection).filter { $0.isHeld(on: desk.today) }
                .map(\.account)
        )
        let free = try invitable(file, desk, connection).filter { !taken.contains($0.account) }
        guard seat.body != .school else { return free.filter { ofSchool.contains($0.account) } }
        let others = free.filter { !ofSchool.contains($0.account) }
        let known = try bodies(of: others.map(\.account), desk.tenant, connection)
        return others.filter { holder in
            guard holder.bodies.isEmpty else { return holder.works(for: seat.body) }
            return known[holder.account].map { $0.contains(seat.body) } ?? true
        }
    }

    /// For which bodies accounts were ever invited to a case.
    private static func bodies(
        of accounts: [AccountID],
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [AccountID: Set<CaseBody>] {
        guard !accounts.isEmpty else { return [:] }
        let rows = try connection.rows(
            """
            SELECT DISTINCT account_id, body FROM case_member
            WHERE tenant_id = \(tenant) AND account_id IN (\(list: accounts)) ORDER BY account_id, body
            """,
            AccountID.self,
            CaseBody.self
        )
        return rows.reduce(into: [:]) { $0[$1.0, default: []].insert($1.1) }
    }

    private static func set(
        _ seat: CaseMember,
        _ state: MemberState,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        // A place that was taken keeps the day it was taken on: the time to accept is counted from it.
        let answered = seat.answered ?? desk.today
        let changed = try connection.execute(
            """
            UPDATE case_member SET state = \(state), answered_on = \(answered),
                changed_at = \(desk.clock().milliseconds), version = version + 1
            WHERE tenant_id = \(desk.tenant) AND id = \(seat.id) AND version = \(seat.version)
            """
        )
        guard changed > 0 else { throw Conflict(table: "case_member", id: seat.id) }
        guard [.revoked, .handedOver, .left].contains(state) else { return }
        try CaseWork.release([seat.account], of: seat.caseID, desk, connection)
    }
}
