package import Frame
import Kernel
package import Storage
import Tabular

extension ClassesTable: ExportFormat {
    /// Classes are no persons.
    package static let exportPermission = Permission.readFigures

    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let own = OwnExport(order, exportPermission, connection)
        let rows: [ClassRow] = try connection.rows(
            """
            SELECT \(WrittenPlace.columns), c.id, c.name, c.grade, c.programme_id
            FROM class_group c JOIN institution i ON i.tenant_id = c.tenant_id AND i.id = c.institution_id
            WHERE \(own.institutions) AND c.year = \(order.year.start)
            ORDER BY i.sort_key, i.id, c.sort_key, c.id
            """
        )
        for row in rows where own.may(Scope(institution: row.place.id, classGroup: row.id)) {
            let number = own.number(.classGroup, row.id.rawValue)
            let cells: [TableCell] = [
                .text(order.year.description), .text(row.name), OwnExport.count(row.grade),
                try own.programme(row.programme),
            ]
            try take(ExportRow([number] + row.place.cells + cells))
        }
    }
}

/// A stored class to be written.
private struct ClassRow: Readable {
    let place: WrittenPlace
    let id: ClassID
    let name: String
    let grade: Int
    let programme: ProgrammeID

    init(row: inout Row) throws {
        place = try WrittenPlace(row: &row)
        id = try row.next()
        name = try row.next()
        grade = try row.next()
        programme = try row.next()
    }
}
