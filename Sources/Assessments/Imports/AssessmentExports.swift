package import Frame
internal import Kernel
internal import Registry
package import Storage
internal import Tabular

extension AssessmentsTable: ExportFormat {
    /// Assessments are about no person.
    package static let exportPermission = Permission.readFigures

    package static func export(
        _ order: ExportOrder,
        _ connection: Connection,
        _ take: (ExportRow) throws -> Void
    ) throws {
        let reach = order.asker.reach(exportPermission, on: order.today)
        let book = try AssessmentBook.load(order.tenant, connection)
        let keys = PersonKeys(order, connection)
        for assessment in book.all(in: order.year) where reads(assessment, reach, order) {
            let parts = book.parts(of: assessment.id)
            for part in parts.isEmpty ? [nil] : parts.map({ Optional($0) }) {
                try take(ExportRow(cells(assessment, part, keys)))
            }
        }
    }

    private static func reads(_ assessment: Assessment, _ reach: Reach, _ order: ExportOrder) -> Bool {
        let institution = assessment.institution
        guard institution.rawValue != 0 else { return !reach.isEmpty }
        guard order.institution.map({ $0 == institution }) ?? true else { return false }
        return reach.everything || reach.institutions.contains(institution)
    }

    private static func cells(
        _ assessment: Assessment,
        _ part: AssessmentPart?,
        _ keys: PersonKeys
    ) throws -> [TableCell] {
        let words = assessment.words
        let head: [TableCell] = [
            .text(assessment.year.description), PersonKeys.cell(assessment.code), .text(words.lv),
            PersonKeys.cell(words.en == words.lv ? "" : words.en), .text(assessment.sort.kind.code),
            PersonKeys.cell(assessment.sort.level.code), keys.subject(assessment.subject),
            assessment.grade == 0 ? .blank : .integer(assessment.grade),
            assessment.day.map { .day($0) } ?? .blank, hundredths(assessment.most),
            assessment.stateMean.map { .decimal($0, decimals: 2) } ?? .blank,
        ]
        let tail: [TableCell] = [
            part.map { .integer($0.number) } ?? .blank, PersonKeys.cell(part?.words.lv ?? ""),
            PersonKeys.cell(part.map { $0.words.en == $0.words.lv ? "" : $0.words.en } ?? ""),
            PersonKeys.cell(part?.skill ?? ""), hundredths(part?.most ?? 0),
        ]
        return try keys.institution(assessment.institution) + head + tail
    }

    /// A number in hundredths; nothing for 0, which stands for not known.
    static func hundredths(_ number: Int) -> TableCell {
        number == 0 ? .blank : .decimal(number, decimals: 2)
    }
}

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
