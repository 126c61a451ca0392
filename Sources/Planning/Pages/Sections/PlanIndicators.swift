internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// Indicators with baseline, targets and the latest value.
struct PlanIndicators: Renderable {
    let view: PlanView

    private var years: [Int] { Array(Set(view.plan.targets.map(\.year))).sorted() }

    var html: HTML {
        let (plan, language) = (view.plan, view.language)
        guard !plan.indicators.isEmpty || view.mayEdit else { return "" }
        var columns = [
            DataTable.Column(PlanWords.number[language], width: .narrow),
            DataTable.Column(Text(lv: "Rādītājs", en: "Indicator")[language], width: .broad),
            DataTable.Column(Text(lv: "Bāze", en: "Baseline")[language], .number),
        ]
        columns += years.map {
            DataTable.Column(Text(lv: "Mērķis \($0)", en: "Target \($0)")[language], .number)
        }
        columns.append(DataTable.Column(Text(lv: "Pēdējā vērtība", en: "Latest value")[language], .number))
        if view.mayEdit {
            columns.append(DataTable.Column(Text(lv: "Darbība", en: "Action")[language], width: .narrow))
        }
        var table = DataTable(
            id: "indicators",
            language,
            caption: Text(lv: "Rezultatīvie rādītāji", en: "Indicators")[language],
            columns: columns,
            rows: plan.indicators.map(row)
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            Text(lv: "Rādītāju vēl nav", en: "There are no indicators yet")[language],
            advice: Text(
                lv: "Pievienojiet rādītāju ar bāzes vērtību, mērķi un datu avotu.",
                en: "Add an indicator with its baseline, target and source."
            )[language]
        )
        let add = view.addButton(
            Text(lv: "Pievienot rādītāju", en: "Add an indicator"),
            "\(view.address)/indicators/new"
        )
        return Section(
            Text(lv: "Rezultatīvie rādītāji", en: "Indicators")[language],
            id: "indicators-section",
            "\(table)\(PlanButtons([add]))"
        ).html
    }

    private func row(_ indicator: Indicator) -> DataTable.Row {
        let language = view.language
        let targets = view.plan.targets(of: indicator)
        let name = indicator.part.isEmpty ? indicator.name : "\(indicator.name): \(indicator.part)"
        var cells: [DataTable.Cell] = [
            .words(indicator.number),
            .words(
                name,
                note: indicator.source.isEmpty ? nil : indicator.source,
                address: view.mayEdit ? "/planning/indicators/\(indicator.id)/edit" : nil
            ), base(indicator),
        ]
        cells += years.map { year in
            guard let target = targets.first(where: { $0.year == year }) else { return .words("–") }
            let words = indicator.words(target, language)
            guard view.mayEdit else { return .words(words) }
            return .words(words, address: "/planning/indicators/\(indicator.id)/targets/\(year)")
        }
        cells.append(latest(indicator, targets))
        if view.mayEdit {
            let year = view.year.calendar
            cells.append(
                .markup(
                    """
                    <a href="\("/planning/indicators/\(indicator.id)/values/\(year)" as Address)">\
                    \(Text(lv: "Ievadīt\u{a0}\(year)", en: "Enter\u{a0}\(year)"), language)\
                    <span class="unseen"> \(indicator.label)</span></a>
                    """
                )
            )
        }
        return DataTable.Row(cells)
    }

    private func base(_ indicator: Indicator) -> DataTable.Cell {
        if let base = indicator.base { return .words(indicator.words(base, view.language)) }
        guard let due = indicator.baseDue else { return .noData }
        let words = Text(lv: "līdz \(view.format.day(due))", en: "by \(view.format.day(due))")[view.language]
        return .words(words, needsAttention: due < view.today)
    }

    private func latest(_ indicator: Indicator, _ targets: [Target]) -> DataTable.Cell {
        let values = view.plan.values(of: indicator)
        guard let last = values.last else {
            guard indicator.origin == .measure else { return .noData }
            let words = Text(lv: "atskaitē", en: "in the report")[view.language]
            return .words(words, address: "/reports/planning/indicators")
        }
        let aim = targets.first { $0.year >= last.year } ?? targets.last
        let before = values.dropLast().last?.amount ?? indicator.base
        let standing = aim.map {
            IndicatorPath(indicator, targets).standing(last.amount, $0, before: before)
        }
        let isMissed = standing == .below && aim.map { $0.year <= last.year } == true
        let note =
            standing == .reached
            ? Text(lv: "\(last.year), mērķis sasniegts", en: "\(last.year), target reached")[view.language]
            : String(last.year)
        return .words(indicator.words(last.amount, view.language), note: note, needsAttention: isMissed)
    }
}
