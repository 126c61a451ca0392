internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What the report of absence before and after a day says of the beginning of a measure (R29).
///
/// The report is asked as its own page asks it, so that both say the same and to the same people.
struct MeasureEffect: Sendable {
    let measure: Int
    /// A sentence: the finding, or why there is none yet.
    let words: Text
    let address: Address

    private static let report = "attendance/before-after"

    /// The effects of those measures that have begun; none for readers whom the report is closed to.
    static func load(
        _ measures: [PlanMeasure],
        of file: CaseFile,
        _ names: any MemberNames,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [MeasureEffect] {
        let scope = try file.scope(on: desk.today, connection)
        guard let found = desk.house.report(report),
            desk.asker.may(found.report.permission, in: scope, on: desk.today)
        else { return [] }
        return try measures.filter { $0.from <= desk.today }.map { measure in
            var selection = Selection(
                year: SchoolYear(containing: measure.from),
                institution: file.institution
            )
            selection.pupil = file.pupil
            selection.day = measure.from
            let answer = try found.report.answer(desk.question(selection, names, connection))
            let address = Address("/reports/\(report)" as String)
                .adding("year", selection.year.description)
                .adding("institution", String(file.institution.rawValue))
                .adding("pupil", String(file.pupil.rawValue))
                .adding("day", measure.from.description)
            let none = answer.sections.first?.empty ?? Text(lv: "Datu nav.", en: "There are no data.")
            return MeasureEffect(measure: measure.id, words: answer.finding ?? none, address: address)
        }
    }
}
