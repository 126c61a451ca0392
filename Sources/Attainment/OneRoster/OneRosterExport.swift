package import Frame
internal import Kernel
internal import Registry
package import Storage
package import Tabular

extension OneRoster: SetExportFormat {
    /// Rows about pupils are for those who may see them.
    package static let exportPermission = Permission.readPupils

    package static func write(
        _ order: ExportOrder,
        _ connection: Connection,
        to writer: TableSetWriter
    ) throws -> WrittenSet {
        let export = try RosterExport(order, connection, writer)
        let works = try WrittenWork.all(order, connection)
        let units = Set(works.map(\.unit))
        try export.registers(units)
        try categories(export)
        let kept = works.filter { $0.unit.isPlaced && export.places[$0.unit.institution] != nil }
        try lineItems(kept, try MarkScales.load(order.tenant, connection), export)
        try results(order, connection, export)
        return export.written
    }

    private static func categories(_ export: RosterExport) throws {
        let rows: [[TableCell]] = MarkKind.allCases.map { kind in
            [.text("sekme-\(kind.code)"), .text(kind.code), .blank]
        }
        try export.table(.categories, ["title", "weight"], rows)
    }

    private static func lineItems(
        _ works: Set<WrittenWork>,
        _ scales: MarkScales,
        _ export: RosterExport
    ) throws {
        let rows = works.map { work -> [TableCell] in
            [
                .text(work.name(export, scales)), .text(work.kind.words.lv), .blank, .blank, work.date,
                .text(export.name(work.unit)), .text("sekme-\(work.kind.code)"),
                .text(export.session(work.term)), .text(export.session(0)),
                .text(export.org(of: work.unit)), .blank, .blank, .text(work.kind.code), .integer(work.term),
                .integer(work.ordinal),
                .text(work.code(scales)),
            ]
        }
        let headings = [
            "title", "description", "assignDate", "dueDate", "classSourcedId", "categorySourcedId",
            "gradingPeriodSourcedId", "academicSessionSourcedId", "schoolSourcedId", "resultValueMin",
            "resultValueMax", "metadata.sekmeKind", "metadata.sekmeTerm", "metadata.sekmeNumber",
            "metadata.sekmeScale",
        ]
        try export.table(.lineItems, headings, rows)
    }

    /// Marks pupil by pupil in the order of what they are called, so that memory does not grow with the marks.
    private static func results(
        _ order: ExportOrder,
        _ connection: Connection,
        _ export: RosterExport
    ) throws {
        try export.begin(
            .results,
            [
                "lineItemSourcedId", "studentSourcedId", "scoreStatus", "score", "scoreDate", "comment",
                "textScore", "classSourcedId", "inProgress", "incomplete", "late", "missing",
                "metadata.sekmeMark", "metadata.sekmeClass", "metadata.sekmeTeacher",
            ]
        )
        let scales = try MarkScales.load(order.tenant, connection)
        let filter = CubeFilter(order.selection(exportPermission), kinds: nil)
        for (pupil, name) in export.pupils.sorted(by: { $0.value < $1.value }) {
            let marks: [WrittenResult] = try connection.rows(
                """
                SELECT \(WrittenWork.columns), coalesce(t.text, ''), m.class_id, m.teacher_id
                FROM (SELECT * FROM mark WHERE tenant_id = \(order.tenant) AND pupil_id = \(pupil)
                    AND \(filter.condition)) AS m
                LEFT JOIN mark_text t ON t.tenant_id = m.tenant_id AND t.id = m.text_id
                ORDER BY m.subject_id, m.year, m.term, m.kind, m.day, m.ordinal
                """
            )
            var rows: [[TableCell]] = []
            for mark in marks {
                guard mark.work.unit.isPlaced, export.places[mark.work.unit.institution] != nil else {
                    export.written.leftOut += 1
                    continue
                }
                rows.append(mark.cells(name, export, scales))
            }
            for row in export.sorted(rows) { try export.row(row) }
        }
    }
}
