internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// Pupils over the limit of unexcused absence by institution and year, or of a class by year, and, for those who work with
/// them, who they are.
enum OverLimitReport: Report {
    static let name = "over-limit"
    static let standsStill = true
    static let title = Text(lv: "Neattaisnotie kavētāji", en: "Pupils over the limit of absence")
    static let purpose = Text(
        lv: "Cik izglītojamo semestrī bez attaisnojoša iemesla kavējuši virs noteiktās robežas?",
        en: "How many pupils missed more lessons in a term without excuse than the limit allows?"
    )

    static let filters: [ReportFilter] = [
        .year, .term, .institution, .classGroup, .compared, .institutions, .years,
    ]

    /// How many years the table looks back, the chosen one included.
    private static let span = 5
    private static let computed = "attendance/over-limit"
    private static let reported = "attendance/over-limit-reported"

    static func answer(_ question: Question) throws -> ReportDocument {
        // Nothing was reported of a class.
        let isOfClass = question.selection.classGroup != nil
        let years =
            isOfClass
            ? [] : try ReportedYear.all(question, span: span, computed: computed, reported: reported)
        let section = try isOfClass ? ofClass(question) : ofInstitutions(question, years)
        let beside = try PlaceBeside(question, compared, isEmpty: section.rows.isEmpty)
        var sections = [section] + beside.sections
        if let persons = try OverLimitPersons.section(question) { sections.append(persons) }
        var notes = try notes(question, years) + beside.notes
        let unfinished = question.selection.year.unfinished
        let isUnfinished =
            section.rows.contains(where: \.isUnfinished) || section.columns.contains(where: \.isUnfinished)
        if isUnfinished, !notes.contains(unfinished) { notes.append(unfinished) }
        return ReportDocument(notes: notes, sections)
    }

    /// How many pupils are over the limit says nothing beside an institution of another size; their share does, and the
    /// share of lessons that are missed without excuse.
    private static let compared = [
        PlaceBeside.Column(
            "over_limit_share",
            "attendance/over-limit-share",
            restsOn: OverLimitShare.sides
        ),
        PlaceBeside.Column(
            "unexcused_rate",
            "attendance/unexcused-rate",
            restsOn: ["attendance/unexcused"]
        ),
    ]

    private static func ofInstitutions(_ question: Question, _ years: [ReportedYear]) throws -> ReportSection
    {
        var section = ReportSection(years, question.members)
        guard !section.rows.isEmpty, let whole = try Municipality(question) else { return section }
        let all = try years.map {
            try ReportedYear(whole.question, $0.year, computed: computed, reported: reported).total
        }
        section.lay(beside: ReportRow([.words(Municipality.words)] + all))
        return section
    }

    /// A row a year of the class, with what it was then.
    private static func ofClass(_ question: Question) throws -> ReportSection {
        let rows = try YearsBack(question, span: span).years.compactMap { year -> ReportRow? in
            let figure = try question.figure(computed, in: year.selection)
            return figure.tally == nil ? nil : year.row([.figure(figure)])
        }
        return ReportSection(
            columns: [
                ReportColumn("school_year", Text(lv: "Mācību gads", en: "School year"), .words),
                ReportColumn("over_limit", Text(lv: "Virs robežas", en: "Over the limit")),
            ],
            rows: rows,
            chart: .bars(column: "over_limit")
        )
    }

    private static func notes(_ question: Question, _ years: [ReportedYear]) throws -> [Text] {
        let limit = try AbsenceLimit(question.selection.year, question.tenant, question.connection)
        var notes =
            [limit.words(term: question.selection.term)]
            + limit.ownWords(question.selection, question.members)
        if years.contains(where: \.hasReported) {
            notes.append(
                Text(
                    lv: """
                        Kur stundu ierakstu nav, rādīts iestādes paziņotais skaits. Tukša šūna nozīmē, ka ziņu nav; \
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
