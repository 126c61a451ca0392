internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What people do with a referral: the one operation under the pages.
struct ReferralWork: Sendable {
    let desk: Desk

    init(_ desk: Desk) {
        self.desk = desk
    }

    /// What a referral says.
    struct New: Sendable {
        /// The other body: who is asked, or who asks.
        let body: CaseBody
        /// A code of ``CodeLists/referralKinds``.
        let kind: String
        let basis: LegalBasis
        let reason: String
        /// What is written on the further questions of the form.
        var answers = Answers()
    }

    /// To whom a case may be referred: people of other bodies, whether they take part in it or not.
    static func addressees(
        of file: CaseFile,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Holder] {
        let ofSchool = Set(try file.holders(of: .workCases, on: desk.today, connection).map(\.account))
        return try CaseWork.invitable(file, desk, connection).filter { !ofSchool.contains($0.account) }
    }

    /// Refuses whoever may not refer a case.
    func requireSender(of caseID: Int) async throws {
        let desk = desk
        try await desk.database.data.read { _ = try ReferralWork.enterToSend(caseID, desk, $0) }
    }

    private static func enterToSend(
        _ caseID: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> CaseFile {
        let (file, key) = try CaseGate(desk, connection).enterToWrite(caseID)
        guard key.writesPlans else { throw Refusal.noSuchPage }
        return file
    }

    /// Sends a referral from a case to somebody of another body, who sees the referral and nothing of the case.
    func send(of caseID: Int, to account: AccountID, _ new: New) async throws -> Int {
        let desk = desk
        return try await desk.writeAndRecord { connection in
            let file = try ReferralWork.enterToSend(caseID, desk, connection)
            let holder = try ReferralWork.addressees(of: file, desk, connection)
                .first { $0.account == account }
            var errors = try ReferralWork.errors(new, desk, connection)
            if holder == nil { errors.add("account", .missingChoice) }
            if let holder, !holder.works(for: new.body) { errors.add("body", .worksFor(holder.bodies)) }
            guard errors.isEmpty, let holder else { throw errors }
            let scope = try file.scope(on: desk.today, connection)
            let place = (institution: file.institution, classGroup: scope.classGroup)
            let worker = (account: holder.account, name: holder.name)
            return try ReferralWork.insert(
                new,
                .toBody,
                of: file.pupil,
                at: place,
                case: file.id,
                worker,
                desk,
                connection
            )
        }
    }

    /// Sends a referral from another body to the institution of the pupil with a personal code.
    ///
    /// Who is not in the register, who learns nowhere now and whom the sender may not ask about are answered alike.
    func send(about code: PersonalCode, _ new: New) async throws -> Int {
        let desk = desk
        return try await desk.writeAndRecord { connection in
            guard ReferralWork.isOutside(desk) else { throw Refusal.noSuchPage }
            var errors = try ReferralWork.errors(new, desk, connection)
            let own = ReferralWork.ownBodies(desk)
            if !own.isEmpty, !own.contains(new.body) { errors.add("body", .workForYours(own)) }
            guard errors.isEmpty else { throw errors }
            let pupil = try PersonalCodeIndex.findPupil(code, desk.tenant, connection)
            return try ReferralWork.insert(new, about: pupil, desk, connection)
        }
    }

    /// Sends a referral from another body to the institution where a pupil learns.
    ///
    /// Throws `FieldErrors` of the code where there is no such pupil for the sender.
    static func insert(
        _ new: New,
        about pupil: PupilID?,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Int {
        let finder = ScopeFinder(tenant: desk.tenant, connection)
        guard let pupil, let scope = try finder.scope(of: pupil, on: desk.today),
            let institution = scope.institution,
            desk.asker.may(.joinCases, in: scope, on: desk.today)
        else { throw FieldErrors("code", .learnsNowhere) }
        let open = try CaseFile.all(of: pupil, desk.tenant, connection).first { $0.state.isActive }
        return try insert(
            new,
            .fromBody,
            of: pupil,
            at: (institution: institution, classGroup: scope.classGroup),
            case: open?.id ?? 0,
            (account: desk.asker.account, name: desk.asker.name),
            desk,
            connection
        )
    }

    /// Whether somebody works for another body: whoever works with pupils of a school opens a case instead.
    static func isOutside(_ desk: Desk) -> Bool {
        desk.asker.viewing == nil && desk.asker.account.rawValue > 0
            && desk.asker.reach(.workCases, on: desk.today).isEmpty
            && !desk.asker.reach(.joinCases, on: desk.today).isEmpty
    }

    /// The bodies in whose name whoever sits at the desk may ask; empty where no role names one.
    static func ownBodies(_ desk: Desk) -> Set<CaseBody> {
        Set(desk.asker.bodies(.joinCases, on: desk.today))
    }

    /// What is wrong with what a referral says, for the lists and the form of today.
    static func errors(
        _ new: New,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> FieldErrors {
        // That the form was changed meanwhile is said before what is missing on it.
        var errors = try ReferralForm.load(desk, connection).errors(new.answers)
        let kinds = try CodeLists.load(desk.tenant, connection)
            .items(CodeLists.referralKinds, on: desk.today)
        if !kinds.contains(where: { $0.code == new.kind }) { errors.add("kind", .missingChoice) }
        if new.body == .school { errors.add("body", .missingChoice) }
        if new.reason.isEmpty { errors.add("reason", .missingAnswer) }
        return errors
    }

    private static func insert(
        _ new: New,
        _ way: ReferralWay,
        of pupil: PupilID,
        at place: (institution: InstitutionID, classGroup: ClassID?),
        case caseID: Int,
        _ worker: (account: AccountID, name: String),
        _ desk: Desk,
        _ connection: Connection
    ) throws -> Int {
        let id = try CaseWork.newID("case_referral", desk, connection)
        let reason = try CaseWork.seal(new.reason, "case_referral", "reason_sealed", id, desk, connection)
        let nothing: [UInt8] = []
        try connection.execute(
            """
            INSERT INTO case_referral (tenant_id, id, pupil_id, institution_id, class_id, case_id, way, body,
                account_id, name, kind, basis, state, sent_on, sent_by, sender_name, reason_sealed,
                answer_sealed, outcome_sealed, version)
            VALUES (\(desk.tenant), \(id), \(pupil), \(place.institution), \(place.classGroup?.rawValue ?? 0),
                \(caseID), \(way), \(new.body), \(worker.account), \(worker.name), \(new.kind), \(new.basis),
                \(ReferralState.sent), \(desk.today), \(desk.asker.account), \(desk.asker.name), \(reason),
                \(nothing), \(nothing), 1)
            """
        )
        try ReferralForm.load(desk, connection).keep(new.answers, of: id, desk, connection)
        let scope = Scope(institution: place.institution, classGroup: place.classGroup, pupil: pupil)
        try record(id, pupil, scope, desk, connection)
        return id
    }

    static func record(
        _ id: Int,
        _ pupil: PupilID,
        _ scope: Scope,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        let event = desk.event(.change, "referral \(id)", persons: [pupil], scope: scope)
        try AuditTrail.queue(event, connection)
    }
}

extension Text {
    static let learnsNowhere = Text(
        lv:
            "Izglītojamais ar šādu personas kodu pašvaldības izglītības iestādēs nav atrasts. Pārbaudiet kodu.",
        en: "No pupil with this personal code was found in institutions of the municipality. Check the code."
    )
}
