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
        try file.holders(of: .joinCases, on: desk.today, connection).filter { $0.account != file.owner }
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
            if holder == nil { errors.add("account", .missingChoice) }
            if let holder, invitation.body == .school {
                let isOfSchool = try file.holders(of: .workCases, on: desk.today, connection)
                    .contains { $0.account == holder.account }
                if !isOfSchool { errors.add("body", .notOfSchool) }
            } else if let holder, !holder.works(for: invitation.body) {
                errors.add("body", .worksFor(holder.bodies))
            }
            if invitation.purpose.isEmpty { errors.add("purpose", .missingAnswer) }
            if let wrong = CaseWork.wrongEnd(invitation.ends, on: desk.today) { errors.add("ends", wrong) }
            let seats = try CaseMember.all(of: id, account: invitation.account, desk.tenant, connection)
            let isThere = seats.contains { $0.isHeld(on: desk.today) }
            if isThere { errors.add("account", .isThereAlready) }
            guard errors.isEmpty, let holder else { throw errors }
            try CaseWork.seat(invitation, name: holder.name, in: id, desk, connection)
            try CaseWork.record(id, file.pupil, try file.scope(on: desk.today, connection), desk, connection)
        }
    }

    /// Writes an invitation down; `insteadOf` is the place that is handed over with it.
    static func seat(
        _ invitation: Invitation,
        name: String,
        insteadOf: Int = 0,
        in id: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let member = try newID("case_member", desk, connection)
        let purpose = try seal(
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
                purpose_sealed, invited_on, answered_on, ends_on, invited_by, instead_of, changed_at, version)
            VALUES (\(desk.tenant), \(member), \(id), \(invitation.body), \(invitation.account), \(name),
                \(level), \(parts), \(MemberState.invited), \(invitation.basis), \(purpose), \(desk.today), 0,
                \(invitation.ends), \(desk.asker.account), \(insteadOf), \(desk.clock().milliseconds), 1)
            """
        )
    }

    /// Takes back the invitations to a case that nobody has answered.
    static func withdrawInvitations(of id: Int, _ desk: Desk, _ connection: Connection) throws {
        try connection.execute(
            """
            UPDATE case_member SET state = \(MemberState.revoked), changed_at = \(desk.clock().milliseconds),
                version = version + 1
            WHERE tenant_id = \(desk.tenant) AND case_id = \(id) AND state = \(MemberState.invited)
            """
        )
    }

    /// The most days that an invitation may last: a school year, after which it is thought over anew.
    static let longest = 366

    /// What is wrong with the last day of an invitation; nil where nothing is.
    static func wrongEnd(_ day: Day, on today: Day) -> Text? {
        if day < today { return .dayIsOver }
        return day > today + CaseWork.longest ? .tooLong : nil
    }
}

extension Text {
    static let tooLong = Text(
        lv: "Uzaicinājums var būt spēkā ne ilgāk par gadu; vajadzības gadījumā uzaiciniet no jauna.",
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
