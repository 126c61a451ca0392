import Frame
import Kernel
import Pages

/// The picture of a report's section, drawn from the section's own rows.
struct ChartFace {
    let report: AnsweredReport
    var section: ReportSection
    let language: Language
    /// Whether the section's table stands under the picture.
    var hasTableBelow = false
    /// The section's table, which is folded under a picture of points, and whether it is open there.
    var folded: (table: DataTable, isOpen: Bool)?
    /// What its id begins with.
    var place = ""
    /// Whether its title is said by the heading above it.
    var hidesTitle = true

    /// More lines than this over one another are a tangle; each then gets a small picture of its own.
    private static let mostLines = 3
    private static let mostPanels = 24

    var html: HTML? {
        switch section.chart {
        case nil: nil
        case .bars(let column): bars(column)
        case .barsOfEach(let columns): barsOfEach(columns)
        case .stack(let columns, let tokens, let share): stack(columns, tokens, share)
        case .lines(let columns): lines(columns)
        case .timeline(let columns, let mark, let words): timeline(columns, mark, words)
        case .scatter(let x, let y): scatter(x, y)
        }
    }

    private var head: ChartHead {
        let finding = finding
        var head = ChartHead(
            id: "\(place)chart-\(section.code)",
            language,
            title: (section.title ?? report.title)[language],
            summary: (finding ?? report.document.finding ?? report.purpose)[language],
            hidesTitle: hidesTitle
        )
        // What a report found of all its data stands in the head of the page already.
        head.hidesSummary = finding == nil
        head.hasTableBelow = hasTableBelow
        head.opensTable = folded?.isOpen ?? false
        return head
    }

    /// What one sees in the picture; of points the report says more, with a measure of how they go together.
    private var finding: Text? {
        if case .scatter = section.chart, report.document.finding != nil { return nil }
        return ChartFinding(section: section).words
    }

    private func index(_ code: String) -> Int? {
        section.columns.firstIndex { $0.code == code }
    }

    private func number(_ cell: ReportCell) -> Int? {
        guard case .number(let value, _, _) = FaceValue(cell) else { return nil }
        return value
    }

    /// The units of columns that share an axis, from the first number known in any of them.
    private func units(_ columns: [Int]) -> Units {
        for row in section.rows {
            for column in columns {
                guard case .number(_, let decimals, let percent) = FaceValue(row.cells[column]) else {
                    continue
                }
                return Units(decimals: decimals, sign: percent ? "%" : "")
            }
        }
        return Units(decimals: 0)
    }

    private func name(_ row: ReportRow) -> String {
        row.cells.first.map { FaceValue($0).words(language) } ?? ""
    }

    private func bars(_ code: String) -> HTML? {
        guard let column = index(code) else { return nil }
        // A target is a line across the bars; of the state nothing is drawn where nothing is known.
        let shown = section.rows.filter { row in
            row.benchmark == nil || row.benchmark == .state && number(row.cells[column]) != nil
        }
        let aims = section.rows.filter { $0.benchmark == .target }
        let aim = aims.lazy.compactMap { number($0.cells[column]) }.first
        let bars = shown.map { row -> BarChart.Bar in
            let cell = row.cells[column]
            let value: BarChart.Bar.Value =
                FaceValue(cell) == .hidden ? .suppressed : number(cell).map { .known($0) } ?? .noData
            return BarChart.Bar(name(row), value)
        }
        let names = (
            thing: section.columns[0].heading[language], value: section.columns[column].heading[language]
        )
        return BarChart(
            head,
            units: units([column]),
            names: names,
            bars: bars,
            reference: aim.map { BarChart.Reference(Text(lv: "Mērķis", en: "Target")[language], $0) }
        ).html
    }

    /// Small pictures side by side, each of a column of which something is known.
    private func barsOfEach(_ codes: [String]) -> HTML? {
        let pictures = codes.compactMap { code -> HTML? in
            guard let column = index(code),
                section.rows.contains(where: { $0.benchmark == nil && number($0.cells[column]) != nil })
            else { return nil }
            var part = section
            part.code += "-\(code)"
            part.title = section.columns[column].heading
            part.chart = .bars(column: code)
            var face = self
            face.section = part
            face.hidesTitle = false
            return face.html
        }
        guard !pictures.isEmpty else { return nil }
        return "<div class=\"multiples\">\(pictures)</div>"
    }

    private func stack(_ codes: [String], _ tokens: [String], _ share: Bool) -> HTML? {
        let columns = codes.compactMap(index)
        guard columns.count == codes.count, !columns.isEmpty else { return nil }
        let series = zip(columns, tokens).map { column, token in
            StackedBars.Series(section.columns[column].heading[language], Meaning(rawValue: token) ?? .data)
        }
        // Beside all lessons of a municipality those of one institution would be a line.
        let drawn = share ? section.rows[...] : section.own
        let rows = drawn.map { row -> StackedBars.Bar in
            let parts = columns.map { number(row.cells[$0]) }
            return StackedBars.Bar(name(row), parts.contains(nil) ? nil : parts.compactMap { $0 })
        }
        let thing = section.columns[0].heading[language]
        return StackedBars(
            head,
            units: units(columns),
            share ? .share : .absolute,
            thing: thing,
            series: series,
            bars: rows
        ).html
    }

    private func lines(_ codes: [String]) -> HTML? {
        let columns = codes.compactMap(index)
        // Where no number is known, or none may be seen, there is no line.
        let drawn = section.rows.filter { row in columns.contains { number(row.cells[$0]) != nil } }
        guard !drawn.isEmpty else { return nil }
        let categories = columns.map { section.columns[$0].heading[language] }
        guard drawn.count <= ChartFace.mostLines else {
            return SmallMultiples(
                head,
                units: units(columns),
                thing: section.columns[0].heading[language],
                categories: categories,
                panels: drawn.filter { !$0.isWider }.prefix(ChartFace.mostPanels).map { row in
                    SmallMultiples.Panel(name(row), columns.map { number(row.cells[$0]) })
                },
                comparison: drawn.first { $0.isWider }.map { row in
                    SmallMultiples.Panel(name(row), columns.map { number(row.cells[$0]) })
                }
            ).html
        }
        return line(columns, drawn).html
    }

    private func timeline(_ codes: [String], _ mark: Int, _ words: Text) -> HTML? {
        let columns = codes.compactMap(index)
        guard !columns.isEmpty else { return nil }
        var chart = line(columns, section.rows)
        chart.mark = LineChart.Mark(before: mark, words[language])
        return chart.html
    }

    private func line(_ columns: [Int], _ rows: [ReportRow]) -> LineChart {
        LineChart(
            head,
            units: units(columns),
            categoryName: Text(lv: "Periods", en: "Period")[language],
            categories: columns.map { section.columns[$0].heading[language] },
            series: rows.map { row in
                LineChart.Series(
                    name(row),
                    columns.map { number(row.cells[$0]) },
                    row.isWider ? .other : .data
                )
            }
        )
    }

    private func scatter(_ x: String, _ y: String) -> HTML? {
        guard let across = index(x), let up = index(y), let table = folded?.table else { return nil }
        let dots = section.rows.compactMap { row -> Scatter.Dot? in
            guard let x = number(row.cells[across]), let y = number(row.cells[up]) else { return nil }
            return Scatter.Dot(name(row), x: x, y: y)
        }
        return Scatter(
            head,
            x: Scatter.Side(section.columns[across].heading[language], units([across])),
            y: Scatter.Side(section.columns[up].heading[language], units([up])),
            dots: dots,
            table: table
        ).html
    }
}
