import Access
import Frame
import Kernel
import Storage

/// How often somebody wants a mail that says how much waits.
enum DigestRhythm: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    case never
    case daily
    case weekly

    var words: Text {
        switch self {
        case .never: Text(lv: "Nesūtīt", en: "Never")
        case .daily: Text(lv: "Katru darba dienu", en: "Every working day")
        case .weekly: Text(lv: "Katru pirmdienu", en: "Every Monday")
        }
    }

    /// Whether a mail is due after the day of the last one.
    func isDue(after sent: Day, on today: Day) -> Bool {
        switch self {
        case .never: false
        case .daily: today.weekday <= 5 && sent < today
        case .weekly: sent < today - (today.weekday - 1)
        }
    }
}

/// Whether an account is sent a mail of what waits for it, and how the last one went.
struct DigestWish: Sendable {
    let rhythm: DigestRhythm
    let sent: Day?
    let problem: Text?
}

/// Wishes for mails as they are stored.
struct Digests {
    let tenant: TenantID
    let connection: Connection

    init(_ tenant: TenantID, _ connection: Connection) {
        (self.tenant, self.connection) = (tenant, connection)
    }

    /// A stored wish.
    struct Stored: Readable, Sendable {
        let account: AccountID
        let rhythm: DigestRhythm
        let sent: Day
        let attempts: Int
        let problem: Text

        init(row: inout Row) throws {
            account = try row.next()
            rhythm = try row.next()
            sent = try row.next()
            attempts = try row.next()
            problem = Text(lv: try row.next(), en: try row.next())
        }
    }

    /// All stored wishes by account.
    func stored() throws -> [AccountID: Stored] {
        let all: [Stored] = try connection.rows(
            """
            SELECT account_id, rhythm, sent_on, attempts, problem_lv, problem_en FROM digest
            WHERE tenant_id = \(tenant) ORDER BY account_id
            """
        )
        return Dictionary(all.map { ($0.account, $0) }) { first, _ in first }
    }

    /// Whoever holds one of these has things that wait: signs to look at, cases and tasks of one's own, invitations and
    /// referrals that want an answer, the work that one leads, steps of programmes.
    static let told: [Permission] = [.workSignals, .workCases, .superviseCases, .joinCases, .editPlans]

    /// What somebody wants; whoever works with signs, cases or programmes and never chose is told once a week of what
    /// waits.
    func wish(of asker: Asker, on today: Day) throws -> DigestWish {
        guard let own = try stored()[asker.account] else {
            return DigestWish(rhythm: Digests.usual(asker, on: today), sent: nil, problem: nil)
        }
        return DigestWish(
            rhythm: own.rhythm,
            sent: own.sent.number > 0 ? own.sent : nil,
            problem: own.problem.lv.isEmpty ? nil : own.problem
        )
    }

    /// The rhythm of somebody who never chose.
    static func usual(_ asker: Asker, on today: Day) -> DigestRhythm {
        told.allSatisfy { asker.reach($0, on: today).isEmpty } ? .never : .weekly
    }

    /// Keeps how often somebody wants it.
    func choose(_ rhythm: DigestRhythm, _ account: AccountID) throws {
        try begin(account, rhythm)
        try connection.execute(
            """
            UPDATE digest SET rhythm = \(rhythm), attempts = 0, problem_lv = '', problem_en = ''
            WHERE tenant_id = \(tenant) AND account_id = \(account)
            """
        )
    }

    /// Takes an account's mail in hand; false where another server has it.
    func take(_ account: AccountID, _ rhythm: DigestRhythm, until: Instant, now: Instant) throws -> Bool {
        try begin(account, rhythm)
        return try connection.execute(
            """
            UPDATE digest SET lease_until = \(until.milliseconds)
            WHERE tenant_id = \(tenant) AND account_id = \(account) AND lease_until < \(now.milliseconds)
            """
        ) > 0
    }

    /// Notes how it went: the day up to which everything is said, or what went wrong.
    func settle(_ account: AccountID, sent: Day, attempts: Int, _ problem: Text?) throws {
        try connection.execute(
            """
            UPDATE digest SET sent_on = \(sent), attempts = \(attempts), lease_until = 0,
                problem_lv = \(problem?.lv ?? ""), problem_en = \(problem?.en ?? "")
            WHERE tenant_id = \(tenant) AND account_id = \(account)
            """
        )
    }

    private func begin(_ account: AccountID, _ rhythm: DigestRhythm) throws {
        try connection.execute(
            """
            INSERT INTO digest (tenant_id, account_id, rhythm, sent_on, attempts, lease_until, problem_lv, problem_en)
            VALUES (\(tenant), \(account), \(rhythm), 0, 0, 0, '', '')
            ON CONFLICT (tenant_id, account_id) DO NOTHING
            """
        )
    }
}
