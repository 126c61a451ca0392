package import Frame
internal import Kernel
internal import Registry
package import Storage
internal import Tabular

extension ProgrammeTable: ExportFormat {
    /// Programmes are about no person's data.
    package static let exportPermission = Permission.seePlans

    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let reach = order.asker.reach(exportPermission, on: order.today)
        let keys = PersonKeys(order, connection)
        for plan in try Plan.all(reach, order.tenant, connection) where plan.touches(order.year) {
            if let institution = order.institution, plan.programme.institution != institution { continue }
            for row in try ProgrammeRows(plan: plan, keys: keys).all {
                try take(ExportRow(row))
            }
        }
    }
}
