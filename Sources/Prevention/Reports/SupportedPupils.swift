internal import Evidence
internal import Frame
internal import Kernel

/// Pupils who were given support, by institution and year (E20, annex 1 of a programme of prevention).
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

    static func answer(_ question: Question) throws -> ReportDocument {
        let years = try ReportedYear.all(
            question,
            span: PastYears.span,
            computed: nil,
            reported: PreventionMeasures.supportedReported.name
        )
        var sections = [ReportSection(years, question.members)]
        if years.count > 1 { sections.append(try sums(years, question)) }
        var document = ReportDocument(notes: [PastYears.blanks, counted], sections)
        document.isOfEarlierYears = years.last.map { $0.year != question.selection.year } ?? false
        return document
    }

    private static func sums(_ years: [ReportedYear], _ question: Question) throws -> ReportSection {
        let shown = try question.shown(years.compactMap(\.sum)).compactMap(\.tally?.numerator)
        // A sum without a hidden year would pass for the sum of all.
        let sum: ReportCell =
            shown.count == years.count ? .number(shown.reduce(0, +), decimals: 0) : .unknown
        return ReportSection(
            "sums",
            title: Text(lv: "Summa un dažādi izglītojamie", en: "Sum and different pupils"),
            columns: [
                ReportColumn("what", Text(lv: "Ko skaita", en: "What is counted"), .words),
                ReportColumn("number", Text(lv: "Skaits", en: "Number")),
                ReportColumn("how", Text(lv: "Kā to lasīt", en: "How to read it"), .words),
            ],
            rows: [
                ReportRow([.words(sumWords), sum, .words(sumReading)]),
                ReportRow([.words(distinctWords), .unknown, .words(distinctReading)]),
            ]
        )
    }

    private static let sumWords = Text(lv: "Gadu skaitļu summa", en: "Sum of the years")
    private static let sumReading = Text(
        lv: "Izglītojamais, kurš atbalstu saņēmis vairākos gados, ieskaitīts katrā no tiem.",
        en: "A pupil supported in several years counts in each of them."
    )
    private static let distinctWords = Text(lv: "Dažādi izglītojamie", en: "Different pupils")
    private static let distinctReading = Text(
        lv: "Nav zināms: iestādes paziņojušas skaitu pa gadiem, nevis to, kuri izglītojamie tie ir.",
        en: "Not known: institutions reported numbers by year and not who the pupils are."
    )

    private static let counted = Text(
        lv:
            "Rindā „Kopā” saskaitītas iestādes; izglītojamais, kurš gadā mainījis iestādi, var būt ieskaitīts divreiz.",
        en:
            "The row “Total” adds up institutions; a pupil who changed institution in the year may count twice."
    )
}
