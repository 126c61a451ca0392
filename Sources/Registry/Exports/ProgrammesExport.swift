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
            SELECT \(WrittenPlace.columns), p.id, p.code, p.name, p.licence_no, p.licence_day, p.from_day, p.to_day
            FROM programme p JOIN institution i ON i.tenant_id = p.tenant_id AND i.id = p.institution_id
            WHERE \(own.institutions) ORDER BY i.sort_key, i.id, p.sort_key, p.id
            """
        )
        let places = try DatedPlaces.load(order.tenant, connection).programmes
        for row in rows where own.may(row.place.scope) {
            // A line for every time that the places changed, the present ones last.
            let stretches = places[row.id]?.stretches ?? []
            let number = own.number(.programme, row.id.rawValue)
            guard !stretches.isEmpty else {
                try take(ExportRow([number] + row.cells(nil)))
                continue
            }
            for stretch in stretches { try take(ExportRow([number] + row.cells(stretch))) }
        }
    }
}

/// A stored programme to be written.
private struct ProgrammeRow: Readable {
    let place: WrittenPlace
    let id: ProgrammeID
    let code: String
    let name: String
    let licence: String
    let licenceDay: Day
    let from: Day
    let to: Day

    init(row: inout Row) throws {
        place = try WrittenPlace(row: &row)
        id = try row.next()
        code = try row.next()
        name = try row.next()
        licence = try row.next()
        licenceDay = try row.next()
        from = try row.next()
        to = try row.next()
    }

    func cells(_ stretch: DatedTexts.Stretch?) -> [TableCell] {
        place.cells + [code, name, licence].map(PersonKeys.cell) + [
            OwnExport.day(licenceDay), PersonKeys.cell(DatedTexts.joined(stretch?.texts ?? [])),
            OwnExport.day(from), OwnExport.day(to), OwnExport.day(Day(number: stretch?.from ?? 0)),
        ]
    }
}
