internal import Frame
internal import Kernel
internal import Registry

/// The money of a programme by who pays: each amount is of the source that its line names, or of the nearest line above
/// that names one.
///
/// Where parts of a line have amounts of a year, these are counted and not the line's own, which is their sum.
struct BudgetSources {
    static let title = Text(lv: "Budžets pa finanšu avotiem", en: "Budget by source of finance")
    private static let unnamed = Text(lv: "avots nav norādīts", en: "no source named")

    private let check: BudgetCheck
    /// In the order in which lines name them; without a name those that no line names.
    private var sources: [String] = []
    /// Cents by source and year.
    private var sums: [String: [Int: Int]] = [:]

    init(_ plan: Plan) {
        check = BudgetCheck(plan: plan)
        for line in check.tops {
            for year in check.years { add(line, year, "") }
        }
    }

    /// The table; nil where all money is of one source, or of none that is named.
    var section: ReportSection? {
        guard sources.count > 1 else { return nil }
        let years = check.years
        let columns = years.map { ReportColumn("y\($0)", Text(same: String($0))).made(PlanMaking.bySource) }
        let rows = sources.map { source -> ReportRow in
            let own = sums[source] ?? [:]
            let name: ReportCell = source.isEmpty ? .words(BudgetSources.unnamed) : .text(source)
            let total = ReportCell.money(own.values.reduce(0, +))
            return ReportRow([name] + years.map { ReportCell.money(own[$0]) } + [total])
        }
        return ReportSection(
            title: BudgetSources.title,
            columns: [ReportColumn("source", PlanWords.moneySource, .words)] + columns
                + [ReportColumn("total", PlanWords.total).made(PlanMaking.total(years))],
            rows: rows
        )
    }

    private mutating func add(_ line: BudgetLine, _ year: Int, _ whole: String) {
        let source = line.source.isEmpty ? whole : line.source
        let parts = check.parts(of: line)
        let known = parts.contains { check.planned($0, year) != nil }
        if known {
            for part in parts { add(part, year, source) }
        } else if let planned = check.planned(line, year) {
            if sums[source] == nil { sources.append(source) }
            sums[source, default: [:]][year, default: 0] += planned
        }
    }
}
