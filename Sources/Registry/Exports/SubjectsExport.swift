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
            "SELECT id, name, code, area FROM subject WHERE tenant_id = \(order.tenant) ORDER BY sort_key, id",
            Int.self,
            String.self,
            String.self,
            Int.self
        )
        for (id, name, code, area) in rows {
            let number = TableCell.text(SekmeNumber(order.tenant, .subject, id).text)
            try take(
                ExportRow([number, PersonKeys.cell(name), PersonKeys.cell(code), OwnExport.count(area)])
            )
        }
    }
}
