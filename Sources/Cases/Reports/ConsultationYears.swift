internal import Evidence
internal import Frame
internal import Kernel

/// Consultations by institution and year: those logged in Sekme where an institution has any, else as it reported.
///
/// The two are never mixed for an institution and year, and each year says which of them its numbers are.
struct ConsultationYears {
    private let question: Question
    private let years: [ReportedYear]

    /// How many years the table looks back, the chosen one included.
    private static let span = 10

    init(_ question: Question) throws {
        self.question = question
        years = try ReportedYear.all(
            question,
            span: ConsultationYears.span,
            computed: ConsultationMeasures.consultations.name,
            reported: ConsultationMeasures.reported.name
        )
    }

    /// Whether it says anything that the log of the chosen year does not say already.
    var saysMore: Bool { years.contains { $0.year != question.selection.year || $0.hasReported } }

    /// Whether nothing is known of the chosen year, and something of years before it.
    var areEarlier: Bool { years.last.map { $0.year != question.selection.year } ?? false }

    /// The table of years with a table of their sources.
    var sections: [ReportSection] {
        var table = ReportSection(years, question.members)
        table.code = "by_year"
        table.title = Text(lv: "Konsultācijas pa mācību gadiem", en: "Consultations by school year")
        return [table, ConsultationYears.sources.section(years)]
    }

    /// How to read the table.
    static let note = Text(
        lv: """
            Mācību gados, kad iestādei Sekmē ir pierakstītas konsultācijas, skaitītas tās, citādi – iestādes paziņotais \
            skaits. „Nav datu” nozīmē, ka ziņu nav; nulle nozīmē, ka konsultāciju nav bijis.
            """,
        en: """
            In school years of which an institution has consultations logged in Sekme these are counted, else the number that it \
            reported is shown. “No data” means that nothing is known; zero means that there were no consultations.
            """
    )

    private static let sources = YearSources(
        computed: ReportColumn("logged", Text(lv: "Iestādes ar ierakstiem", en: "Institutions with a log"))
            .made(
                NumberMaking(
                    Text(
                        lv:
                            "Iestādes, kurām mācību gadā Sekmē ir pierakstīta kāda konsultācija; katru skaita vienreiz.",
                        en: "Institutions with a consultation logged in Sekme in the year; each counts once."
                    ),
                    of: []
                )
            ),
        reported: Text(
            lv: "Iestādes, kuru skaits par mācību gadu ir paziņots un kurām ierakstu Sekmē nav.",
            en: "Institutions that reported a number for the year and have nothing logged in Sekme."
        ),
        records: Text(lv: "Pieraksti Sekmē", en: "The log in Sekme"),
        mixed: Text(
            lv: "Pieraksti Sekmē; pārējām iestādēm – to paziņotais skaits",
            en: "The log in Sekme; for other institutions what they reported"
        )
    )
}
