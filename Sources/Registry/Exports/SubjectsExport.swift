package import Frame
import Kernel
package import Storage
import Tabular

extension SubjectsTable: ExportFormat {
    /// Subjects are the same for everybody.
    package static let exportPermission = Permission.readFigures

    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        guard !order.asker.reach(exportPermission, on: order.today).isEmpty else { return }
        let rows = try connection.rows(
            "SELECT name, code, area FROM subject WHERE tenant_id = \(order.tenant) ORDER BY sort_key, id",
            String.self,
            String.self,
            Int.self
        )
        for (name, code, area) in rows {
            try take(ExportRow([PersonKeys.cell(name), PersonKeys.cell(code), OwnExport.count(area)]))
        }
    }
}
