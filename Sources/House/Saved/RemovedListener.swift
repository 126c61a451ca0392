import Frame
import Kernel
import Storage

/// Forgets saved views, sets, subscriptions and mappings once the days are over in which they can be put back.
struct RemovedListener: ChangeListener {
    private static let tables: [SQL] = ["saved_view", "report_set", "subscription", "mapping"]

    func heard(_ notice: ChangeNotice, _ desk: Desk, _ connection: Connection) throws {
        guard notice.dayBegan else { return }
        let limit = Removed.limit(desk)
        try connection.execute(
            """
            DELETE FROM report_set_item WHERE tenant_id = \(desk.tenant) AND set_id IN (
                SELECT id FROM report_set
                WHERE tenant_id = \(desk.tenant) AND removed_at > 0 AND removed_at < \(limit)
            )
            """
        )
        for table in RemovedListener.tables {
            try connection.execute(
                """
                DELETE FROM \(table)
                WHERE tenant_id = \(desk.tenant) AND removed_at > 0 AND removed_at < \(limit)
                """
            )
        }
    }

    func isOfEarlierDay(_ desk: Desk, _ connection: Connection) throws -> Bool {
        let limit = Removed.limit(desk)
        return try RemovedListener.tables.contains { table in
            let count = try connection.value(
                """
                SELECT count(*) FROM \(table)
                WHERE tenant_id = \(desk.tenant) AND removed_at > 0 AND removed_at < \(limit)
                """,
                Int.self
            )
            return (count ?? 0) > 0
        }
    }

    /// It keeps nothing that rests on others' data.
    func differences(_ desk: Desk, _ connection: Connection) throws -> [Text] { [] }
}
