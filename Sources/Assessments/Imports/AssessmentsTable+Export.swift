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
