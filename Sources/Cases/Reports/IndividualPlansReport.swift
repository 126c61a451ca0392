internal import Frame
internal import Kernel
internal import Prevention

/// Individual plans of a year or term by kind, and those of the education programme by group of pupils, with what part of
/// each group moves up to the next grade.
enum IndividualPlansReport: Report {
    static let name = "individual-plans"
    static let title = Text(
        lv: "Individuālie plāni pa veidiem un grupām",
        en: "Individual plans by kind and group"
    )
    static let purpose = Text(
        lv: "Cik individuālo plānu izstrādāts, kādi tie ir, un kurām izglītojamo grupām tie ir?",
        en: "How many individual plans were made, of which kinds, and for which groups of pupils?"
    )
    static let filters: [ReportFilter] = [.year, .term, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let table = CaseTable(question)
        let first = try table.section(
            PlanKind.allCases.map { column($0, plans(of: $0)) },
            title: Text(lv: "Plāni pa veidiem", en: "Plans by kind"),
            chart: .bars(column: PlanKind.education.code),
            empty: Text(
                lv: "Plānu izvēlētajā periodā nav. Plānu izveido izglītojamā gadījuma lapā.",
                en: "There are no plans for the period. A plan is made on the page of a pupil’s case."
            )
        )
        guard !first.rows.isEmpty else { return ReportDocument([first]) }
        let others = try [
            table.section(
                PlanKind.allCases.map { column($0, pupils(of: $0)) },
                code: "pupils",
                title: Text(lv: "Izglītojamie pa plānu veidiem", en: "Pupils by kind of plan"),
                empty: ReportSection.noData
            ),
            table.section(
                PlanGround.allCases.map { column($0, PlanKindMeasures.plans(of: $0)) },
                code: "groups",
                title: Text(
                    lv: "Izglītības programmas apguves plāni pa izglītojamo grupām",
                    en: "Education plans by group of pupils"
                ),
                empty: ReportSection.noData
            ),
            table.section(
                PlanGround.allCases.map { column($0, PlanKindMeasures.pupils(of: $0)) },
                code: "group_pupils",
                title: Text(
                    lv: "Izglītojamie ar izglītības programmas apguves plānu pa grupām",
                    en: "Pupils with an education plan by group"
                ),
                empty: ReportSection.noData
            ),
        ]
        let promotion = try GroupPromotion.section(question).map { [$0] } ?? []
        return ReportDocument(notes: [note], [first] + others.filter { !$0.rows.isEmpty } + promotion)
    }

    private static func plans(of kind: PlanKind) -> CaseMeasure {
        kind == .support ? PlanMeasures.plans : PlanKindMeasures.plans(of: kind)
    }

    private static func pupils(of kind: PlanKind) -> CaseMeasure {
        kind == .support ? PlanMeasures.pupils : PlanKindMeasures.pupils(of: kind)
    }

    private static func column(_ kind: PlanKind, _ measure: CaseMeasure) -> CaseTable.Column {
        CaseTable.Column(code: kind.code, heading: kind.plural, measure: measure)
    }

    private static func column(_ ground: PlanGround, _ measure: CaseMeasure) -> CaseTable.Column {
        CaseTable.Column(
            code: ground.code,
            heading: ground == .notSaid
                ? Text(lv: "Grupa nav norādīta", en: "Not said") : ground.words.capitalised,
            measure: measure
        )
    }

    private static let note = Text(
        lv: """
            Plānu izstrādā katram semestrim, tāpēc izglītojamajam gadā var būt vairāki plāni. Izglītojamie ir dažādi \
            izglītojamie; semestru, veidu un grupu skaitļus nesaskaita.
            """,
        en: """
            A plan is made for each term, so a pupil may have several in a year. Pupils are different pupils; numbers of \
            terms, kinds and groups do not add up.
            """
    )
}
