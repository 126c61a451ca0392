internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// Money by line and year, with the sums that do not agree; editors see all lines and the years that lie ahead.
struct PlanMoney: Renderable {
    let view: PlanView
    private let check: BudgetCheck
    private let mayEdit: Bool
    private let years: [Int]
    private let findings: [PlanFinding]

    init(view: PlanView) {
        self.view = view
        check = BudgetCheck(plan: view.plan)
        mayEdit = view.mayEdit
        years = mayEdit ? Set(check.years + view.plan.years).sorted() : check.years
        findings = check.findings
    }

    private var language: Language { view.language }

    var html: HTML {
        guard !view.plan.lines.isEmpty || mayEdit else { return "" }
        let lines = mayEdit || view.former != nil ? view.plan.lines : check.tops
        let all: HTML? =
            view.plan.lines.isEmpty || view.former != nil
            ? nil
            : "<p>\(Link(Text(lv: "Visas budžeta rindas", en: "All lines of the budget")[language], "/reports/planning/budget"))</p>"
        let add = view.addButton(
            Text(lv: "Pievienot budžeta rindu", en: "Add a budget line"),
            "\(view.address)/lines/new"
        )
        var table = PlanTable(
            id: "budget",
            title: Text(lv: "Budžets, EUR", en: "Budget, EUR"),
            language: language,
            columns: columns,
            rows: lines.map(row)
        )
        table.place = "money"
        table.totals = [totals]
        table.empty = (
            words: Text(lv: "Budžeta rindu vēl nav", en: "There are no budget lines yet"),
            advice: Text(
                lv: "Pievienojiet rindu un tās summas pa gadiem vai importējiet budžeta tabulu.",
                en: "Add a line and its amounts by year, or import the table of the budget."
            )
        )
        table.below = "\(wrong)\(all)\(PlanButtons([add]))"
        return table.html
    }

    private var columns: [DataTable.Column] {
        var columns = [
            DataTable.Column(PlanWords.number[language], width: .narrow),
            DataTable.Column(PlanWords.budgetLine[language]),
        ]
        columns += years.map { DataTable.Column(String($0), .number) }
        columns.append(DataTable.Column(PlanWords.total[language], .number))
        columns.append(DataTable.Column(PlanWords.spent[language], .number))
        if mayEdit {
            columns.append(DataTable.Column(Text(lv: "Darbība", en: "Action")[language], width: .narrow))
        }
        return columns
    }

    private func row(_ line: BudgetLine) -> DataTable.Row {
        var cells: [DataTable.Cell] = [
            .words(line.number),
            .words(
                line.name,
                note: line.source.isEmpty ? nil : line.source,
                address: mayEdit ? Address(BudgetLine.page(line.id)) : nil
            ),
        ]
        cells += years.map { amount(line, $0) }
        cells.append(money(check.total(line), isWrong: findings.contains { $0.subject == .line(line.id) }))
        cells.append(money(check.sum(years) { check.spent(line, $0) }))
        if mayEdit {
            let words = Text(lv: "Pievienot daļu", en: "Add a part")
            let path = "\(view.address)/lines/new?under=\(line.id)"
            cells.append(.markup(view.link(words, path, about: line.number)))
        }
        return DataTable.Row(cells)
    }

    /// What is planned in a year, for editors with the page of the year's amounts.
    private func amount(_ line: BudgetLine, _ year: Int) -> DataTable.Cell {
        let planned = check.planned(line, year)
        let isWrong = findings.contains { $0.subject == .amount(line.id, year: year) }
        guard mayEdit else { return money(planned, isWrong: isWrong) }
        let path = BudgetAmount.page(line.id, year)
        guard let planned else {
            let words = Text(lv: "Ievadīt", en: "Enter")
            return .markup(view.link(words, path, about: "\(line.number), \(year)"))
        }
        var cell = money(planned, isWrong: isWrong)
        cell.address = Address(path)
        return cell
    }

    private func money(_ cents: Int?, isWrong: Bool = false) -> DataTable.Cell {
        cents.map { .words(Money.digits($0, language), needsAttention: isWrong) } ?? .words("–")
    }

    private var totals: DataTable.Row {
        let tops = check.tops
        var cells: [DataTable.Cell] = [.words(""), .words(PlanWords.total[language])]
        cells += years.map { year in money(check.sum(tops) { check.planned($0, year) }) }
        cells.append(money(check.sum(tops) { check.total($0) }))
        cells.append(money(check.sum(tops) { line in check.sum(years) { check.spent(line, $0) } }))
        if mayEdit { cells.append(.words("")) }
        return DataTable.Row(cells)
    }

    /// The sums that do not agree, in the words in which an import tells them.
    private var wrong: HTML? {
        guard !findings.isEmpty else { return nil }
        let head = Notice(
            .attention,
            language,
            Text(lv: "Ne visas summas sakrīt.", en: "Not all sums agree.")[language],
            more: BudgetCheck.advice[language]
        )
        let items: [HTML] = findings.map { "<li>\($0.words, language)</li>" }
        return "\(head)<ul class=\"index\">\(items)</ul>"
    }
}
