import Kernel

/// The picture of a line chart for one width.
struct LinePlot {
    private let chart: LineChart
    private let canvas: Canvas
    private let ticks: Ticks
    private let tickWords: [String]
    private let labels: [String]
    private let box: (left: Double, right: Double, top: Double, bottom: Double)

    init(_ chart: LineChart, _ canvas: Canvas) {
        self.chart = chart
        self.canvas = canvas
        let (units, language) = (chart.units, chart.head.language)
        let values = chart.series.flatMap { $0.values.compactMap(\.self) } + (chart.fromZero ? [0] : [])
        let ticks = Ticks(values.min() ?? 0, values.max() ?? 1, about: canvas.isSlim ? 4 : 5)
        self.ticks = ticks
        tickWords = ticks.values.map {
            units.tick($0, step: ticks.step, language, isLast: $0 == ticks.high)
        }
        labels = chart.series.map { line in
            let last = line.values.last { $0 != nil } ?? nil
            let number = last.map { units.words($0, language) } ?? ""
            return canvas.isSlim ? number : "\(line.name) \(number)"
        }
        let left = (tickWords.map(Lettering.width).max() ?? 0) + 10
        // Names are written in bold, which is a little wider than the estimate.
        let right = canvas.width - (labels.map(Lettering.width).max() ?? 0) * 1.05 - 16
        box = (left, right, 14, canvas.isSlim ? 210 : 260)
    }

    var drawing: Drawing {
        var drawing = Drawing(height: box.bottom + 30)
        drawing.shapes += "\(grid)\(categoryLabels)\(mark)"
        for line in chart.series { drawing.shapes += Path(spots(line)).html(class: "line", line.meaning) }
        drawing.shapes += endLabels
        return drawing
    }

    private var axis: Axis { Axis(ticks: ticks, start: box.bottom, end: box.top) }

    private func x(_ index: Int) -> Double {
        let count = chart.categories.count
        return count > 1
            ? box.left + 8 + (box.right - box.left - 16) * Double(index) / Double(count - 1)
            : (box.left + box.right) / 2
    }

    private func spots(_ line: LineChart.Series) -> [Spot?] {
        line.values.prefix(chart.categories.count).enumerated().map { index, value in
            value.map { Spot(x: x(index), y: axis.place($0)) }
        }
    }

    private var grid: HTML {
        var grid = HTML()
        for (value, words) in zip(ticks.values, tickWords) {
            let y = axis.place(value)
            let name = value == ticks.low ? "axis" : "grid"
            grid += Shapes.line(Spot(x: box.left, y: y), Spot(x: box.right, y: y), class: name)
            grid += Shapes.text(words, at: Spot(x: box.left - 8, y: y + 4.5), .end)
        }
        return grid
    }

    /// As many labels as fit, counted from the last, which is the present.
    private var categoryLabels: HTML {
        let count = chart.categories.count
        let widest = (chart.categories.map(Lettering.width).max() ?? 0) + 8
        let room = count > 1 ? x(1) - x(0) : box.right - box.left
        let every = max(1, Int((widest / max(room, 1)).rounded(.up)))
        var out = HTML()
        for (index, words) in chart.categories.enumerated() where (count - 1 - index) % every == 0 {
            out += Shapes.text(words, at: Spot(x: x(index), y: box.bottom + 20), .middle)
        }
        return out
    }

    /// An upright line half way between two categories, its words on the side with more room.
    private var mark: HTML? {
        guard let mark = chart.mark else { return nil }
        let half = chart.categories.count > 1 ? (x(1) - x(0)) / 2 : 0
        let place = x(mark.before) - half
        let isLeft = place - box.left > box.right - place
        let words = Spot(x: place + (isLeft ? -6 : 6), y: box.top + 4)
        return """
            \(Shapes.line(Spot(x: place, y: box.top - 8), Spot(x: place, y: box.bottom), class: "divide"))\
            \(Shapes.text(mark.words, at: words, isLeft ? .end : .start))
            """
    }

    private var endLabels: HTML {
        let ends = chart.series.map { spots($0).last { $0 != nil } ?? nil }
        let shown = ends.indices.filter { ends[$0] != nil }
        let wanted = shown.map { ends[$0]?.y ?? 0 }
        let places = LabelPlacement.spread(wanted, gap: 17, within: (box.top - 4)...(box.bottom - 2))
        var out = HTML()
        for (index, y) in zip(shown, places) {
            guard let end = ends[index] else { continue }
            let meaning = chart.series[index].meaning
            let start = Spot(x: box.right + 6, y: y)
            if abs(y - end.y) > 5 || end.x < box.right - 9 {
                out += Shapes.line(Spot(x: end.x + 5, y: end.y), Spot(x: start.x - 1, y: y), class: "lead")
            }
            out += Marker.of(index).html(at: end, radius: 4, meaning)
            out += Shapes.text(
                labels[index],
                at: Spot(x: start.x + 2, y: y + 4.5),
                class: "name \(meaning.cssClass)",
                fill: meaning.textHex
            )
        }
        return out
    }
}
