import Kernel

/// The picture of a scatter chart for one width.
struct ScatterPlot {
    private let chart: Scatter
    private let canvas: Canvas
    private let x: Axis
    private let y: Axis
    private let box: (left: Double, right: Double, top: Double, bottom: Double)

    init(_ chart: Scatter, _ canvas: Canvas) {
        self.chart = chart
        self.canvas = canvas
        let (xs, ys) = (chart.dots.map(\.x), chart.dots.map(\.y))
        let xTicks = Ticks(xs.min() ?? 0, xs.max() ?? 1, about: canvas.isSlim ? 4 : 8)
        let yTicks = Ticks(ys.min() ?? 0, ys.max() ?? 1, about: 5)
        let widest = ScatterPlot.words(chart.y, yTicks, chart.head.language).map(Lettering.width).max() ?? 0
        box = (widest + 12, canvas.width - 16, 34, canvas.isSlim ? 290 : 390)
        x = Axis(ticks: xTicks, start: box.left, end: box.right)
        y = Axis(ticks: yTicks, start: box.bottom, end: box.top)
    }

    var drawing: Drawing {
        var drawing = Drawing(height: box.bottom + 46)
        drawing.shapes += "\(grid)\(names)\(chart.dots.map(mark))"
        return drawing
    }

    private static func words(_ side: Scatter.Side, _ ticks: Ticks, _ language: Language) -> [String] {
        ticks.values.map { side.units.tick($0, step: ticks.step, language, isLast: $0 == ticks.high) }
    }

    private var grid: HTML {
        var grid = HTML()
        let language = chart.head.language
        for (value, words) in zip(y.ticks.values, ScatterPlot.words(chart.y, y.ticks, language)) {
            let place = y.place(value)
            let name = value == y.ticks.low ? "axis" : "grid"
            grid += Shapes.line(Spot(x: box.left, y: place), Spot(x: box.right, y: place), class: name)
            grid += Shapes.text(words, at: Spot(x: box.left - 8, y: place + 4.5), .end)
        }
        for (value, words) in zip(x.ticks.values, ScatterPlot.words(chart.x, x.ticks, language)) {
            let place = x.place(value)
            let name = value == x.ticks.low ? "axis" : "grid"
            grid += Shapes.line(Spot(x: place, y: box.top), Spot(x: place, y: box.bottom), class: name)
            grid += Shapes.text(words, at: Spot(x: place, y: box.bottom + 19), .middle)
        }
        return grid
    }

    private var names: HTML {
        Shapes.text("↑ \(chart.y.name)", at: Spot(x: 0, y: 13), class: "value", fill: "#1a1d21")
            + Shapes.text(
                "\(chart.x.name) →",
                at: Spot(x: box.right, y: box.bottom + 40),
                .end,
                class: "value",
                fill: "#1a1d21"
            )
    }

    private func mark(_ dot: Scatter.Dot) -> HTML {
        let title: HTML? = dot.name.map { "<title>\($0)</title>" }
        return """
            <circle class="mark soft halo \(dot.meaning.cssClass)" fill="\(dot.meaning.hex)" \
            cx="\(Px(x.place(dot.x)))" cy="\(Px(y.place(dot.y)))" r="5">\(title)</circle>
            """
    }
}
