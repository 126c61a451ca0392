import Frame
import Kernel
import Storage

/// Jobs in the `state` store.
///
/// A server holds a job by a lease that it renews; one that died loses it.
struct JobStore: Sendable {
    let tenant: TenantID

    /// How long a lease runs.
    static let lease = Duration.seconds(60)
    /// How often a job is begun before it counts as failed.
    static let attempts = 3

    func add(
        _ kind: Job.Kind,
        _ subject: Int,
        _ argument: String,
        _ asker: Asker,
        _ now: Instant,
        _ connection: Connection
    ) throws -> Int {
        let id = try connection.takeIds(tenant: tenant.rawValue, kind: "job", count: 1).lowerBound
        try connection.execute(
            """
            INSERT INTO job
            (tenant_id, id, kind, subject_id, argument, state, account_id, account, language, owner,
            lease_until, attempts, created_at, finished_at, progress, message_lv, message_en)
            VALUES (\(tenant), \(id), \(kind), \(subject), \(argument), 'waiting', \(asker.account),
            \(asker.name), \(asker.language.rawValue), '', 0, 0, \(now.milliseconds), 0, '', '', '')
            """
        )
        return id
    }

    func find(_ id: Int, _ connection: Connection) throws -> Job? {
        var job: Job?
        try connection.each(
            "SELECT \(Job.columns) FROM job WHERE tenant_id = \(tenant) AND id = \(id)"
        ) { job = try Job(&$0) }
        return job
    }

    /// Takes the next job that waits, or whose server died, and holds it.
    func take(_ owner: String, _ now: Instant, _ connection: Connection) throws -> Job? {
        try connection.lock(tenant: tenant.rawValue)
        let id = try connection.value(
            """
            SELECT id FROM job
            WHERE tenant_id = \(tenant)
            AND (state = 'waiting' OR (state = 'running' AND lease_until < \(now.milliseconds)))
            ORDER BY id LIMIT 1
            """,
            Int.self
        )
        guard let id else { return nil }
        let until = now + JobStore.lease
        try connection.execute(
            """
            UPDATE job SET state = 'running', owner = \(owner), lease_until = \(until.milliseconds),
            attempts = attempts + 1
            WHERE tenant_id = \(tenant) AND id = \(id)
            """
        )
        return try find(id, connection)
    }

    /// Renews the lease and notes the progress; false where another server has taken the job.
    func renew(
        _ id: Int,
        _ owner: String,
        _ now: Instant,
        _ progress: String,
        _ connection: Connection
    ) throws -> Bool {
        let until = now + JobStore.lease
        return try connection.execute(
            """
            UPDATE job SET lease_until = \(until.milliseconds), progress = \(progress)
            WHERE tenant_id = \(tenant) AND id = \(id) AND owner = \(owner) AND state = 'running'
            """
        ) > 0
    }

    /// Notes what the job is about.
    func name(_ id: Int, subject: Int, _ connection: Connection) throws {
        try connection.execute(
            "UPDATE job SET subject_id = \(subject) WHERE tenant_id = \(tenant) AND id = \(id)"
        )
    }

    /// Ends a job that the server still holds.
    func finish(
        _ id: Int,
        _ owner: String,
        _ state: Job.State,
        _ message: Text,
        _ now: Instant,
        _ connection: Connection
    ) throws {
        try connection.execute(
            """
            UPDATE job SET state = \(state), finished_at = \(now.milliseconds), message_lv = \(message.lv),
            message_en = \(message.en)
            WHERE tenant_id = \(tenant) AND id = \(id) AND owner = \(owner) AND state = 'running'
            """
        )
    }
}
