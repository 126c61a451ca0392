import Kernel

/// The picture of stacked bars for one width.
struct StackedPlot {
    private let chart: StackedBars
    private let rows: BarRows
    private let largest: Int

    init(_ chart: StackedBars, _ canvas: Canvas) {
        self.chart = chart
        let room = chart.bars.compactMap { $0.note.map(Lettering.width) }.max().map { $0 + 14 } ?? 2
        rows = BarRows(chart.bars.map(\.name), canvas, top: 2, numbers: room)
        largest = chart.bars.compactMap { $0.parts?.reduce(0, +) }.max() ?? 0
    }

    var drawing: Drawing {
        var drawing = Drawing(height: rows.bottom + 2)
        for (bar, place) in zip(chart.bars, rows.places) {
            drawing.shapes += rows.label(place)
            let end: Double
            if let parts = bar.parts {
                end = draw(parts, place, into: &drawing.shapes)
            } else {
                drawing.shapes += rows.nothing(
                    Words.notShown[chart.head.language],
                    after: rows.left - 7,
                    place
                )
                end = rows.right
            }
            if let note = bar.note {
                let spot = Spot(x: end + 7, y: place.middle + 4.5)
                drawing.shapes += Shapes.text(note, at: spot)
            }
        }
        return drawing
    }

    /// Draws the parts of one row and says where they end.
    private func draw(_ parts: [Int], _ place: BarRows.Place, into shapes: inout HTML) -> Double {
        let whole = chart.mode == .share ? parts.reduce(0, +) : largest
        guard whole > 0 else { return rows.left }
        let perUnit = (rows.right - rows.left) / Double(whole)
        var x = rows.left
        for (part, series) in zip(parts, chart.series) where part > 0 {
            let width = Double(part) * perUnit
            shapes += Shapes.bar(
                Spot(x: x, y: place.bar),
                width: width - 1,
                height: BarRows.thickness,
                series.meaning
            )
            let words = chart.units.words(part, chart.head.language)
            if Lettering.width(words) + 8 < width {
                shapes += Shapes.text(
                    words,
                    at: Spot(x: x + (width - 1) / 2, y: place.middle + 4.5),
                    .middle,
                    class: "upon \(series.meaning.cssClass)",
                    fill: series.meaning.groundHex
                )
            }
            x += width
        }
        return x
    }
}
