package import Frame
package import Kernel
internal import Registry

/// What share of pupils moves up, and, for those who work with them, who is at risk of repeating a grade and why.
package enum Promotion: Report {
    package static let name = "promotion"
    package static let standsStill = true
    package static let title = Text(lv: "Pārcelšana nākamajā klasē", en: "Promotion to the next grade")
    package static let purpose = Text(
        lv: "Cik izglītojamo pēc vērtējumiem pārceļami nākamajā klasē, un kam draud palikt uz otru gadu?",
        en: "How many pupils move up by their marks, and who is at risk of repeating the grade?"
    )
    package static let filters: [ReportFilter] = [
        .year, .term, .institution, .grade, .classGroup, .compared, .institutions, .years,
    ]

    package static func answer(_ question: Question) throws -> ReportDocument {
        let selection = question.selection
        let places: (Dimension, String, Text) =
            selection.institution == nil && selection.classGroup == nil
            ? (.institution, "institution", Text(lv: "Iestāde", en: "Institution"))
            : (.classGroup, "class", Text(lv: "Klase", en: "Class"))
        var sections = [
            try section("table", places, question),
            try section("grades", (.grade, "grade", Text(lv: "Klases pakāpe", en: "Grade")), question),
        ]
        let share = PlaceBeside.Column(
            "promoted",
            "attainment/promoted",
            restsOn: PromotedSide.allCases.map(\.measure)
        )
        let beside = try PlaceBeside(question, [share], isEmpty: sections.allSatisfy(\.rows.isEmpty))
        sections += beside.sections
        if let groups = try PromotionGroups.section(question) { sections.append(groups) }
        if let pupils = try RepetitionRisk.section(question) { sections.append(pupils) }
        return ReportDocument(notes: try notes(question) + beside.notes, sections)
    }

    private static func section(
        _ code: String,
        _ along: (dimension: Dimension, column: String, heading: Text),
        _ question: Question
    ) throws -> ReportSection {
        // Shown ones, as the counts beside a share tell as much as it does.
        let figures = try question.shown(question.figures("attainment/promoted", over: [along.dimension]))
        let whole = try question.shown([question.figure("attainment/promoted")]).first
        let members = figures.keys.compactMap(\.first).filter { $0 > 0 }
        return ReportSection(
            code,
            title: code == "table" ? nil : Text(lv: "Pa klašu pakāpēm", en: "By grade"),
            columns: [
                ReportColumn(along.column, along.heading, .words),
                ReportColumn("pupils", Text(lv: "Izglītojamie", en: "Pupils")).made(PromotionMaking.pupils),
                ReportColumn("moving", Text(lv: "Pārceļami", en: "Promoted")).made(PromotionMaking.moving),
                ReportColumn("promoted", Text(lv: "Pārceļami, %", en: "Promoted, %")),
            ],
            rows: question.members.sorted(along.dimension, members).map { member in
                let name = question.members.name(along.dimension, member)
                let figure = figures[[member]]
                return ReportRow(
                    [.member(along.dimension, member, name)] + PromotionMaking.counts(figure) + [.of(figure)]
                )
            },
            total: members.isEmpty
                ? nil
                : ReportRow(
                    [.words(Text(lv: "Kopā", en: "Total"))] + PromotionMaking.counts(whole) + [.of(whole)]
                ),
            chart: .bars(column: "promoted"),
            empty: Text(
                lv: """
                    Gada vērtējumu klasēs, kurām ir nosacījums, nav. Lai redzētu, kam draud palikt uz otru gadu, izvēlieties \
                    semestri.
                    """,
                en: """
                    There are no annual marks in grades that have a condition. Choose a term to see who is at risk.
                    """
            )
        )
    }

    private static func notes(_ question: Question) throws -> [Text] {
        let regulations = try Regulations.load(question.tenant, question.connection)
        let day = question.selection.year.last
        guard let rule = regulations.named(PromotionRule.regulation, on: day) else {
            return [
                Text(
                    lv: "Šim mācību gadam pārcelšanas nosacījums prasību sarakstā nav noteikts.",
                    en: "The list of rules has no condition of promotion for this school year."
                )
            ]
        }
        let source = Text(same: " (\(rule.source))")
        return [rule.words + source, period(question.selection), limits]
    }

    private static func period(_ selection: Selection) -> Text {
        guard let term = selection.term else {
            return Text(lv: "Lemts pēc gada vērtējumiem.", en: "Decided by annual marks.")
        }
        return Text(
            lv: """
                Rādīts, kas būtu, ja gada vērtējumi būtu tādi kā \(term). semestrī: izglītojamajam ar nepietiekamu vērtējumu \
                vēl var palīdzēt.
                """,
            en: """
                Shown as if annual marks were those of term \(term): a pupil with an insufficient mark can still be helped.
                """
        )
    }

    private static let limits = Text(
        lv: """
            9. un 12. klasi beidz pēc citiem nosacījumiem, tāpēc tās nav ieskaitītas. 1.–3. klasē skaitās, vai viss novērtēts; \
            pedagoģiskās padomes lēmumu Sekme nezina. „nv” nav vērtējums un nosacījumam neatbilst. Kam no 4. līdz 8. klasei \
            zem 4 ballēm ir viens gada vērtējums, tas ieskaitīts pārceļamajos: lai kāds būtu pēcpārbaudījums, zemāks var būt \
            tikai viens rezultāts. Pēcpārbaudījums skaitās, kad tā rezultāts ierakstīts gada vērtējuma vietā.
            """,
        en: """
            Grades 9 and 12 end by other conditions and do not count. In grades 1 to 3 it counts whether everything is \
            assessed; Sekme does not know what the pedagogical council decided. “nv” is no mark and does not meet the condition. \
            A pupil of grades 4 to 8 with one annual mark below 4 counts as promoted: whatever the re-examination gives, one \
            result is lower at most. A re-examination counts once its result is written in place of the annual mark.
            """
    )
}
