internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What becomes of a referral once it is sent.
extension ReferralWork {
    /// Accepts a referral, or rejects it with the reason; a case of the pupil that is worked on takes it up.
    ///
    /// Throws `Conflict` where somebody else was first, `FieldErrors` where the reason is missing.
    func answer(_ id: Int, accepts: Bool, _ words: String, version: Int) async throws {
        try await change(id, version, as: .receiver, from: .sent) { referral, desk, connection in
            guard accepts || !words.isEmpty else { throw FieldErrors("answer", .missingAnswer) }
            let sealed = try ReferralWork.sealed(words, "answer_sealed", id, desk, connection)
            let state: ReferralState = accepts ? .accepted : .rejected
            let open = try CaseFile.all(of: referral.pupil, desk.tenant, connection).first {
                $0.state.isActive && $0.institution == referral.institution
            }
            let file = referral.caseID > 0 ? referral.caseID : open?.id ?? 0
            return """
                state = \(state), answered_on = \(desk.today), answered_name = \(desk.asker.name),
                answer_sealed = \(sealed), case_id = \(file)
                """
        }
    }

    /// Ends a referral that was accepted with what came of it.
    func finish(_ id: Int, _ outcome: String, version: Int) async throws {
        try await change(id, version, as: .receiver, from: .accepted) { _, desk, connection in
            guard !outcome.isEmpty else { throw FieldErrors("outcome", .missingAnswer) }
            let sealed = try ReferralWork.sealed(outcome, "outcome_sealed", id, desk, connection)
            return """
                state = \(ReferralState.finished), finished_on = \(desk.today),
                finished_name = \(desk.asker.name), outcome_sealed = \(sealed)
                """
        }
    }

    /// Takes a referral back that nobody has answered; the addressee sees it no longer.
    func withdraw(_ id: Int, version: Int) async throws {
        try await change(id, version, as: .sender, from: .sent) { _, desk, _ in
            """
            state = \(ReferralState.withdrawn), finished_on = \(desk.today), finished_name = \(desk.asker.name)
            """
        }
    }

    /// Lets a case that is opened take up what other bodies asked of the institution before.
    static func adopt(
        _ caseID: Int,
        _ pupil: PupilID,
        at institution: InstitutionID,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        try connection.execute(
            """
            UPDATE case_referral SET case_id = \(caseID), version = version + 1
            WHERE tenant_id = \(desk.tenant) AND pupil_id = \(pupil) AND case_id = 0
                AND institution_id = \(institution)
                AND state IN (\(ReferralState.sent), \(ReferralState.accepted))
            """
        )
    }

    private static func sealed(
        _ words: String,
        _ column: String,
        _ id: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [UInt8] {
        guard !words.isEmpty else { return [] }
        return try CaseWork.seal(words, "case_referral", column, id, desk, connection)
    }

    private func change(
        _ id: Int,
        _ version: Int,
        as standing: ReferralStanding,
        from state: ReferralState,
        _ changes: @escaping @Sendable (Referral, Desk, Connection) throws -> SQL
    ) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let (referral, key) = try ReferralGate(desk, connection).enter(id)
            guard key.standing == standing else { throw Refusal.noSuchPage }
            guard referral.version == version, referral.state == state else {
                throw Conflict(table: "case_referral", id: id)
            }
            let set = try changes(referral, desk, connection)
            try connection.execute(
                """
                UPDATE case_referral SET \(set), version = version + 1
                WHERE tenant_id = \(desk.tenant) AND id = \(id)
                """
            )
            let scope = Scope(institution: referral.institution, pupil: referral.pupil)
            try ReferralWork.record(id, referral.pupil, scope, desk, connection)
        }
    }
}
