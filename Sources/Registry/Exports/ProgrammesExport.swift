package import Frame
import Kernel
package import Storage
import Tabular

extension ProgrammesTable: ExportFormat {
    /// Programmes are no persons.
    package static let exportPermission = Permission.readFigures

    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let own = OwnExport(order, exportPermission, connection)
        let rows: [ProgrammeRow] = try connection.rows(
            """
            SELECT \(WrittenPlace.columns), p.code, p.name, p.licence_no, p.licence_day, p.address, p.from_day,
                p.to_day
            FROM programme p JOIN institution i ON i.tenant_id = p.tenant_id AND i.id = p.institution_id
            WHERE \(own.institutions) ORDER BY i.sort_key, i.id, p.sort_key, p.id
            """
        )
        for row in rows where own.may(row.place.scope) { try take(ExportRow(row.cells)) }
    }
}

/// A stored programme to be written.
private struct ProgrammeRow: Readable {
    let place: WrittenPlace
    let code: String
    let name: String
    let licence: String
    let licenceDay: Day
    let address: String
    let from: Day
    let to: Day

    init(row: inout Row) throws {
        place = try WrittenPlace(row: &row)
        code = try row.next()
        name = try row.next()
        licence = try row.next()
        licenceDay = try row.next()
        address = try row.next()
        from = try row.next()
        to = try row.next()
    }

    var cells: [TableCell] {
        place.cells + [code, name, licence].map(PersonKeys.cell) + [
            OwnExport.day(licenceDay), PersonKeys.cell(address), OwnExport.day(from), OwnExport.day(to),
        ]
    }
}
