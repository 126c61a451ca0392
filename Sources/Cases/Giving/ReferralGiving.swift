internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension ReferralWork {
    /// What the audit trail calls a referral that was given to the person.
    static func given(_ id: Int) -> String { "referral \(id) given" }

    /// Takes down that a referral which no case has taken up was given to the person who asked for their data.
    func give(_ id: Int) async throws {
        let desk = desk
        try await desk.writeAndRecord { connection in
            let (referral, key) = try ReferralGate(desk, connection).enter(id)
            guard key.standing == .receiver, referral.way == .fromBody, referral.caseID == 0 else {
                throw Refusal.noSuchPage
            }
            let scope = Scope(institution: referral.institution, pupil: referral.pupil)
            let event = desk.event(.change, ReferralWork.given(id), persons: [referral.pupil], scope: scope)
            try AuditTrail.queue(event, connection)
        }
    }
}

/// Referrals of other bodies that no case has taken up: the institution that got them gives them out.
enum ReferralsGiven: GivenApart {
    static func parts(of pupils: [PupilID], since day: Day, _ desk: Desk) async throws -> [PartGiven] {
        guard !pupils.isEmpty else { return [] }
        let given = try await CasesGiven.changes(of: pupils, since: day, desk)
        return try await desk.database.data.read { connection in
            let year = SchoolYear(containing: desk.today)
            let names = RegistryNames(tenant: desk.tenant, year: year, connection)
            let open: SQL = "r.case_id = 0 AND r.pupil_id IN (\(list: pupils))"
            return try Referral.all(open, desk.tenant, connection).map { referral in
                let (lv, en) = (Format(.lv).day(referral.sent), Format(.en).day(referral.sent))
                let words = Text(
                    lv: "Nosūtījums Nr. \(referral.id), saņemts \(lv)",
                    en: "Referral no. \(referral.id), received \(en)"
                )
                let place = names.name(.institution, referral.institution.rawValue)
                return try CasesGiven.part(
                    words,
                    place.lv,
                    ReferralWork.given(referral.id),
                    given,
                    desk,
                    connection
                )
            }
        }
    }
}
