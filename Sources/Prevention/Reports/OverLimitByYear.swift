internal import Evidence
internal import Frame
internal import Kernel

/// Pupils over the limit of unexcused absence, by institution and year (annex 3 of a programme of prevention).
enum OverLimitByYear: Report {
    static let name = "over-limit-by-year"
    static let title = Text(lv: "Neattaisnotie kavētāji pa gadiem", en: "Pupils over the limit by year")
    static let purpose = Text(
        lv: "Kā gadu gaitā mainījies to izglītojamo skaits, kuri bez attaisnojoša iemesla kavē virs robežas?",
        en: "How has the number of pupils over the limit of unexcused absence changed over the years?"
    )
    static let filters: [ReportFilter] = [.year, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let years = try ReportedYear.all(
            question,
            span: PastYears.span,
            computed: "attendance/over-limit",
            reported: "attendance/over-limit-reported"
        )
        var notes = [PastYears.blanks]
        if years.contains(where: \.hasReported) { notes.append(reported) }
        var document = ReportDocument(notes: notes, [ReportSection(years, question.members)])
        document.isOfEarlierYears = years.last.map { $0.year != question.selection.year } ?? false
        return document
    }

    private static let reported = Text(
        lv: "Kur stundu ierakstu nav, rādīts iestādes paziņotais skaits.",
        en: "Where there are no records of lessons, the number that the institution reported is shown."
    )
}
