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
        let xs: [Int]
        let ys: [Int]
        switch chart.marks {
        case .points(let dots): (xs, ys) = (dots.map(\.x), dots.map(\.y))
        case .bins(let bins):
            xs = bins.flatMap { [$0.x.lowerBound, $0.x.upperBound] }
            ys = bins.flatMap { [$0.y.lowerBound, $0.y.upperBound] }
        }
        let ends = chart.fit.map { [$0.from, $0.to] } ?? []
        let (allX, allY) = (xs + ends.map(\.x), ys + ends.map(\.y))
        let xTicks = Ticks(allX.min() ?? 0, allX.max() ?? 1, about: canvas.isSlim ? 4 : 8)
        let yTicks = Ticks(allY.min() ?? 0, allY.max() ?? 1, about: 5)
        let widest = ScatterPlot.words(chart.y, yTicks, chart.head.language).map(Lettering.width).max() ?? 0
        box = (widest + 12, canvas.width - 16, 34, canvas.isSlim ? 290 : 390)
        x = Axis(ticks: xTicks, start: box.left, end: box.right)
        y = Axis(ticks: yTicks, start: box.bottom, end: box.top)
    }

    var drawing: Drawing {
        var drawing = Drawing(height: box.bottom + 46)
        drawing.shapes += "\(grid)\(names)"
        if let fit = chart.fit {
            drawing.shapes += Shapes.line(
                spot(fit.from.x, fit.from.y),
                spot(fit.to.x, fit.to.y),
                class: "fit",
                stroke: "#1a1d21"
            )
        }
        switch chart.marks {
        case .points(let dots): drawing.shapes += "\(dots.map(mark))"
        case .bins(let bins): drawing.shapes += "\(circles(bins))"
        }
        return drawing
    }

    private func spot(_ xValue: Int, _ yValue: Int) -> Spot {
        Spot(x: x.place(xValue), y: y.place(yValue))
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
        let place = spot(dot.x, dot.y)
        let title: HTML? = dot.name.map { "<title>\($0)</title>" }
        return """
            <circle class="mark soft halo \(dot.meaning.cssClass)" fill="\(dot.meaning.hex)" cx="\(Px(place.x))" \
            cy="\(Px(place.y))" r="5">\(title)</circle>
            """
    }

    /// Circles whose area grows with the number; the largest just fits its field.
    private func circles(_ bins: [Scatter.Bin]) -> [HTML] {
        let most = Double(max(bins.map(\.count).max() ?? 1, 1))
        return bins.filter { $0.count > 0 }.map { bin in
            let from = spot(bin.x.lowerBound, bin.y.lowerBound)
            let to = spot(bin.x.upperBound, bin.y.upperBound)
            let middle = Spot(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2)
            let reach = min(abs(to.x - from.x), abs(to.y - from.y)) / 2 - 1
            let radius = max(reach * (Double(bin.count) / most).squareRoot(), 2)
            let words = Format(chart.head.language).integer(bin.count)
            let number: HTML? =
                Lettering.width(words) < radius * 1.7
                ? Shapes.text(
                    words,
                    at: Spot(x: middle.x, y: middle.y + 4.5),
                    .middle,
                    class: "upon m-data",
                    fill: "#ffffff"
                )
                : nil
            return "\(Marker.circle.html(at: middle, radius: radius, .data))\(number)"
        }
    }
}
