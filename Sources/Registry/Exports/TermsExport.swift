package import Frame
import Kernel
package import Storage
import Tabular

extension TermsTable: ExportFormat {
    /// Terms are the same for everybody.
    package static let exportPermission = Permission.readFigures

    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        guard !order.asker.reach(exportPermission, on: order.today).isEmpty else { return }
        let rows = try connection.rows(
            """
            SELECT term, from_day, to_day FROM term
            WHERE tenant_id = \(order.tenant) AND year = \(order.year.start) ORDER BY term
            """,
            Int.self,
            Day.self,
            Day.self
        )
        for (term, from, to) in rows {
            try take(ExportRow([.text(order.year.description), .integer(term), .day(from), .day(to)]))
        }
    }
}
