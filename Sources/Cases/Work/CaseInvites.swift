internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension CaseWork {
    /// What somebody is invited with.
    struct Invitation: Sendable {
        let account: AccountID
        let body: CaseBody
        let level: NoteLevel
        let parts: CaseParts
        let basis: LegalBasis
        let purpose: String
        let ends: Day
    }

    /// Whom the owner may invite: colleagues who work with the pupil, and people of other bodies.
    static func invitable(
        _ file: CaseFile,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Holder] {
        let scope = try file.scope(on: desk.today, connection)
        return try Accounts.holders(
            of: .joinCases,
            covering: scope,
            on: desk.today,
            desk.tenant,
            connection
        )
        .filter { $0.account != file.owner }
    }

    /// Invites somebody, with purpose, legal basis and last day.
    func invite(_ id: Int, _ invitation: Invitation) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let (file, key) = try CaseGate(desk, connection).enterToManage(id)
            guard key.isActive else { throw Refusal.caseIsOver }
            let holder = try CaseWork.invitable(file, desk, connection)
                .first { $0.account == invitation.account }
            var errors = FieldErrors()
            if holder == nil { errors.add("account", .missingAnswer) }
            if let holder, invitation.body == .school {
                let scope = try file.scope(on: desk.today, connection)
                let isOfSchool = try Accounts.holders(
                    of: .workCases,
                    covering: scope,
                    on: desk.today,
                    desk.tenant,
                    connection
                )
                .contains { $0.account == holder.account }
                if !isOfSchool { errors.add("body", .notOfSchool) }
            }
            if invitation.purpose.isEmpty { errors.add("purpose", .missingAnswer) }
            if invitation.ends < desk.today { errors.add("ends", .dayIsOver) }
            if invitation.ends > desk.today + CaseWork.longest { errors.add("ends", .tooLong) }
            let seats = try CaseMember.all(of: id, account: invitation.account, desk.tenant, connection)
            let isThere = seats.contains { seat in
                !seat.isOver(on: desk.today) && (seat.state == .invited || seat.state == .accepted)
            }
            if isThere { errors.add("account", .isThereAlready) }
            guard errors.isEmpty, let holder else { throw errors }
            let member = try CaseWork.newID("case_member", desk, connection)
            let purpose = try CaseWork.seal(
                invitation.purpose,
                "case_member",
                "purpose_sealed",
                member,
                desk,
                connection
            )
            // Restricted notes stay in the school.
            let level = invitation.body == .school ? invitation.level : .team
            let parts = invitation.body == .school ? CaseParts.all : invitation.parts
            try connection.execute(
                """
                INSERT INTO case_member (tenant_id, id, case_id, body, account_id, name, level, parts, state, basis,
                    purpose_sealed, invited_on, answered_on, ends_on, invited_by, version)
                VALUES (\(desk.tenant), \(member), \(id), \(invitation.body), \(holder.account), \(holder.name),
                    \(level), \(parts), \(MemberState.invited), \(invitation.basis), \(purpose), \(desk.today), 0,
                    \(invitation.ends), \(desk.asker.account), 1)
                """
            )
            try CaseWork.record(id, file.pupil, try file.scope(on: desk.today, connection), desk, connection)
        }
    }

    /// Answers one's own invitation, or gives a place up that one has.
    func answer(_ id: Int, with state: MemberState) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let (file, key) = try CaseGate(desk, connection).enter(id)
            guard key.isActive else { throw Refusal.caseIsOver }
            let from: MemberState = state == .handedOver ? .accepted : .invited
            let seats = try CaseMember.all(of: id, account: desk.asker.account, desk.tenant, connection)
            guard [.accepted, .rejected, .handedOver].contains(state),
                let seat = seats.last(where: { $0.state == from && !$0.isOver(on: desk.today) })
            else { throw Refusal.noSuchPage }
            try CaseWork.set(seat, state, desk, connection)
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

    /// The most days that an invitation may last: a school year, after which it is thought over anew.
    static let longest = 366

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
            UPDATE case_member SET state = \(state), answered_on = \(answered), version = version + 1
            WHERE tenant_id = \(desk.tenant) AND id = \(seat.id) AND version = \(seat.version)
            """
        )
        guard changed > 0 else { throw Conflict(table: "case_member", id: seat.id) }
        guard state == .revoked || state == .handedOver else { return }
        try CaseWork.release([seat.account], of: seat.caseID, desk, connection)
    }
}

extension Text {
    static let tooLong = Text(
        lv: "Uzaicinājums var būt ne ilgāk kā gadu; vajadzības gadījumā uzaiciniet no jauna.",
        en: "An invitation may last a year at most; invite again if need be."
    )
    static let notOfSchool = Text(
        lv: "Skolas vārdā piedalās tikai tie, kas skolā strādā ar izglītojamo. Izvēlieties citu institūciju.",
        en: "Only those who work with the pupil in the school take part for it. Choose another body."
    )
    static let isThereAlready = Text(
        lv: "Šis cilvēks jau ir uzaicināts vai piedalās.",
        en: "This person is invited or takes part already."
    )
}
