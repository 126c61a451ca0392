internal import Frame
internal import Kernel

/// Consultations by term: how many, of how many pupils, for how long; and by year, with what institutions reported.
enum ConsultationsReport: Report {
    static let name = "consultations"
    static let title = Text(lv: "Konsultācijas", en: "Consultations")
    static let purpose = Text(
        lv: "Cik konsultāciju sniegts katrā semestrī, cik izglītojamajiem un cik ilgi?",
        en: "How many consultations were given in each term, to how many pupils, and for how long?"
    )
    static let filters: [ReportFilter] = [.year, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let numbers: [Int] = [1, 2]
        let terms = numbers.flatMap { term -> [CaseTable.Column] in
            [
                CaseTable.Column(
                    code: "consultations_\(term)",
                    heading: Text(lv: "Konsultācijas \(term). semestrī", en: "Consultations, term \(term)"),
                    measure: ConsultationMeasures.consultations,
                    term: term
                ),
                CaseTable.Column(
                    code: "pupils_\(term)",
                    heading: Text(lv: "Izglītojamie \(term). semestrī", en: "Pupils, term \(term)"),
                    measure: ConsultationMeasures.pupils,
                    term: term
                ),
            ]
        }
        let year = [
            CaseTable.Column(
                code: "consultations",
                heading: Text(lv: "Konsultācijas gadā", en: "Consultations in the year"),
                measure: ConsultationMeasures.consultations
            ),
            CaseTable.Column(
                code: "pupils",
                heading: Text(lv: "Izglītojamie gadā", en: "Pupils in the year"),
                measure: ConsultationMeasures.pupils
            ),
            CaseTable.Column(
                code: "minutes",
                heading: Text(lv: "Minūtes gadā", en: "Minutes in the year"),
                measure: ConsultationMeasures.minutes,
                isOptional: true
            ),
        ]
        let years = try ConsultationYears(question)
        let isOfOne = question.selection.institution != nil
        let section = try CaseTable(question, by: isOfOne ? .subject : .institution).section(
            terms + year,
            chart: .bars(column: "consultations"),
            empty: years.saysMore ? notLogged : nothing
        )
        let notes: [Text] =
            (section.rows.isEmpty ? [] : [note]) + (years.saysMore ? [ConsultationYears.note] : [])
        var document = ReportDocument(notes: notes, [section] + (years.saysMore ? years.sections : []))
        document.isOfEarlierYears = years.areEarlier
        return document
    }

    private static let nothing = Text(
        lv: "Konsultāciju nav. Pierakstiet tās izvēlnē „Prevencija” → „Konsultācijas”.",
        en: "There are no consultations. Log them in the menu “Prevention” → “Consultations”."
    )

    private static let notLogged = Text(
        lv:
            "Šajā mācību gadā Sekmē konsultācijas nav pierakstītas; gadi, par kuriem ir ziņas, ir nākamajā tabulā.",
        en:
            "No consultations are logged in Sekme for this school year; the next table has the years that are known."
    )

    private static let note = Text(
        lv: "Izglītojamie ir dažādi izglītojamie; semestru un priekšmetu skaitļus nesaskaita.",
        en: "Pupils are different pupils; numbers of terms and subjects do not add up."
    )
}
