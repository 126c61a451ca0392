internal import Evidence
internal import Frame
internal import Kernel

/// Pupils over the limit of unexcused absence by institution and year, and, for those who work with them,
/// who they are.
enum OverLimitReport: Report {
    static let name = "over-limit"
    static let standsStill = true
    static let title = Text(lv: "Neattaisnotie kavētāji", en: "Pupils over the limit of absence")
    static let purpose = Text(
        lv: "Cik izglītojamo semestrī bez attaisnojoša iemesla kavējuši virs noteiktās robežas?",
        en: "How many pupils missed more lessons in a term without excuse than the limit allows?"
    )

    /// How many years the table looks back, the chosen one included.
    private static let span = 5
    private static let computed = "attendance/over-limit"
    private static let reported = "attendance/over-limit-reported"

    static func answer(_ question: Question) throws -> ReportDocument {
        let years = try ReportedYear.all(question, span: span, computed: computed, reported: reported)
        var section = ReportSection(years, question.members)
        if !section.rows.isEmpty, let whole = try Municipality(question) {
            let all = try years.map {
                try ReportedYear(whole.question, $0.year, computed: computed, reported: reported).total
            }
            section.rows.append(ReportRow([.words(Municipality.words)] + all))
        }
        var sections = [section]
        if let persons = try OverLimitPersons.section(question) { sections.append(persons) }
        return ReportDocument(notes: try notes(question, years), sections)
    }

    private static func notes(_ question: Question, _ years: [ReportedYear]) throws -> [Text] {
        let limit = try AbsenceLimit(question.selection.year, question.tenant, question.connection)
        var notes = [limit.words(term: question.selection.term)]
        if years.contains(where: \.hasReported) {
            notes.append(
                Text(
                    lv: """
                        Kur stundu ierakstu nav, rādīts iestādes ziņotais skaits. Tukša šūna nozīmē, ka ziņu nav; \
                        nulle nozīmē, ka tādu izglītojamo nav.
                        """,
                    en: """
                        Where there are no lesson records, the number that the institution reported is shown. \
                        A blank means that nothing is known; zero means that there are no such pupils.
                        """
                )
            )
        }
        return notes
    }
}
