internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// Money by line and year.
struct PlanMoney: Renderable {
    let view: PlanView

    var html: HTML {
        let check = BudgetCheck(plan: view.plan)
        guard !view.plan.lines.isEmpty else { return "" }
        let language = view.language
        let years = check.years
        func cell(_ cents: Int?) -> DataTable.Cell {
            cents.map { .words(Money.digits($0, language)) } ?? .words("–")
        }
        var table = DataTable(
            id: "budget",
            language,
            caption: Text(lv: "Budžets, EUR", en: "Budget, EUR")[language],
            columns: [
                DataTable.Column(PlanWords.number[language], width: .narrow),
                DataTable.Column(Text(lv: "Pasākums", en: "Line")[language]),
            ] + years.map { DataTable.Column(String($0), .number) } + [
                DataTable.Column(PlanWords.total[language], .number),
                DataTable.Column(Text(lv: "Izlietots", en: "Spent")[language], .number),
            ],
            rows: check.tops.map { line in
                DataTable.Row(
                    [.words(line.number), .words(line.name, note: line.source.isEmpty ? nil : line.source)]
                        + years.map { cell(check.planned(line, $0)) }
                        + [cell(check.total(line)), cell(check.sum(years) { check.spent(line, $0) })]
                )
            }
        )
        table.hidesCaption = true
        table.totals = [
            DataTable.Row(
                [.words(""), .words(PlanWords.total[language])]
                    + years.map { year in cell(check.sum(check.tops) { check.planned($0, year) }) }
                    + [
                        cell(check.sum(check.tops) { check.total($0) }),
                        cell(check.sum(check.tops) { line in check.sum(years) { check.spent(line, $0) } }),
                    ]
            )
        ]
        let all = Link(
            Text(lv: "Visas budžeta rindas", en: "All lines of the budget")[language],
            "/reports/planning/budget"
        )
        return Section(Text(lv: "Budžets, EUR", en: "Budget, EUR")[language], "\(table)<p>\(all)</p>").html
    }
}
