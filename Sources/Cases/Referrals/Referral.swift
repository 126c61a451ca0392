internal import Frame
internal import Kernel
internal import Storage

/// Which way a referral goes.
enum ReferralWay: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// From the institution that has the case to another body.
    case toBody = 1
    /// From another body to the pupil's institution.
    case fromBody = 2

    /// What people call it.
    var words: Text {
        switch self {
        case .toBody: Text(lv: "citai institūcijai", en: "to another body")
        case .fromBody: Text(lv: "izglītības iestādei", en: "to the educational institution")
        }
    }
}

/// How a referral stands.
enum ReferralState: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// Sent; not answered yet.
    case sent = 1
    /// Taken on.
    case accepted = 2
    /// Not taken on, with the reason.
    case rejected = 3
    /// Done, with what came of it.
    case finished = 4
    /// Taken back by whoever sent it, before it was answered.
    case withdrawn = 5

    /// What people call it.
    var words: Text {
        switch self {
        case .sent: Text(lv: "nosūtīts", en: "sent")
        case .accepted: Text(lv: "pieņemts", en: "accepted")
        case .rejected: Text(lv: "noraidīts", en: "rejected")
        case .finished: Text(lv: "pabeigts", en: "finished")
        case .withdrawn: Text(lv: "atsaukts", en: "withdrawn")
        }
    }
}

/// A referral between institutions: what one asks of another for a pupil, how it was answered and what came of it.
struct Referral: Sendable {
    let id: Int
    let pupil: PupilID
    /// The educational institution that sends it or gets it.
    let institution: InstitutionID
    /// The case it belongs to; 0 where a body turned to the institution and there is none.
    let caseID: Int
    let way: ReferralWay
    /// The other body.
    let body: CaseBody
    /// Its worker: to whom it is sent, or who sends it.
    let worker: AccountID
    let workerName: String
    /// What is asked, as a code of ``CodeLists/referralKinds``.
    let kind: String
    let basis: LegalBasis
    let state: ReferralState
    let sent: Day
    let sender: AccountID
    let senderName: String
    let answered: Day?
    let answeredBy: String
    let finished: Day?
    let finishedBy: String
    /// Why it is asked.
    let reason: ReferralText
    /// Why it was rejected, or what was said on accepting it.
    let answer: ReferralText
    /// What came of it.
    let outcome: ReferralText
    let version: Int

    private static let columns: SQL = """
        r.tenant_id, r.id, r.pupil_id, r.institution_id, r.case_id, r.way, r.body, r.account_id, r.name, r.kind,
        r.basis, r.state, r.sent_on, r.sent_by, r.sender_name, r.answered_on, r.answered_name, r.finished_on,
        r.finished_name, r.reason_sealed, r.answer_sealed, r.outcome_sealed, r.version
        """

    /// Referrals of a condition on rows `r`, the latest first; one whose words are gone is counted and nobody's to open.
    static func all(
        _ condition: SQL,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Referral] {
        try connection.rows(
            """
            SELECT \(columns) FROM case_referral r
            WHERE r.tenant_id = \(tenant) AND length(r.reason_sealed) > 0 AND \(condition) ORDER BY r.id DESC
            """
        )
    }

    /// A referral by its number.
    static func find(_ id: Int, _ tenant: TenantID, _ connection: Connection) throws -> Referral? {
        try all("r.id = \(id)", tenant, connection).first
    }
}

extension Referral: Readable {
    init(row: inout Row) throws {
        let tenant: TenantID = try row.next()
        let id: Int = try row.next()
        self.id = id
        pupil = try row.next()
        institution = try row.next()
        caseID = try row.next()
        way = try row.next()
        body = try row.next()
        worker = try row.next()
        workerName = try row.next()
        kind = try row.next()
        basis = try row.next()
        state = try row.next()
        sent = try row.next()
        sender = try row.next()
        senderName = try row.next()
        let answeredOn: Day = try row.next()
        answered = answeredOn.number == 0 ? nil : answeredOn
        answeredBy = try row.next()
        let finishedOn: Day = try row.next()
        finished = finishedOn.number == 0 ? nil : finishedOn
        finishedBy = try row.next()
        func text(_ sealed: [UInt8], _ column: String) -> ReferralText {
            ReferralText(sealed, tenant, at: .row("case_referral", column, tenant, id), of: id)
        }
        reason = text(try row.next(), "reason_sealed")
        answer = text(try row.next(), "answer_sealed")
        outcome = text(try row.next(), "outcome_sealed")
        version = try row.next()
    }
}
