package import Frame
internal import Kernel
internal import Registry
package import Storage
internal import Tabular

extension MarkList: ExportFormat {
    package static let exportedFields = fields.filter { $0.code != PupilFields.nameCode }

    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let keys = PersonKeys(order, connection)
        let scales = try MarkScales.load(order.tenant, connection)
        let filter = CubeFilter(order.selection(exportPermission), kinds: nil)
        let rows: [WrittenRow] = try connection.rows(
            """
            SELECT m.pupil_id, m.subject_id, m.term, m.kind, m.day, m.ordinal, coalesce(t.text, ''), m.scale_id,
                m.institution_id, m.class_id, m.group_id, m.teacher_id
            FROM (SELECT * FROM mark WHERE tenant_id = \(order.tenant) AND \(filter.condition)) AS m
            LEFT JOIN mark_text t ON t.tenant_id = m.tenant_id AND t.id = m.text_id
            ORDER BY m.pupil_id, m.subject_id, m.year, m.term, m.kind, m.day, m.ordinal
            """
        )
        for row in rows {
            // The first fields are those of pupils, without the registration number and the name in one column.
            var cells = try keys.pupil(row.pupil, row.institution, row.classGroup)
            cells.remove(at: 1)
            cells += row.cells(order.year, keys.subject(row.subject), scales.numbered(row.scale)?.code ?? "")
            cells += try keys.teacher(row.teacher) + [keys.group(row.group)]
            try take(ExportRow(cells, pupil: row.pupil, staff: row.teacher.named))
        }
    }
}

/// A stored mark to be written.
private struct WrittenRow: Readable {
    let pupil: PupilID
    let subject: SubjectID
    let term: Int
    let kind: MarkKind
    let day: Int
    let ordinal: Int
    let text: String
    let scale: Int
    let institution: InstitutionID
    let classGroup: ClassID
    let group: GroupID
    let teacher: StaffID

    init(row: inout Row) throws {
        pupil = try row.next()
        subject = try row.next()
        term = try row.next()
        kind = try row.next()
        day = try row.next()
        ordinal = try row.next()
        text = try row.next()
        scale = try row.next()
        institution = try row.next()
        classGroup = try row.next()
        group = try row.next()
        teacher = try row.next()
    }

    /// The cells from the subject to the scale.
    func cells(_ year: SchoolYear, _ subject: TableCell, _ scale: String) -> [TableCell] {
        [
            subject, .text(text), .text(kind.code), .text(year.description),
            kind.isPeriod && term > 0 ? .integer(term) : .blank, day == 0 ? .blank : .day(Day(number: day)),
            ordinal == 0 ? .blank : .integer(ordinal), PersonKeys.cell(scale),
        ]
    }
}
