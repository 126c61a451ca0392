package import Frame
import Kernel
package import Storage
import Tabular

/// A line for every name and municipality that an institution had, the present ones last.
extension InstitutionsTable: ExportFormat {
    /// Institutions are no persons.
    package static let exportPermission = Permission.readFigures

    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let own = OwnExport(order, exportPermission, connection)
        let histories = try histories(order.tenant, connection)
        let aliases = try aliases(order.tenant, connection)
        let rows: [InstitutionRow] = try connection.rows(
            """
            SELECT \(WrittenPlace.columns), i.kind, i.type, i.subordination, i.is_reference, i.closed_day
            FROM institution i WHERE \(own.institutions) ORDER BY i.sort_key, i.id
            """
        )
        for row in rows where own.may(row.place.scope) {
            let history = histories[row.place.id] ?? InstitutionHistory()
            let others = aliases[row.place.id] ?? []
            for state in history.states(name: row.place.name, today: order.today) {
                let number = own.number(.institution, row.place.id.rawValue)
                try take(ExportRow([number] + row.cells(state, others.joined(separator: "; "))))
            }
        }
    }

    private static func histories(
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [InstitutionID: InstitutionHistory] {
        var histories: [InstitutionID: InstitutionHistory] = [:]
        let reforms = try TerritoryReforms.load(tenant, connection)
        try connection.each(
            """
            SELECT institution_id, from_day, name FROM institution_name
            WHERE tenant_id = \(tenant) AND is_alias = 0 ORDER BY institution_id, from_day, ordinal
            """
        ) { row in
            let id: InstitutionID = try row.next()
            let name = (from: try row.next(Day.self), name: try row.next(String.self))
            histories[id, default: InstitutionHistory()].names.append(name)
        }
        try connection.each(
            """
            SELECT l.institution_id, l.from_day, t.name, t.from_day FROM institution_territory l
            JOIN territory t ON t.tenant_id = l.tenant_id AND t.id = l.territory_id
            WHERE l.tenant_id = \(tenant) ORDER BY l.institution_id, l.from_day
            """
        ) { row in
            let id: InstitutionID = try row.next()
            let from: Day = try row.next()
            let (name, begun) = (try row.next(String.self), try row.next(Day.self))
            let until = reforms.end(of: begun, for: LatvianKey.search(name))
            let territory = InstitutionHistory.Territory(name: name, from: begun, until: until)
            histories[id, default: InstitutionHistory()].territories.append((from, territory))
        }
        let places = try DatedPlaces.load(tenant, connection)
        for (id, founders) in places.founders {
            histories[id, default: InstitutionHistory()].founders = founders
        }
        for (id, addresses) in places.addresses {
            histories[id, default: InstitutionHistory()].addresses = addresses
        }
        return histories
    }

    private static func aliases(
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [InstitutionID: [String]] {
        let rows = try connection.rows(
            """
            SELECT institution_id, name FROM institution_name
            WHERE tenant_id = \(tenant) AND is_alias = 1 ORDER BY institution_id, ordinal, from_day
            """,
            InstitutionID.self,
            String.self
        )
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }
}

/// A stored institution to be written.
private struct InstitutionRow: Readable {
    let place: WrittenPlace
    let kind: String
    let type: String
    let subordination: String
    let isReference: Bool
    let closed: Day

    init(row: inout Row) throws {
        place = try WrittenPlace(row: &row)
        kind = try row.next()
        type = try row.next()
        subordination = try row.next()
        isReference = try row.next()
        closed = try row.next()
    }

    func cells(_ state: InstitutionHistory.State, _ aliases: String) -> [TableCell] {
        let texts = [
            place.regNo, state.name, kind, type, state.founder, subordination, state.address, state.territory,
        ]
        return texts.map(PersonKeys.cell) + [
            PersonKeys.cell(aliases), OwnExport.flag(isReference),
            OwnExport.day(closed), state.from.map { .day($0) } ?? .blank,
        ]
    }
}
