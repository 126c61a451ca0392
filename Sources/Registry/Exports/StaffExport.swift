package import Frame
import Kernel
package import Storage
import Tabular

/// A line for every post that is held in the year.
extension StaffTable: ExportFormat {
    /// Rows name members of staff.
    package static let exportPermission = Permission.readTeacherFigures

    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let own = OwnExport(order, exportPermission, connection)
        let rows: [PostRow] = try connection.rows(
            """
            SELECT \(WrittenPlace.columns), \(WrittenPerson.columns), \(WrittenPost.columns)
            FROM staff_post o JOIN institution i ON i.tenant_id = o.tenant_id AND i.id = o.institution_id
            JOIN staff p ON p.tenant_id = o.tenant_id AND p.id = o.staff_id
            WHERE \(own.institutions) AND o.from_day <= \(order.year.last)
                AND (o.to_day = 0 OR o.to_day >= \(order.year.first))
            ORDER BY i.sort_key, i.id, p.sort_key, p.id, o.role, o.from_day
            """
        )
        for row in rows where own.may(row.place.scope) {
            let person = try own.person(row.person, of: .staff, in: row.place.scope)
            try take(
                ExportRow(
                    [own.number(.staff, row.person.id)] + row.place.cells + person + row.post.cells
                        + [.text(order.year.description)],
                    staff: StaffID(rawValue: row.person.id)
                )
            )
        }
    }
}

/// A stored post with its holder to be written.
private struct PostRow: Readable {
    let place: WrittenPlace
    let person: WrittenPerson
    let post: WrittenPost

    init(row: inout Row) throws {
        place = try WrittenPlace(row: &row)
        person = try WrittenPerson(row: &row)
        post = try WrittenPost(row: &row)
    }
}
