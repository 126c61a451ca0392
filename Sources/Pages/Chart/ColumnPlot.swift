import Kernel

/// The picture of stacked columns for one width.
struct ColumnPlot {
    private let chart: StackedColumns
    private let ticks: Ticks
    private let box: (left: Double, right: Double, top: Double, bottom: Double)
    private let axis: Axis

    init(_ chart: StackedColumns, _ canvas: Canvas) {
        self.chart = chart
        let marks = chart.reference?.values.compactMap(\.self) ?? []
        let wholes = chart.wholes.compactMap(\.self)
        ticks = Ticks(0, (wholes + marks).max() ?? 1, about: 4)
        box = (0, canvas.width, 20, canvas.isSlim ? 176 : 220)
        axis = Axis(ticks: ticks, start: box.bottom, end: box.top)
    }

    var drawing: Drawing {
        var drawing = Drawing(height: box.bottom + 24)
        drawing.shapes += Shapes.line(
            Spot(x: box.left, y: box.bottom),
            Spot(x: box.right, y: box.bottom),
            class: "axis"
        )
        for index in chart.categories.indices {
            drawing.shapes += column(index)
        }
        return drawing
    }

    private var step: Double { (box.right - box.left) / Double(max(chart.categories.count, 1)) }

    private func column(_ index: Int) -> HTML {
        let middle = box.left + step * (Double(index) + 0.5)
        let width = min(step * 0.66, 44)
        var out = Shapes.text(chart.categories[index], at: Spot(x: middle, y: box.bottom + 18), .middle)
        guard index < chart.wholes.count, let whole = chart.wholes[index] else { return out }
        var sum = 0
        for part in chart.series where index < part.values.count {
            guard let value = part.values[index], value > 0 else { continue }
            let (low, high) = (axis.place(sum), axis.place(sum + value))
            out += Shapes.bar(
                Spot(x: middle - width / 2, y: high),
                width: width,
                height: max(low - high - 1, 0.6),
                part.meaning
            )
            sum += value
        }
        let mark = reference(index)
        if let mark { out += line(middle, width, axis.place(mark)) }
        let words = Format(chart.head.language).decimal(whole, chart.units.decimals)
        return out
            + Shapes.text(
                words,
                at: Spot(x: middle, y: ColumnPlot.label(over: axis.place(whole), mark: mark.map(axis.place))),
                .middle,
                class: "value",
                fill: "#1a1d21"
            )
    }

    /// How high the letters of a number are, with what they keep from a line.
    private static let letters = 18.0

    /// Where the number of a column stands: over it, and where the mark would run through it or underline it, over the
    /// mark.
    static func label(over column: Double, mark: Double?) -> Double {
        guard let mark, mark > column - 6 - letters, mark < column + 4 else { return column - 6 }
        return min(column - 6, mark - 8)
    }

    private func reference(_ index: Int) -> Int? {
        guard let values = chart.reference?.values, index < values.count else { return nil }
        return values[index]
    }

    /// A dash across the column, a little wider than it.
    private func line(_ middle: Double, _ width: Double, _ y: Double) -> HTML {
        Shapes.bar(Spot(x: middle - width / 2 - 3, y: y - 1.25), width: width + 6, height: 2.5, .ink)
    }
}
