internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// Indicators with baseline, targets and the latest value.
struct PlanIndicators: Renderable {
    let view: PlanView
    let readings: [Int: IndicatorReading]

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
        var table = PlanTable(
            id: "indicators",
            title: Text(lv: "Rezultatīvie rādītāji", en: "Indicators"),
            language: language,
            columns: columns,
            rows: plan.indicators.map(row)
        )
        table.place = "indicators-section"
        table.empty = (
            words: Text(lv: "Rādītāju vēl nav", en: "There are no indicators yet"),
            advice: Text(
                lv: "Pievienojiet rādītāju ar bāzes vērtību, mērķi un datu avotu.",
                en: "Add an indicator with its baseline, target and source."
            )
        )
        let add = view.addButton(
            Text(lv: "Pievienot rādītāju", en: "Add an indicator"),
            "\(view.address)/indicators/new"
        )
        table.below = PlanButtons([add]).html
        return table.html
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
        cells.append(latest(indicator))
        if view.mayEdit, indicator.origin == .measure, readings[indicator.id]?.mayBeTyped != true {
            // Its values are counted; nobody types those of years that the measure knows.
            cells.append(.words(""))
        } else if view.mayEdit {
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

    /// The latest value; that of a measure leads to its making.
    private func latest(_ indicator: Indicator) -> DataTable.Cell {
        let language = view.language
        guard let reading = readings[indicator.id], let value = reading.latest else { return .noData }
        let isMissed = reading.standing == .below && !reading.isUnderWay
        let origin = value.stated(indicator).map { Text(same: "; ") + $0 } ?? Text(same: "")
        let note = note(value, reading) + origin[language]
        guard let words = value.words(indicator, language) else {
            if case .figure(let figure) = value { return .figure(figure, language) }
            return .noData
        }
        guard case .figure(let figure) = value else {
            return .words(words, note: note, needsAttention: isMissed)
        }
        let mayOpen = !view.desk.asker.reach(.readFigures, on: view.today).isEmpty
        return .words(
            words,
            note: note,
            address: mayOpen ? figure.making : nil,
            needsAttention: isMissed
        )
    }

    /// The year of a value and how it stands; of a school year that runs, that it is so till now.
    private func note(_ value: IndicatorReading.Value, _ reading: IndicatorReading) -> String {
        let standing: Text
        switch (reading.standing == .reached, reading.isSoFar) {
        case (true, true): standing = Text(lv: ", līdz šim atbilst mērķim", en: ", so far as the target asks")
        case (false, true): standing = Text(lv: ", līdz šim", en: ", so far")
        case (true, false): standing = Text(lv: ", mērķis sasniegts", en: ", target reached")
        case (false, false): standing = Text(same: "")
        }
        return (value.year + standing)[view.language]
    }
}
