internal import Frame
internal import Kernel
internal import Prevention

/// Individual support plans of a year or term, what came of them, and what part of all pupils has one.
enum SupportPlansReport: Report {
    static let name = "support-plans"
    static let title = Text(lv: "Individuālie atbalsta plāni", en: "Individual support plans")
    static let purpose = Text(
        lv:
            "Cik individuālo atbalsta plānu izstrādāts, kāds ir to rezultāts, un kādai daļai izglītojamo tie ir?",
        en: "How many individual support plans were made, what came of them, and what part of pupils has one?"
    )
    static let filters: [ReportFilter] = [.year, .term, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let columns =
            [
                CaseTable.Column(
                    code: "plans",
                    heading: Text(lv: "Plāni", en: "Plans"),
                    measure: PlanMeasures.plans
                ),
                CaseTable.Column(
                    code: "pupils",
                    heading: Text(lv: "Izglītojamie", en: "Pupils"),
                    measure: PlanMeasures.pupils
                ),
            ]
            + [PlanResult.reduced, .unchanged, .grown, .none].map {
                CaseTable.Column(
                    code: $0.code,
                    heading: $0.words.capitalised,
                    measure: PlanMeasures.ofResult($0)
                )
            }
            + [
                CaseTable.Column(
                    code: "economic_support",
                    heading: PlanMeasures.aid.title,
                    measure: PlanMeasures.aid,
                    isOptional: true
                )
            ]
        let section = try CaseTable(question).section(
            columns,
            chart: .bars(column: "plans"),
            empty: Text(
                lv: "Plānu izvēlētajā periodā nav. Plānu izveido izglītojamā gadījuma lapā.",
                en: "There are no plans for the period. A plan is made on the page of a pupil’s case."
            )
        )
        guard !section.rows.isEmpty else { return ReportDocument([section]) }
        return ReportDocument(notes: [note], [section, try SupportShare(question).section()])
    }

    private static let note = Text(
        lv: "Plānu izstrādā katram semestrim, tāpēc izglītojamajam gadā var būt divi plāni.",
        en: "A plan is made for each term, so a pupil may have two in a year."
    )
}
