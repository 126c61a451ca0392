import Frame
import Storage

/// Finds rows that refer to a row that is not there: of a register, to a batch, or to what they are a part of.
struct OrphanCheck {
    let house: HouseBook
    let tenant: TenantID
    let connection: Connection

    /// Findings listed for a column.
    private static let limit = 100

    func run() throws -> [DoctorFinding] {
        let references = References(house: house, tenant: tenant, connection: connection)
        var findings: [DoctorFinding] = []
        for register in house.registers where !register.references.isEmpty && register.key == ["id"] {
            let ids = try ids(register.name)
            for link in references.links(to: register) { findings += try check(link, ids, references) }
        }
        let batches = try ids("batch")
        for table in house.facts {
            let link = References.Link(table: table.name, column: "batch_id", leads: false)
            findings += try check(link, batches, references)
        }
        for loose in try LooseReference.load(house, connection) {
            findings += try loose.lost(tenant, connection, limit: OrphanCheck.limit).map { id in
                DoctorFinding(.orphan, table: loose.table, key: [id], column: loose.column)
            }
        }
        return findings
    }

    private func ids(_ table: Name) throws -> Set<Int> {
        var ids: Set<Int> = []
        try connection.each("SELECT id FROM \(table.sql) WHERE tenant_id = \(tenant)") { row in
            ids.insert(try row.next(Int.self))
        }
        return ids
    }

    private func check(
        _ link: References.Link,
        _ ids: Set<Int>,
        _ references: References
    ) throws -> [DoctorFinding] {
        var lost: [Int] = []
        try references.each(link) { if !ids.contains($0), lost.count < OrphanCheck.limit { lost.append($0) } }
        return lost.sorted().map { id in
            DoctorFinding(.orphan, table: link.table.text, key: [id], column: link.column.text)
        }
    }
}
