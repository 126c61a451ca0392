internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// Risks of leaving school that were identified, by institution and group of risk (E21).
enum IdentifiedRisks: Report {
    static let name = "identified-risks"
    static let title = Text(lv: "Identificētie riski", en: "Risks identified")
    static let purpose = Text(
        lv: "Kādi mācību pārtraukšanas riski iestādēs identificēti, un kuras grupas risku ir visvairāk?",
        en: "Which risks of leaving school were identified, and of which group are the most?"
    )
    static let filters: [ReportFilter] = [.year, .institution]

    private static let whole = PreventionMeasures.identifiedRisksReported.name

    static func answer(_ question: Question) throws -> ReportDocument {
        let lists = try CodeLists.load(question.tenant, question.connection)
        let table = try institutions(question, lists)
        guard !table.rows.isEmpty else { return ReportDocument([table]) }
        return ReportDocument(notes: [note, PastYears.blanks], [table, try groups(question, lists)])
    }

    private static func institutions(_ question: Question, _ lists: CodeLists) throws -> ReportSection {
        let all = try question.figures(whole, over: [.institution])
        let parts = try RiskGroup.allCases.map {
            try question.figures(RiskGroupCount($0).name, over: [.institution])
        }
        let members = question.members.sorted(.institution, all.keys.compactMap(\.first).filter { $0 > 0 })
        return ReportSection(
            columns: [ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)]
                + RiskGroup.allCases.map { ReportColumn($0.column, RiskGroup.words($0, lists)) }
                + [ReportColumn("total", total)],
            rows: members.map { member in
                let name = question.members.name(.institution, member)
                return ReportRow(
                    [.member(.institution, member, name)] + parts.map { cell($0[[member]]) }
                        + [cell(all[[member]])]
                )
            },
            total: members.isEmpty
                ? nil
                : ReportRow(
                    [.words(total)]
                        + (try RiskGroup.allCases.map { cell(try question.figure(RiskGroupCount($0).name)) })
                        + [cell(try question.figure(whole))]
                ),
            chart: .stack(
                columns: RiskGroup.allCases.map(\.column),
                tokens: RiskGroup.allCases.map(\.token),
                share: false
            )
        )
    }

    /// Groups beside each other: how many risks, and which part of all.
    private static func groups(_ question: Question, _ lists: CodeLists) throws -> ReportSection {
        ReportSection(
            "groups",
            title: Text(lv: "Risku grupas", en: "Groups of risk"),
            columns: [
                ReportColumn("group", Text(lv: "Risku grupa", en: "Group of risk"), .words),
                ReportColumn("risks", Text(lv: "Riski", en: "Risks")),
                ReportColumn("share", Text(lv: "Daļa no visiem", en: "Share of all")),
            ],
            rows: try RiskGroup.allCases.map { group in
                ReportRow([
                    .words(RiskGroup.words(group, lists)),
                    cell(try question.figure(RiskGroupCount(group).name)),
                    cell(try question.figure(RiskGroupShare(group).name)),
                ])
            },
            chart: .bars(column: "share")
        )
    }

    private static func cell(_ figure: Figure?) -> ReportCell {
        figure.flatMap { $0.tally == nil ? nil : .figure($0) } ?? .unknown
    }

    private static let total = Text(lv: "Kopā", en: "Total")

    private static let note = Text(
        lv:
            "Skaitļi ir iestāžu ziņotie riski, nevis izglītojamie: vienam izglītojamajam var būt vairāki riski.",
        en: "The numbers are risks that institutions reported, not pupils: one pupil may have several risks."
    )
}
