package import Frame
internal import Kernel
internal import Pages
internal import Registry
package import Storage

/// Referrals that wait for an answer: whoever was asked answers within the days of the rule, whoever sent it follows it.
package enum ReferralDues: DueSource {
    package static var kind: DueKind { .referrals }

    private static let words = Text(
        lv: "Atbilde uz nosūtījumu starp institūcijām",
        en: "Answer to a referral between institutions"
    )

    package static func dues(_ question: DueQuestion, _ connection: Connection) throws -> [Due] {
        let (tenant, today) = (question.tenant, question.today)
        let whose: SQL =
            switch question.whose {
            case .own(let asker): ReferralList.waited(asker, tenant, on: today)
            case .within(let reach): reach.rows("r.")
            }
        let rules = try Regulations.load(tenant, connection)
        let condition: SQL = "r.state = \(ReferralState.sent) AND \(whose)"
        let all = try Referral.all(condition, tenant, connection).reversed()
        return try question.open(Array(all), connection).compactMap { referral, namesPupil in
            let rule = try rules.parameters(of: ReferralAnswerRule.self, on: referral.sent)
            guard let days = rule?.days, days > 0, referral.sent + days <= question.until else { return nil }
            let asked = referral.way == .toBody ? Text(same: referral.workerName) : nil
            return Due(
                "case-referral-\(referral.id)",
                by: referral.sent + days,
                words,
                of: referral.pupil,
                owner: asked,
                at: referral.institution,
                "/referrals/\(referral.id)",
                about: Text(lv: "Nosūtījums Nr. \(referral.id)", en: "Referral no. \(referral.id)"),
                namesPupil: namesPupil
            )
        }
    }
}

extension DueQuestion {
    /// Those of some referrals that are open to whoever asks for the own dates, and whether they are told the pupil's
    /// name; whoever leads the work has all of them.
    fileprivate func open(
        _ referrals: [Referral],
        _ connection: Connection
    ) throws -> [(referral: Referral, namesPupil: Bool)] {
        guard case .own(let asker) = whose else { return referrals.map { (referral: $0, namesPupil: false) } }
        let gate = ReferralGate(asker, tenant, on: today, connection)
        return try referrals.compactMap { referral in
            try gate.key(to: referral).map { (referral: referral, namesPupil: $0.namesPupil) }
        }
    }
}

/// Referrals that somebody sent or is asked to take on.
struct ReferralList: Sendable {
    /// A referral with what the reader is to it.
    struct Line: Sendable {
        let referral: Referral
        let key: ReferralKey
        /// The pupil's name; nil where the reader is not told it.
        let name: String?
        /// The educational institution.
        let place: Text

        /// Whether it waits for the reader's answer.
        var isMine: Bool { key.standing == .receiver && referral.state == .sent }
    }

    let lines: [Line]
    let kinds: CodeLists
    let isOutside: Bool
    let today: Day

    /// How many days of referrals that are over are shown.
    static let days = 366

    static func load(_ desk: Desk, _ connection: Connection) throws -> ReferralList {
        let since = desk.today - days
        let open: SQL = "r.state IN (\(ReferralState.sent), \(ReferralState.accepted))"
        let condition: SQL = "(\(open) OR r.sent_on >= \(since)) AND \(own(desk.asker, on: desk.today))"
        let gate = ReferralGate(desk, connection)
        let year = SchoolYear(containing: desk.today)
        let names = RegistryNames(tenant: desk.tenant, year: year, connection)
        let lines = try Referral.all(condition, desk.tenant, connection).compactMap { referral in
            try gate.key(to: referral).map { key in
                let name = key.namesPupil ? names.name(.pupil, referral.pupil.rawValue).lv : nil
                let place = names.name(.institution, referral.institution.rawValue)
                return Line(referral: referral, key: key, name: name, place: place)
            }
        }
        .sorted { ($0.referral.sent, $0.referral.id) > ($1.referral.sent, $1.referral.id) }
        return ReferralList(
            lines: lines,
            kinds: try CodeLists.load(desk.tenant, connection),
            isOutside: ReferralWork.isOutside(desk),
            today: desk.today
        )
    }

    /// The condition on referrals `r` whose answer somebody gives or follows: an owner follows those of the own cases,
    /// whoever sent them.
    static func waited(_ asker: Asker, _ tenant: TenantID, on today: Day) -> SQL {
        """
        (\(asked(asker, on: today)) OR r.case_id IN (
            SELECT c.id FROM prevention_case c
            WHERE c.tenant_id = \(tenant) AND c.owner_id = \(asker.account) AND c.closed_on = 0))
        """
    }

    /// The condition on referrals `r` that somebody sent or is asked to take on.
    static func own(_ asker: Asker, on today: Day) -> SQL {
        "(\(asked(asker, on: today)) OR r.sent_by = \(asker.account))"
    }

    private static func asked(_ asker: Asker, on today: Day) -> SQL {
        let reach = asker.reach(.workCases, on: today)
        let here: SQL =
            reach.everything
            ? "1 = 1" : "r.institution_id IN (\(list: reach.institutions.sorted()))"
        return """
            (r.account_id = \(asker.account)
                OR (r.way = \(ReferralWay.fromBody) AND \(here)))
            """
    }

    /// How many referrals wait for the answer of whoever sits at the desk.
    static func waiting(_ desk: Desk, _ connection: Connection) throws -> Int {
        let asker = desk.asker
        guard asker.viewing == nil, asker.account.rawValue > 0 else { return 0 }
        let condition: SQL = "r.state = \(ReferralState.sent) AND \(own(asker, on: desk.today))"
        let gate = ReferralGate(desk, connection)
        return try Referral.all(condition, desk.tenant, connection).count { referral in
            try gate.key(to: referral)?.standing == .receiver
        }
    }
}
