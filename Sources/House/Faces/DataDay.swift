import Frame
import Kernel
import Storage

/// The day as of which a report tells its data.
enum DataDay {
    /// The day of the last import, undoing, edit by hand or joining for a report that these alone change; today for one
    /// that is read each time, as what people enter on pages of a room has no mark of its own.
    ///
    /// It is of the whole board, as what a reader sees may have changed with any of them; nil where nothing came in yet.
    static func of(_ report: any Report.Type, _ desk: Desk, _ connection: Connection) throws -> Day? {
        guard report.standsStill else { return desk.today }
        let last = try connection.value(
            """
            SELECT coalesce(max(moment), 0) FROM (
                SELECT applied_at AS moment FROM batch WHERE tenant_id = \(desk.tenant)
                UNION ALL SELECT undone_at FROM batch WHERE tenant_id = \(desk.tenant)
                UNION ALL SELECT c.at FROM register_change c WHERE c.tenant_id = \(desk.tenant)
                UNION ALL SELECT m.at FROM pupil_merge m WHERE m.tenant_id = \(desk.tenant)
                UNION ALL SELECT undone_at FROM pupil_merge WHERE tenant_id = \(desk.tenant)
            ) moments
            """,
            Int.self
        )
        guard let last, last > 0 else { return nil }
        return Instant(milliseconds: last).day
    }
}
