package import Frame
import Kernel
package import Storage
import Tabular

/// A line for every group, then one for each stay of a pupil in it.
extension GroupsTable: ExportFormat {
    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let own = OwnExport(order, exportPermission, connection)
        let groups: [GroupRow] = try connection.rows(
            """
            SELECT \(WrittenPlace.columns), g.id, g.name, g.class_id, coalesce(c.name, ''), coalesce(s.name, '')
            FROM teaching_group g JOIN institution i ON i.tenant_id = g.tenant_id AND i.id = g.institution_id
            LEFT JOIN class_group c ON c.tenant_id = g.tenant_id AND c.id = g.class_id
            LEFT JOIN subject s ON s.tenant_id = g.tenant_id AND s.id = g.subject_id
            WHERE \(own.institutions) AND g.year = \(order.year.start)
            ORDER BY i.sort_key, i.id, g.sort_key, g.id
            """
        )
        let members = try MemberRow.load(own)
        for group in groups {
            let pupils = (members[group.id] ?? []).filter { own.may($0.scope(group.place.id)) }
            let isReached = own.may(Scope(institution: group.place.id, classGroup: group.classGroup))
            guard isReached || !pupils.isEmpty else { continue }
            try take(ExportRow(group.cells(own, nil) + Array(repeating: .blank, count: 7)))
            for pupil in pupils { try take(member(pupil, group, own)) }
        }
    }

    private static func member(_ member: MemberRow, _ group: GroupRow, _ own: OwnExport) throws -> ExportRow {
        let number = own.number(.pupil, member.pupil.rawValue)
        let cells = try own.person(member.known, of: .pupils, in: member.scope(group.place.id))
        return ExportRow(
            group.cells(own, member.className) + [number] + cells + [
                .day(member.from), OwnExport.day(member.to),
            ],
            pupil: member.pupil
        )
    }
}

/// A stored group to be written.
private struct GroupRow: Readable {
    let place: WrittenPlace
    let id: GroupID
    let name: String
    let classGroup: ClassID
    let className: String
    let subject: String

    init(row: inout Row) throws {
        place = try WrittenPlace(row: &row)
        id = try row.next()
        name = try row.next()
        classGroup = try row.next()
        className = try row.next()
        subject = try row.next()
    }

    /// The cells from the number to the subject, with the class of the group itself or of a pupil in it.
    func cells(_ own: OwnExport, _ pupilClass: String?) -> [TableCell] {
        [own.number(.group, id.rawValue)] + place.cells
            + [own.order.year.description, name, pupilClass ?? className, subject].map(PersonKeys.cell)
    }
}
