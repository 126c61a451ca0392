package import Frame
internal import Kernel
internal import Registry
package import Storage
internal import Tabular

extension ResultsTable: ExportFormat {
    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let book = try AssessmentBook.load(order.tenant, connection)
        let keys = PersonKeys(order, connection)
        let filter = CubeFilter(order.selection(exportPermission), kinds: nil)
        // Who has no name is no pupil of a file; the state's list is where these results are from.
        let rows: [ResultRow] = try connection.rows(
            """
            SELECT pupil_id, assessment_id, part, status, points, max_points, percent, institution_id, class_id,
                teacher_id
            FROM assessment_result WHERE tenant_id = \(order.tenant) AND \(filter.condition)
                AND NOT EXISTS (
                    SELECT 1 FROM pupil p WHERE p.tenant_id = assessment_result.tenant_id
                        AND p.id = assessment_result.pupil_id AND p.is_reference = 1
                )
            ORDER BY pupil_id, assessment_id, part
            """
        )
        for row in rows {
            guard let assessment = book.numbered(row.assessment) else { continue }
            let cells =
                try keys.numbered(row.pupil, row.institution, row.classGroup)
                + row.cells(assessment, keys.subject(assessment.subject)) + teacher(row.teacher, keys)
            try take(ExportRow(cells, pupil: row.pupil, staff: row.teacher.named))
        }
    }

    /// A result without a teacher says so: a blank would be filled in by who teaches the class now.
    private static func teacher(_ id: StaffID, _ keys: PersonKeys) throws -> [TableCell] {
        id.rawValue == 0 ? [.text(ResultsReader.nobody), .blank] : try keys.teacher(id)
    }
}

/// A stored result to be written.
private struct ResultRow: Readable {
    let pupil: PupilID
    let assessment: Int
    let part: Int
    let status: ResultStatus
    let points: Int
    let most: Int
    let percent: Int
    let institution: InstitutionID
    let classGroup: ClassID
    let teacher: StaffID

    init(row: inout Row) throws {
        pupil = try row.next()
        assessment = try row.next()
        part = try row.next()
        status = try row.next()
        points = try row.next()
        most = try row.next()
        percent = try row.next()
        institution = try row.next()
        classGroup = try row.next()
        teacher = try row.next()
    }

    /// The cells from the year to the status.
    func cells(_ assessment: Assessment, _ subject: TableCell) -> [TableCell] {
        let name = assessment.code.isEmpty ? assessment.words.lv : assessment.code
        return [
            .text(assessment.year.description), .text(name), .text(assessment.sort.kind.code),
            PersonKeys.cell(assessment.sort.level.code), subject,
            assessment.grade == 0 ? .blank : .integer(assessment.grade),
            assessment.day.map { .day($0) } ?? .blank, AssessmentsTable.hundredths(most),
            part == 0 ? .blank : .integer(part), points < 0 ? .blank : .decimal(points, decimals: 2),
            percent < 0 ? .blank : .decimal(percent, decimals: 2), .text(status.code),
        ]
    }
}
