internal import Frame
internal import Kernel
internal import Prevention

/// Measures of plans that are not over, by school, giving institution, age of the pupils and kind; and what came of those
/// that ended in the year.
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
        let over = try ended(table)
        guard !first.rows.isEmpty else { return ReportDocument([first] + over) }
        let second = try table.section(
            ages,
            code: "ages",
            title: Text(lv: "Pēc izglītojamo vecuma", en: "By age of the pupils"),
            empty: ReportSection.noData
        )
        let kinds = try OpenMeasureKinds(question).section
        let list = try OpenMeasureList(question).section
        return ReportDocument(notes: [note], [first, second, kinds] + over + (list.map { [$0] } ?? []))
    }

    /// What came of the measures that ended in the year; no section where none did.
    private static func ended(_ table: CaseTable) throws -> [ReportSection] {
        let all = CaseTable.Column(
            code: "ended",
            heading: Text(lv: "Beigušies pasākumi", en: "Ended measures"),
            measure: MeasuresEnded.ended
        )
        let results = (PlanResult.ofMeasures + [PlanResult.none]).map {
            CaseTable.Column(
                code: "result_\($0.code)",
                heading: $0.ofAnyMeasure.capitalised,
                measure: MeasuresEnded.ofResult($0)
            )
        }
        let section = try table.section(
            [all] + results,
            code: "ended",
            title: Text(
                lv: "Gadā beigušos pasākumu rezultāti",
                en: "What came of measures that ended in the year"
            ),
            empty: ReportSection.noData
        )
        return section.rows.isEmpty ? [] : [section]
    }

    private static let note = Text(
        lv: "Vecums ir pilni gadi mācību gada 1. septembrī. Izglītojamajam var būt vairāki pasākumi.",
        en: "Age is in full years on 1 September of the school year. A pupil may have several measures."
    )
}
