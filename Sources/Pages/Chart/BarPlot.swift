import Kernel

/// The picture of a bar chart for one width.
struct BarPlot {
    private let chart: BarChart
    private let rows: BarRows
    private let axis: Axis

    init(_ chart: BarChart, _ canvas: Canvas) {
        self.chart = chart
        let language = chart.head.language
        let words = chart.bars.map { bar in
            bar.number.map { chart.units.words($0, language) } ?? Words.notShown[language]
        }
        let room = (words.map(Lettering.width).max() ?? 0) + 14
        rows = BarRows(
            chart.bars.map(\.name),
            canvas,
            top: chart.reference == nil ? 2 : 24,
            numbers: room
        )
        let numbers = chart.bars.compactMap(\.number) + [0] + (chart.reference.map { [$0.value] } ?? [])
        let (smallest, largest) = (numbers.min() ?? 0, numbers.max() ?? 1)
        // Bars carry their numbers, so the axis needs no ticks and may end with the longest bar.
        axis = Axis(
            ticks: Ticks(from: smallest, through: max(largest, smallest + 1)),
            start: rows.left + (smallest < 0 ? room : 0),
            end: rows.right
        )
    }

    /// Bars first, then the line across them, then the words, which nothing may cross.
    var drawing: Drawing {
        var drawing = Drawing(height: rows.bottom + 2)
        let pairs = zip(chart.bars, rows.places)
        for (bar, place) in pairs { drawing.shapes += shape(bar, place) }
        let zero = axis.place(0)
        let top = rows.places.first?.top ?? 0
        // Above slim bars stand words, which begin where the axis would be.
        if rows.left > 0 || zero > rows.left {
            drawing.shapes += Shapes.line(Spot(x: zero, y: top), Spot(x: zero, y: rows.bottom), class: "axis")
        }
        if let reference = chart.reference { drawing.shapes += line(reference) }
        for (bar, place) in pairs {
            drawing.shapes += rows.label(place, isBold: bar.isBold)
            drawing.shapes += words(bar, place)
        }
        return drawing
    }

    private func shape(_ bar: BarChart.Bar, _ place: BarRows.Place) -> HTML {
        guard let number = bar.number else { return "" }
        let (zero, end) = (axis.place(0), axis.place(number))
        let from = Spot(x: min(zero, end), y: place.bar)
        return Shapes.bar(from, width: abs(end - zero), height: BarRows.thickness, bar.meaning)
    }

    private func words(_ bar: BarChart.Bar, _ place: BarRows.Place) -> HTML {
        let language = chart.head.language
        switch bar.value {
        case .suppressed: return rows.nothing(Words.notShown[language], after: axis.place(0), place)
        case .noData: return rows.nothing(Words.noData[language], after: axis.place(0), place)
        case .known(let number):
            let end = axis.place(number)
            let words = chart.units.words(number, language)
            let before = Spot(x: end - 7, y: place.middle + 4.5)
            guard number >= 0 else {
                return Shapes.text(words, at: before, .end, class: "value", fill: "#1a1d21")
            }
            guard isCrossed(words, after: end) else {
                return rows.number(words, after: end, place, isBold: bar.isBold)
            }
            let meaning = bar.meaning
            return Shapes.text(
                words,
                at: before,
                .end,
                class: "upon \(meaning.cssClass)",
                fill: meaning.groundHex
            )
        }
    }

    /// Whether the line across the bars would go through words behind the end of a bar that has room for them.
    private func isCrossed(_ words: String, after end: Double) -> Bool {
        guard let reference = chart.reference else { return false }
        let (line, width) = (axis.place(reference.value), Lettering.width(words))
        return line > end - 1 && line < end + width + 12 && end - axis.place(0) > width + 14
    }

    private func line(_ reference: BarChart.Reference) -> HTML {
        let x = axis.place(reference.value)
        let words = "\(reference.words) \(chart.units.words(reference.value, chart.head.language))"
        let isLate = x + Lettering.width(words) > rows.right
        return Shapes.line(Spot(x: x, y: 20), Spot(x: x, y: rows.bottom), class: "fit", stroke: "#1a1d21")
            + Shapes.text(words, at: Spot(x: x, y: 13), isLate ? .end : .start, class: "value")
    }
}
