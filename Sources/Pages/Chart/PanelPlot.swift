import Kernel

/// The picture of small multiples for one width: four panels in a row, or two on a phone.
struct PanelPlot {
    private let chart: SmallMultiples
    private let canvas: Canvas
    private let ticks: Ticks
    private let gutter: Double
    private let panel: (width: Double, head: Double, plot: Double)
    private let perRow: Int

    init(_ chart: SmallMultiples, _ canvas: Canvas) {
        self.chart = chart
        self.canvas = canvas
        let all = chart.panels + (chart.comparison.map { [$0] } ?? [])
        let values = all.flatMap { $0.values.compactMap(\.self) } + (chart.fromZero ? [0] : [])
        let ticks = Ticks(values.min() ?? 0, values.max() ?? 1, about: 2)
        self.ticks = ticks
        perRow = canvas.isSlim ? 2 : 4
        let numbers = [ticks.low, ticks.high].map { chart.units.words($0, chart.head.language) }
        gutter = (numbers.map(Lettering.width).max() ?? 0) + 8
        let width = (canvas.width - gutter - Double(perRow - 1) * 24) / Double(perRow)
        let lines = chart.panels.map { Lettering.lines($0.name, within: width).count }.max() ?? 1
        panel = (width, Double(lines) * Lettering.line + 8, 74)
    }

    var drawing: Drawing {
        let height = panel.head + panel.plot + 34
        var drawing = Drawing(height: Double((chart.panels.count + perRow - 1) / perRow) * height)
        for (index, one) in chart.panels.enumerated() {
            let left = gutter + Double(index % perRow) * (panel.width + 24)
            let top = Double(index / perRow) * height
            drawing.shapes += draw(one, Spot(x: left, y: top), isFirst: index % perRow == 0)
        }
        return drawing
    }

    private func draw(_ one: SmallMultiples.Panel, _ corner: Spot, isFirst: Bool) -> HTML {
        let top = corner.y + panel.head
        let axis = Axis(ticks: ticks, start: top + panel.plot, end: top)
        var out = HTML()
        let lines = Lettering.lines(one.name, within: panel.width)
        for (index, words) in lines.enumerated() {
            let y = top - 10 - Double(lines.count - 1 - index) * Lettering.line
            out += Shapes.text(words, at: Spot(x: corner.x, y: y), class: "name", fill: "#1a1d21")
        }
        for value in ticks.values {
            let y = axis.place(value)
            let (from, to) = (Spot(x: corner.x, y: y), Spot(x: corner.x + panel.width, y: y))
            out += Shapes.line(from, to, class: value == ticks.low ? "axis" : "grid")
            if isFirst {
                let words = chart.units.tick(
                    value,
                    step: ticks.step,
                    chart.head.language,
                    isLast: value == ticks.high
                )
                out += Shapes.text(words, at: Spot(x: corner.x - 6, y: y + 4.5), .end)
            }
        }
        if let comparison = chart.comparison {
            out += Path(spots(comparison, corner.x, axis)).html(class: "line thin", .other)
        }
        return out + line(one, corner, axis)
    }

    private func line(_ one: SmallMultiples.Panel, _ corner: Spot, _ axis: Axis) -> HTML {
        let spots = spots(one, corner.x, axis)
        var out = Path(spots).html(class: "line", one.meaning)
        let foot = axis.start + 18
        let ends = [chart.categories.first, chart.categories.last].compactMap(\.self)
        // On a phone long names of periods would run into one another: the last alone stands there.
        let fits = ends.reduce(0) { $0 + Lettering.width($1) } + 8 <= panel.width
        if let first = ends.first, fits || chart.categories.count == 1 {
            out += Shapes.text(first, at: Spot(x: corner.x, y: foot))
        }
        if let last = chart.categories.last, chart.categories.count > 1 {
            out += Shapes.text(last, at: Spot(x: corner.x + panel.width, y: foot), .end)
        }
        guard let end = spots.last(where: { $0 != nil }) ?? nil,
            let value = one.values.last(where: { $0 != nil }) ?? nil
        else { return out }
        out += Marker.circle.html(at: end, radius: 3.5, one.meaning)
        return out
            + Shapes.text(
                chart.units.words(value, chart.head.language),
                at: Spot(
                    x: min(end.x + 4, corner.x + panel.width),
                    y: end.y < corner.y + panel.head + 13 ? end.y + 18 : end.y - 9
                ),
                .end,
                class: "name \(one.meaning.cssClass)",
                fill: one.meaning.textHex
            )
    }

    private func spots(_ one: SmallMultiples.Panel, _ left: Double, _ axis: Axis) -> [Spot?] {
        let step = chart.categories.count > 1 ? (panel.width - 8) / Double(chart.categories.count - 1) : 0
        return one.values.prefix(chart.categories.count).enumerated().map { index, value in
            value.map { Spot(x: left + 4 + Double(index) * step, y: axis.place($0)) }
        }
    }
}
