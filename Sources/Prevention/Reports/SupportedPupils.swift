internal import Evidence
internal import Frame
internal import Kernel

/// Pupils who were given support, by institution and year (annex 1 of a programme of prevention): from plans of
/// support where an institution has any in Sekme, else as it reported.
///
/// A sum over years counts a pupil once for each year; it stands in a table of its own, beside the number of
/// different pupils, so that neither is taken for the other.
enum SupportedPupils: Report {
    static let name = "supported-pupils"
    static let title = Text(lv: "Atbalstu saņēmušie izglītojamie", en: "Pupils supported")
    static let purpose = Text(
        lv: "Cik izglītojamo katrā iestādē un mācību gadā saņēmuši atbalstu?",
        en: "How many pupils were given support in each institution and school year?"
    )
    static let filters: [ReportFilter] = [.year, .institution]

    /// Measures of the wing of cases, which is not in every house.
    private static let ofPlans = "prevention/planned-pupils"
    private static let different = "prevention/supported-pupils-so-far"

    static func answer(_ question: Question) throws -> ReportDocument {
        let years = try ReportedYear.all(
            question,
            span: PastYears.span,
            computed: question.measures.has(ofPlans) ? ofPlans : nil,
            reported: PreventionMeasures.supportedReported.name
        )
        var sections = [ReportSection(years, question.members)]
        if !years.isEmpty { sections.append(sources.section(years)) }
        if years.count > 1 { sections.append(try sums(years, question)) }
        var notes = [PastYears.blanks, counted]
        if years.contains(where: { $0.computedCount > 0 }) { notes.append(planned) }
        var document = ReportDocument(notes: notes, sections)
        document.isOfEarlierYears = years.last.map { $0.year != question.selection.year } ?? false
        return document
    }

    private static let sources = YearSources(
        computed: ReportColumn("of_plans", Text(lv: "Iestādes ar plāniem", en: "Institutions with plans"))
            .made(
                NumberMaking(
                    Text(
                        lv:
                            "Iestādes, kurās mācību gadā kādam izglītojamajam Sekmē ir atbalsta plāns; katru skaita vienreiz.",
                        en:
                            "Institutions in which some pupil has a plan of support in Sekme in the year; each counts once."
                    ),
                    of: []
                )
            ),
        reported: Text(
            lv: "Iestādes, kuru skaits par mācību gadu ir paziņots un kurām plānu Sekmē nav.",
            en: "Institutions that reported a number for the year and have no plans in Sekme."
        ),
        records: Text(lv: "Individuālie atbalsta plāni Sekmē", en: "Individual support plans in Sekme"),
        mixed: Text(
            lv: "Plāni Sekmē; pārējām iestādēm – to paziņotais skaits",
            en: "Plans in Sekme; for other institutions what they reported"
        )
    )

    // MARK: Sums

    private static func sums(_ years: [ReportedYear], _ question: Question) throws -> ReportSection {
        var rows = [
            ReportRow([.words(sumWords), try sum(years.map(\.sum), question), .words(sumReading)])
        ]
        let own = years.filter { $0.computedCount > 0 }
        if let first = own.first, let last = own.last, question.measures.has(different) {
            var selection = question.selection
            selection.year = last.year
            let span =
                first.year == last.year
                ? first.heading : first.heading + Text(same: "–") + last.heading
            rows += [
                ReportRow([
                    .words(ownSumWords + Text(lv: " (\(span.lv))", en: " (\(span.en))")),
                    try sum(own.map(\.computedSum), question), .words(sumReading),
                ]),
                ReportRow([
                    .words(ownDistinctWords + Text(lv: " (\(span.lv))", en: " (\(span.en))")),
                    .figure(try question.figure(different, in: selection)), .words(ownReading),
                ]),
            ]
        } else {
            rows.append(ReportRow([.words(distinctWords), .unknown, .words(distinctReading)]))
        }
        return ReportSection(
            "sums",
            title: Text(lv: "Summa un dažādi izglītojamie", en: "Sum and different pupils"),
            columns: [
                ReportColumn("what", Text(lv: "Ko skaita", en: "What is counted"), .words),
                ReportColumn("number", Text(lv: "Skaits", en: "Number")).made(sumOfYears),
                ReportColumn("how", Text(lv: "Kā to lasīt", en: "How to read it"), .words),
            ],
            rows: rows
        )
    }

    /// A sum; one without a hidden year would pass for the sum of all.
    private static func sum(_ figures: [Figure?], _ question: Question) throws -> ReportCell {
        let shown = try question.shown(figures.compactMap { $0 }).compactMap(\.tally?.numerator)
        return shown.count == figures.count ? .number(shown.reduce(0, +), decimals: 0) : .unknown
    }

    private static let sumWords = Text(lv: "Gadu skaitļu summa", en: "Sum of the years")
    private static let sumOfYears = NumberMaking(
        Text(
            lv: "Gadu skaitļu summa; nav zināma, ja kāda gada skaitlis ir slēpts.",
            en: "The sum of the numbers of the years; not known where that of some year is hidden."
        ),
        of: []
    )
    private static let sumReading = Text(
        lv: "Izglītojamais, kurš atbalstu saņēmis vairākos gados, ieskaitīts katrā no tiem.",
        en: "A pupil supported in several years counts in each of them."
    )
    private static let distinctWords = Text(lv: "Dažādi izglītojamie", en: "Different pupils")
    private static let distinctReading = Text(
        lv: "Nav zināms: iestādes paziņojušas skaitu pa gadiem, nevis to, kuri izglītojamie tie ir.",
        en: "Not known: institutions reported numbers by year and not who the pupils are."
    )
    private static let ownSumWords = Text(
        lv: "Summa gados ar plāniem Sekmē",
        en: "Sum of the years with plans in Sekme"
    )
    private static let ownDistinctWords = Text(
        lv: "Dažādi izglītojamie ar plānu Sekmē",
        en: "Different pupils with a plan in Sekme"
    )
    private static let ownReading = Text(
        lv: "Katrs izglītojamais ieskaitīts vienreiz. Par paziņotajiem gadiem to nevar zināt.",
        en: "Each pupil counts once. Of years that were reported this cannot be known."
    )

    private static let counted = Text(
        lv:
            "Rindā „Kopā” saskaitītas iestādes; izglītojamais, kurš gadā mainījis iestādi, var būt ieskaitīts divreiz.",
        en:
            "The row “Total” adds up institutions; a pupil who changed institution in the year may count twice."
    )
    private static let planned = Text(
        lv:
            "Kur Sekmē ir individuālie atbalsta plāni, skaitīti dažādi izglītojamie ar plānu, nevis iestādes paziņotais skaits.",
        en:
            "Where Sekme has individual support plans, different pupils with a plan are counted, and not what was reported."
    )
}
