internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The money of a programme by line and year, with its sums checked.
enum BudgetReport: Report {
    static let name = "budget"
    static let title = Text(lv: "Programmas budžets", en: "Budget of a programme")
    static let purpose = Text(
        lv: "Cik programmai paredzēts katrā gadā un cik izlietots?",
        en: "How much is planned for a programme in each year, and how much was spent?"
    )
    static let permission = Permission.seePlans
    static let filters: [ReportFilter] = [.year, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let asked = try PlanQuestion(question)
        guard !asked.plans.isEmpty else { return PlanQuestion.empty("budget", columns([])) }
        var sections = asked.sections("budget", title) { section(BudgetCheck(plan: $0)) }
        let first = asked.plans.first?.programme.id
        sections += asked.plans.compactMap { plan -> ReportSection? in
            guard var section = BudgetSources(plan).section else { return nil }
            let id = plan.programme.id
            section.code = id == first ? "sources" : "sources-\(id)"
            if asked.plans.count > 1 {
                section.title = BudgetSources.title + Text(same: ": \(plan.programme.title)")
            }
            return section
        }
        let findings = asked.plans.flatMap { BudgetCheck(plan: $0).findings }
        if !findings.isEmpty { sections.append(checks(findings)) }
        return ReportDocument(
            notes: [
                Text(
                    lv: "Summas ir eiro. Kopsummas saskaitītas no rindām; tukša šūna nav nulle.",
                    en: "Amounts are in euros. Sums are added up from lines; a blank is no nought."
                )
            ],
            sections
        )
    }

    private static func columns(_ years: [Int]) -> [ReportColumn] {
        [
            ReportColumn("number", PlanWords.number, .words),
            ReportColumn("line", PlanWords.budgetLine, .words),
        ] + years.map { ReportColumn("y\($0)", Text(same: String($0))).made(PlanMaking.planned) } + [
            ReportColumn("total", PlanWords.total).made(PlanMaking.total(years)),
            ReportColumn("spent", PlanWords.spent).made(PlanMaking.spent),
            ReportColumn("source", PlanWords.moneySource, .words, optional: true),
            ReportColumn("note", Text(lv: "Piezīmes", en: "Note"), .words, optional: true),
        ]
    }

    static func section(_ check: BudgetCheck) -> ReportSection {
        let years = check.years
        let rows = check.plan.lines.map { line in
            ReportRow(
                [.text(line.number), .text(line.name)] + years.map { .money(check.planned(line, $0)) } + [
                    .money(check.total(line)), .money(check.sum(years) { check.spent(line, $0) }),
                    .text(line.source), .text(line.note),
                ]
            )
        }
        let sums = years.map { year in check.sum(check.tops) { check.planned($0, year) } }
        let spent = check.sum(check.tops) { line in check.sum(years) { check.spent(line, $0) } }
        let total = ReportRow(
            [.blank, .words(PlanWords.total)] + sums.map { .money($0) } + [
                .money(check.sum(check.tops) { check.total($0) }), .money(spent), .blank, .blank,
            ]
        )
        return ReportSection(columns: columns(years), rows: rows, total: rows.isEmpty ? nil : total)
    }

    private static func checks(_ findings: [PlanFinding]) -> ReportSection {
        ReportSection(
            "checks",
            title: Text(lv: "Summas, kas nesakrīt", en: "Sums that do not agree"),
            columns: [
                ReportColumn("number", PlanWords.number, .words),
                ReportColumn("finding", Text(lv: "Kas nesakrīt", en: "What does not agree"), .words),
            ],
            rows: findings.map { ReportRow([.text($0.number), .words($0.words)]) }
        )
    }
}
