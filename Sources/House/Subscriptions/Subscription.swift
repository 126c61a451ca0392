import Frame
import Kernel
import Pages
import Storage

/// Somebody's wish to be told when a report has new figures.
struct Subscription: Readable, Sendable {
    let id: Int
    let account: AccountID
    let request: ReportRequest
    let way: Delivery.Way
    /// The version of the data it was last looked at with.
    let dataVersion: String
    /// What the report's figures came to then; empty before the first look.
    let fingerprint: String
    /// When its figures last changed; nil for not yet.
    let changedAt: Instant?
    let openedAt: Instant?
    let attempts: Int
    /// Why the last mail or file did not go.
    let problem: Text?

    static let columns: SQL = """
        id, account_id, report, chosen, delivery, data_version, fingerprint, changed_at, opened_at, attempts,
        problem_lv, problem_en
        """

    init(row: inout Row) throws {
        id = try row.next()
        account = try row.next()
        request = ReportRequest(report: try row.next(), chosen: try row.next())
        way = try row.next()
        dataVersion = try row.next()
        fingerprint = try row.next()
        let changed: Int = try row.next()
        changedAt = changed > 0 ? Instant(milliseconds: changed) : nil
        let opened: Int = try row.next()
        openedAt = opened > 0 ? Instant(milliseconds: opened) : nil
        attempts = try row.next()
        let problem = Text(lv: try row.next(), en: try row.next())
        self.problem = problem.lv.isEmpty ? nil : problem
    }

    /// The address that a notice and a mail carry: it opens the report and takes the notice away.
    var address: Address { "/subscriptions/\(id)" }

    /// Whether there are figures that the subscriber has not opened yet.
    var isNews: Bool {
        guard let changedAt else { return false }
        guard let openedAt else { return true }
        return openedAt < changedAt
    }

    /// The report's own title; a mail carries no words that people wrote.
    func title(_ house: HouseBook) -> Text {
        house.report(request.report)?.report.title ?? Text(same: request.report)
    }
}

/// Subscriptions as they are stored.
struct Subscriptions {
    let tenant: TenantID
    let connection: Connection

    /// Those of an account, or of all; in the order in which they were made.
    func list(_ account: AccountID? = nil) throws -> [Subscription] {
        try list(account, "removed_at = 0")
    }

    /// Those of an account that were ended and can be put back.
    func removed(_ account: AccountID, _ desk: Desk) throws -> [Subscription] {
        try list(account, Removed.condition(desk))
    }

    private func list(_ account: AccountID?, _ condition: SQL) throws -> [Subscription] {
        let whose: SQL = account.map { "account_id = \($0)" } ?? "1 = 1"
        return try connection.rows(
            """
            SELECT \(Subscription.columns) FROM subscription
            WHERE tenant_id = \(tenant) AND \(condition) AND \(whose) ORDER BY id
            """,
            as: Subscription.self
        )
    }

    /// One of an account; refuses as if it were not there where it is another's.
    func find(_ id: Int, of account: AccountID) throws -> Subscription {
        guard let found = try list(account).first(where: { $0.id == id }) else { throw Refusal.noSuchPage }
        return found
    }

    /// Those that have not been looked at since the data changed.
    func due(_ version: String) throws -> [Subscription] { try list().filter { $0.dataVersion != version } }

    /// Keeps a subscription, or changes how one of the same report and filters is delivered.
    func add(
        _ request: ReportRequest,
        _ way: Delivery.Way,
        for account: AccountID,
        version: String,
        fingerprint: String
    ) throws {
        let same = try list(account).first {
            $0.request.report == request.report && $0.request.kept == request.kept
        }
        if let same {
            try connection.execute(
                """
                UPDATE subscription SET delivery = \(way), problem_lv = '', problem_en = ''
                WHERE tenant_id = \(tenant) AND id = \(same.id)
                """
            )
            return
        }
        let id = try connection.takeIds(tenant: tenant.rawValue, kind: "subscription", count: 1).lowerBound
        try connection.execute(
            """
            INSERT INTO subscription
            (tenant_id, id, account_id, report, chosen, delivery, data_version, fingerprint, changed_at,
            opened_at, lease_until, attempts, problem_lv, problem_en)
            VALUES (\(tenant), \(id), \(account), \(request.report), \(request.kept), \(way), \(version),
            \(fingerprint), 0, 0, 0, 0, '', '')
            """
        )
    }

    /// Takes one to look at; false where another server is at it or has done it.
    func take(_ one: Subscription, _ version: String, until: Instant, now: Instant) throws -> Bool {
        try connection.execute(
            """
            UPDATE subscription SET lease_until = \(until.milliseconds)
            WHERE tenant_id = \(tenant) AND id = \(one.id) AND lease_until < \(now.milliseconds)
            AND data_version <> \(version)
            """
        ) > 0
    }

    /// Notes that it was looked at and nothing of it changed, or what changed and how the news went.
    func settle(_ one: Subscription, _ look: Look) throws {
        try connection.execute(
            """
            UPDATE subscription SET data_version = \(look.version), fingerprint = \(look.fingerprint),
            changed_at = \(look.changedAt?.milliseconds ?? 0), lease_until = 0, attempts = \(look.attempts),
            problem_lv = \(look.problem?.lv ?? ""), problem_en = \(look.problem?.en ?? "")
            WHERE tenant_id = \(tenant) AND id = \(one.id)
            """
        )
    }

    /// What a look at a report found.
    struct Look: Sendable {
        var version: String
        var fingerprint: String
        var changedAt: Instant?
        var attempts = 0
        var problem: Text?
    }

    /// Notes that the report was opened.
    func open(_ one: Subscription, at now: Instant) throws {
        try connection.execute(
            """
            UPDATE subscription SET opened_at = \(now.milliseconds)
            WHERE tenant_id = \(tenant) AND id = \(one.id)
            """
        )
    }

    /// Ends a subscription; it can be put back for some days.
    func remove(_ one: Subscription, at now: Instant) throws { try mark(one, removed: now.milliseconds) }

    /// Puts an ended subscription back; one that was made anew meanwhile stays the only one.
    func restore(_ id: Int, _ desk: Desk) throws {
        let account = desk.asker.account
        guard let one = try removed(account, desk).first(where: { $0.id == id }) else {
            throw Refusal.noSuchPage
        }
        let isThere = try list(account).contains {
            $0.request.report == one.request.report && $0.request.kept == one.request.kept
        }
        guard isThere else { return try mark(one, removed: 0) }
        try connection.execute("DELETE FROM subscription WHERE tenant_id = \(tenant) AND id = \(one.id)")
    }

    private func mark(_ one: Subscription, removed: Int) throws {
        try connection.execute(
            """
            UPDATE subscription SET removed_at = \(removed)
            WHERE tenant_id = \(tenant) AND id = \(one.id)
            """
        )
    }
}
