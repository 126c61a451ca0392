internal import Frame
internal import Kernel
internal import Prevention

/// Measures of plans that are not over, by school, giving institution, age of the pupils and kind.
enum OpenMeasuresReport: Report {
    static let name = "open-measures"
    static let title = Text(lv: "Nepabeigtie atbalsta pasākumi", en: "Open measures of support")
    static let purpose = Text(
        lv:
            "Cik un kādi atbalsta pasākumi vēl turpinās, kurās iestādēs, kāda vecuma izglītojamajiem, un kas tos sniedz?",
        en:
            "How many measures of support of which kind go on, at which schools, for which ages, and who gives them?"
    )
    static let filters: [ReportFilter] = [.year, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let all = CaseTable.Column(
            code: "measures",
            heading: Text(lv: "Pasākumi", en: "Measures"),
            measure: MeasuresOpen.open
        )
        let bodies = CaseBody.allCases.map {
            CaseTable.Column(
                code: "body_\($0.rawValue)",
                heading: $0.words.capitalised,
                measure: MeasuresOpen.ofBody($0),
                isOptional: true
            )
        }
        let ages = MeasuresOpen.AgeBand.allCases.map {
            CaseTable.Column(
                code: "age_\($0.rawValue)",
                heading: $0.words.capitalised,
                measure: MeasuresOpen.ofAge($0)
            )
        }
        let table = CaseTable(question)
        let first = try table.section(
            [all] + bodies,
            chart: .bars(column: "measures"),
            empty: Text(
                lv: "Nepabeigtu pasākumu nav. Pasākumus pieraksta izglītojamā atbalsta plānā.",
                en: "No measures are open. Measures are written into a pupil’s support plan."
            )
        )
        guard !first.rows.isEmpty else { return ReportDocument([first]) }
        let second = try table.section(
            ages,
            code: "ages",
            title: Text(lv: "Pēc izglītojamo vecuma", en: "By age of the pupils"),
            empty: ReportSection.noData
        )
        let kinds = try OpenMeasureKinds(question).section
        let list = try OpenMeasureList(question).section
        return ReportDocument(notes: [note], [first, second, kinds] + (list.map { [$0] } ?? []))
    }

    private static let note = Text(
        lv: "Vecums ir pilni gadi mācību gada 1. septembrī. Izglītojamajam var būt vairāki pasākumi.",
        en: "Age is in full years on 1 September of the school year. A pupil may have several measures."
    )
}
