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
        let keys = PersonKeys(order, connection)
        for plan in try Plan.written(order, exportPermission, connection) {
            for row in try ProgrammeRows(plan: plan, keys: keys, tenant: order.tenant).all {
                try take(ExportRow(row))
            }
        }
    }
}

extension Plan {
    /// The programmes of the year and institution of an order that its asker may have.
    static func written(
        _ order: ExportOrder,
        _ permission: Permission,
        _ connection: Connection
    ) throws -> [Plan] {
        let reach = order.asker.reach(permission, on: order.today)
        return try all(reach, order.tenant, connection).filter { plan in
            plan.touches(order.year)
                && (order.institution == nil || plan.programme.institution == order.institution)
        }
    }
}
