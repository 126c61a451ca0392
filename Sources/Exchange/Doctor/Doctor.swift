package import Frame
import Kernel
import Storage

/// Examines a tenant's data: cells against the facts they rest on, references against what they refer to.
package struct Doctor: Sendable {
    private let desk: Desk

    /// A doctor for the desk's tenant.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// Examines everything in one transaction that sees one state of the data; changes nothing.
    package func run() async throws -> [DoctorFinding] {
        try desk.require(.importData, in: .tenant)
        let (desk, house, tenant) = (desk, desk.house, desk.tenant)
        return try await desk.database.data.read { connection in
            let cells = CellCheck(house: house, tenant: tenant, connection: connection)
            let orphans = OrphanCheck(house: house, tenant: tenant, connection: connection)
            let kept = try house.rooms.flatMap(\.listeners).flatMap { try $0.differences(desk, connection) }
            return try cells.run(repair: false) + orphans.run() + kept.map { DoctorFinding(kept: $0) }
        }
    }

    /// Writes every cell that differs as the facts have it, and says which those were.
    ///
    /// Orphans stay: only a person can say what they should refer to.
    package func repair() async throws -> [DoctorFinding] {
        try desk.require(.importData, in: .tenant)
        let (house, tenant) = (desk.house, desk.tenant)
        return try await desk.database.data.write { connection in
            try connection.lock(tenant: tenant.rawValue)
            return try CellCheck(house: house, tenant: tenant, connection: connection).run(repair: true)
        }
    }
}
