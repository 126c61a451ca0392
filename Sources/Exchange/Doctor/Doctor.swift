package import Frame
import Kernel
import Storage

/// Examines a tenant's data: cells against the facts they rest on, references against what they refer to, classes of facts
/// against enrolments.
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
            let classes = ClassCheck(house: house, tenant: tenant, connection: connection)
            let findings = try cells.run(repair: false) + orphans.run() + classes.run()
            return findings + kept.map { DoctorFinding(kept: $0) }
        }
    }

    /// Writes every cell that differs as the facts have it, moves facts to the classes of their enrolments, and says
    /// which those were.
    ///
    /// Orphans stay: only a person can say what they should refer to.
    package func repair() async throws -> [DoctorFinding] {
        try desk.require(.importData, in: .tenant)
        let (desk, house, tenant) = (desk, desk.house, desk.tenant)
        return try await desk.database.data.write { connection in
            try connection.lock(tenant: tenant.rawValue)
            let cells = CellCheck(house: house, tenant: tenant, connection: connection)
            var findings = try cells.run(repair: true)
            // Cells are right by now, so that what is moved is taken from them as it is.
            let changes = NoticeTaker()
            let classes = ClassCheck(house: house, tenant: tenant, connection: connection)
            findings += try classes.run(repair: changes)
            try desk.tell(changes.notice, connection)
            return findings
        }
    }
}
