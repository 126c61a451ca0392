package import Frame
internal import Kernel
package import Storage

/// What meetings wait for somebody: for the home page.
package enum MeetingReminders {
    /// What waits: own tasks and how many of them are late, meetings within a week, meetings whose minutes are open.
    package struct Waiting: Sendable {
        /// Own tasks.
        package var tasks = 0
        /// Own tasks whose day is over.
        package var late = 0
        /// Meetings of today and the next seven days, by number.
        package var soon: [Int] = []
        /// Meetings that one leads and that were to be held or whose minutes are not approved, by number.
        package var unfinished: [Int] = []
        /// Requests about pupils of one's institutions that wait for an agenda.
        package var requests = 0
    }

    /// What waits for whoever sits at the desk; nobody sees it through another's eyes.
    package static func count(_ desk: Desk, _ connection: Connection) throws -> Waiting {
        var waiting = Waiting()
        let (account, today) = (desk.asker.account, desk.today)
        guard desk.asker.viewing == nil, account.rawValue > 0,
            !desk.asker.reach(.joinCases, on: today).isEmpty
        else { return waiting }
        let tasks = try OwnTasks.load(desk, connection)
        waiting.tasks = tasks.count
        waiting.late = tasks.filter { $0.task.due < today }.count
        waiting.soon =
            try connection.rows(
                """
                SELECT m.id FROM meeting m JOIN meeting_member b ON b.tenant_id = m.tenant_id
                    AND b.meeting_id = m.id
                WHERE m.tenant_id = \(desk.tenant) AND b.account_id = \(account) AND m.state = \(MeetingState.planned)
                    AND m.day >= \(today) AND m.day <= \(today + 7)
                ORDER BY m.id
                """,
                Int.self
            )
        waiting.unfinished =
            try connection.rows(
                """
                SELECT m.id FROM meeting m WHERE m.tenant_id = \(desk.tenant) AND m.leader_id = \(account)
                    AND m.day < \(today) AND m.state IN (1, 2) ORDER BY m.id
                """,
                Int.self
            )
        let reach = desk.asker.reach(.workCases, on: today)
        let within: SQL =
            reach.everything ? "1 = 1" : "q.institution_id IN (\(list: reach.institutions.sorted()))"
        waiting.requests =
            try connection.value(
                """
                SELECT count(*) FROM meeting_request q WHERE q.tenant_id = \(desk.tenant) AND q.item_id = 0
                    AND q.is_undone = 0 AND \(within)
                """,
                Int.self
            ) ?? 0
        return waiting
    }
}
