package import Frame
import Kernel
package import Storage
import Tabular

extension TeachingTable: ExportFormat {
    /// Rows name teachers.
    package static let exportPermission = Permission.readTeacherFigures

    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let own = OwnExport(order, exportPermission, connection)
        let rows: [TeachingRow] = try connection.rows(
            """
            SELECT \(WrittenPlace.columns), \(WrittenPerson.columns), s.name, coalesce(c.name, ''),
                coalesce(g.name, ''), t.class_id, t.from_day, t.to_day
            FROM teaching t JOIN institution i ON i.tenant_id = t.tenant_id AND i.id = t.institution_id
            JOIN staff p ON p.tenant_id = t.tenant_id AND p.id = t.staff_id
            JOIN subject s ON s.tenant_id = t.tenant_id AND s.id = t.subject_id
            LEFT JOIN class_group c ON c.tenant_id = t.tenant_id AND c.id = t.class_id
            LEFT JOIN teaching_group g ON g.tenant_id = t.tenant_id AND g.id = t.group_id
            WHERE \(own.institutions) AND t.year = \(order.year.start)
            ORDER BY i.sort_key, i.id, s.sort_key, s.id, p.sort_key, p.id, t.id
            """
        )
        for row in rows where own.may(Scope(institution: row.place.id, classGroup: row.classGroup)) {
            let person = try own.person(row.person, of: .staff, in: row.place.scope)
            let place = [own.number(.staff, row.person.id)] + row.place.cells
            let head = place + [.text(order.year.description)] + row.names
            try take(
                ExportRow(
                    head + person + [OwnExport.day(row.from), OwnExport.day(row.to)],
                    staff: StaffID(rawValue: row.person.id)
                )
            )
        }
    }
}

/// A stored line of teaching to be written.
private struct TeachingRow: Readable {
    let place: WrittenPlace
    let person: WrittenPerson
    /// Of the subject, the class and the group.
    let names: [TableCell]
    let classGroup: ClassID
    let from: Day
    let to: Day

    init(row: inout Row) throws {
        place = try WrittenPlace(row: &row)
        person = try WrittenPerson(row: &row)
        names = try [row.next(), row.next(), row.next()].map(PersonKeys.cell)
        classGroup = try row.next()
        from = try row.next()
        to = try row.next()
    }
}
