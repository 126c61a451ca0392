internal import Access
internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Ends the keeping of data whose time is over, once a day.
struct KeepingListener: ChangeListener {
    /// So many pupils a day at most: what is left waits for the next day, and nobody waits for this transaction long.
    static let most = 500

    func heard(_ notice: ChangeNotice, _ desk: Desk, _ connection: Connection) throws {
        guard notice.dayBegan else { return }
        try connection.execute(
            """
            INSERT INTO privacy_day (tenant_id, day) VALUES (\(desk.tenant), \(desk.today))
            ON CONFLICT (tenant_id) DO UPDATE SET day = excluded.day
            """
        )
        let rule: RetentionRule? = try Regulations.load(desk.tenant, connection).parameters(on: desk.today)
        // A board that has not said how long it keeps data has nothing removed.
        if let years = rule?.schooling { try erase(after: years, desk, connection) }
        if let years = rule?.requests { try forgetRequests(after: years, desk, connection) }
    }

    func isOfEarlierDay(_ desk: Desk, _ connection: Connection) throws -> Bool {
        try connection.value("SELECT day FROM privacy_day WHERE tenant_id = \(desk.tenant)", Day.self)
            != desk.today
    }

    func differences(_ desk: Desk, _ connection: Connection) throws -> [Text] { [] }

    private func erase(after years: Int, _ desk: Desk, _ connection: Connection) throws {
        let due = try KeepingListener.due(after: years, desk, connection)
        let erasure = Erasure(desk: desk, connection: connection)
        for pupil in due { try erasure.run(pupil, .time) }
        if !due.isEmpty {
            try AuditTrail.queue(desk.event(.change, "retention", persons: due), connection)
        }
    }

    /// Pupils who left everywhere longer ago than they are kept, and about whom no request is open.
    private static func due(
        after years: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [PupilID] {
        let last = desk.today.adding(years: -years)
        return try connection.rows(
            """
            SELECT e.pupil_id FROM enrolment e
            WHERE e.tenant_id = \(desk.tenant)
                AND NOT EXISTS (SELECT 1 FROM erased_pupil x
                    WHERE x.tenant_id = e.tenant_id AND x.pupil_id = e.pupil_id)
                AND NOT EXISTS (SELECT 1 FROM privacy_request r
                    WHERE r.tenant_id = e.tenant_id AND r.pupil_id = e.pupil_id AND r.decided_on = 0)
            GROUP BY e.pupil_id
            HAVING min(e.to_day) > 0 AND max(e.to_day) < \(last)
            ORDER BY e.pupil_id LIMIT \(most)
            """,
            PupilID.self
        )
    }

    private func forgetRequests(after years: Int, _ desk: Desk, _ connection: Connection) throws {
        let last = desk.today.adding(years: -years)
        let old: SQL = """
            SELECT id FROM privacy_request
            WHERE tenant_id = \(desk.tenant) AND decided_on > 0 AND decided_on < \(last)
            """
        try connection.execute(
            "DELETE FROM privacy_step WHERE tenant_id = \(desk.tenant) AND request_id IN (\(old))"
        )
        try connection.execute(
            """
            DELETE FROM privacy_request
            WHERE tenant_id = \(desk.tenant) AND decided_on > 0 AND decided_on < \(last)
            """
        )
    }
}
