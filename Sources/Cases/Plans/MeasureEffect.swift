internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What the report of absence before and after a day says of the beginning of a measure.
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
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [MeasureEffect] {
        let scope = try file.scope(on: desk.today, connection)
        guard let found = desk.house.report(report),
            desk.asker.may(found.report.permission, in: scope, on: desk.today)
        else { return [] }
        let names = RegistryNames(
            tenant: desk.tenant,
            year: SchoolYear(containing: desk.today),
            connection
        )
        var told: [Day: (words: Text, address: Address)] = [:]
        return try measures.filter { $0.from <= desk.today }.map { measure in
            // Measures of a plan often begin together: the report is asked once for each day.
            let day = try told[measure.from] ?? ask(found.report, measure.from, file, names, desk, connection)
            told[measure.from] = day
            return MeasureEffect(measure: measure.id, words: day.words, address: day.address)
        }
    }

    private static func ask(
        _ report: any Report.Type,
        _ day: Day,
        _ file: CaseFile,
        _ names: any MemberNames,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> (words: Text, address: Address) {
        var selection = Selection(year: SchoolYear(containing: day), institution: file.institution)
        selection.pupil = file.pupil
        selection.day = day
        let answer = try report.answer(desk.question(selection, names, connection))
        let address = Address("/reports/\(MeasureEffect.report)" as String)
            .adding("year", selection.year.description)
            .adding("institution", String(file.institution.rawValue))
            .adding("pupil", String(file.pupil.rawValue))
            .adding("day", day.description)
        let none = answer.sections.first?.empty ?? Text(lv: "Datu nav.", en: "There are no data.")
        return (answer.finding ?? none, address)
    }
}
