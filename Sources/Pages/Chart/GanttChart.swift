import Kernel

/// What is done when: a bar from day to day for each thing, with the years above and today as a line.
public struct GanttChart: Renderable {
    /// A thing with its span of days.
    public struct Row: Sendable {
        let name: String
        let spans: [Range<Int>]
        let words: String
        let meaning: Meaning
        /// Days on which something took place.
        let marks: [Int]
        let isHeading: Bool

        /// A thing by its name, its spans as numbers of days, and what the table says of them.
        public init(
            _ name: String,
            _ spans: [Range<Int>],
            words: String,
            _ meaning: Meaning = .data,
            marks: [Int] = []
        ) {
            self.name = name
            self.spans = spans
            self.words = words
            self.meaning = meaning
            self.marks = marks
            isHeading = false
        }

        /// A heading over the things that follow.
        public init(heading: String) {
            name = heading
            spans = []
            words = ""
            meaning = .data
            marks = []
            isHeading = true
        }
    }

    /// A stretch of the axis: a year or a quarter by its first day and words.
    public struct Tick: Sendable {
        let day: Int
        let words: String

        /// A stretch that begins on a day.
        public init(_ day: Int, _ words: String) {
            self.day = day
            self.words = words
        }
    }

    let head: ChartHead
    let range: Range<Int>
    let ticks: [Tick]
    let rows: [Row]
    let today: Int?
    let todayWords: String
    let names: (thing: String, span: String)
    let key: [Key.Item]

    /// A picture of the days of a range, with the day that is today where it lies within.
    public init(
        _ head: ChartHead,
        range: Range<Int>,
        ticks: [Tick],
        rows: [Row],
        today: (day: Int, words: String),
        names: (thing: String, span: String),
        key: [Key.Item] = []
    ) {
        self.head = head
        self.range = range
        self.ticks = ticks
        self.rows = rows
        self.today = range.contains(today.day) ? today.day : nil
        todayWords = today.words
        self.names = names
        self.key = key
    }

    /// The figure.
    public var html: HTML {
        let columns = [DataTable.Column(names.thing), DataTable.Column(names.span)]
        let cells = rows.map { DataTable.Row([.words($0.name), .words($0.words)]) }
        return ChartFigure(head, key: key, columns: columns, rows: cells) { GanttPlot(self, $0).drawing }.html
    }
}

/// The picture for one width: names before the bars, on a phone above them.
private struct GanttPlot {
    private static let thickness = 14.0
    private static let top = 26.0

    private let chart: GanttChart
    private let canvas: Canvas
    private let left: Double
    private let column: Double

    init(_ chart: GanttChart, _ canvas: Canvas) {
        self.chart = chart
        self.canvas = canvas
        column = canvas.isSlim ? canvas.width : 290
        left = canvas.isSlim ? 0 : 304
    }

    var drawing: Drawing {
        var shapes = HTML()
        var y = GanttPlot.top
        for row in chart.rows {
            let place = self.place(row, y)
            shapes += self.shapes(row, place)
            y = place.bottom
        }
        return Drawing(height: y + 4, shapes: axis(bottom: y) + today(bottom: y) + shapes)
    }

    private struct Place {
        let lines: [String]
        let first: Double
        let bar: Double
        let bottom: Double
    }

    private func place(_ row: GanttChart.Row, _ y: Double) -> Place {
        let lines = Lettering.lines(row.name, within: column)
        let words = Double(lines.count) * Lettering.line
        if row.isHeading { return Place(lines: lines, first: y + 26, bar: y, bottom: y + words + 18) }
        if canvas.isSlim {
            return Place(
                lines: lines,
                first: y + 16,
                bar: y + words + 8,
                bottom: y + words + GanttPlot.thickness + 16
            )
        }
        let height = max(words, GanttPlot.thickness) + 12
        let middle = y + height / 2
        return Place(
            lines: lines,
            first: middle + 4.5 - Double(lines.count - 1) * Lettering.line / 2,
            bar: middle - GanttPlot.thickness / 2,
            bottom: y + height
        )
    }

    private func shapes(_ row: GanttChart.Row, _ place: Place) -> HTML {
        var shapes = HTML()
        for span in row.spans {
            let (start, end) = (x(span.lowerBound), x(span.upperBound))
            guard end > start else { continue }
            // Soft, so that dots and the line of today are seen upon it.
            shapes += """
                <rect class="mark \(row.meaning.cssClass)" fill="\(row.meaning.hex)" fill-opacity="0.45" \
                x="\(Px(start))" y="\(Px(place.bar))" width="\(Px(max(end - start - 1, 0.8)))" \
                height="\(Px(GanttPlot.thickness))"/>
                """
        }
        for mark in row.marks where chart.range.contains(mark) {
            let spot = Spot(x: x(mark), y: place.bar + GanttPlot.thickness / 2)
            shapes += """
                <circle class="halo mark \(Meaning.accent.cssClass)" fill="\(Meaning.accent.hex)" cx="\(Px(spot.x))" \
                cy="\(Px(spot.y))" r="4"/>
                """
        }
        for (index, words) in place.lines.enumerated() {
            shapes += Shapes.text(
                words,
                at: Spot(x: 0, y: place.first + Double(index) * Lettering.line),
                class: row.isHeading ? "name" : "value",
                fill: "#1a1d21"
            )
        }
        return shapes
    }

    private func axis(bottom: Double) -> HTML {
        var shapes = HTML()
        for tick in chart.ticks where chart.range.contains(tick.day) {
            let x = x(tick.day)
            shapes += Shapes.line(Spot(x: x, y: 4), Spot(x: x, y: bottom), class: "grid")
            shapes += Shapes.text(tick.words, at: Spot(x: x + 4, y: 15))
        }
        return shapes
    }

    private func today(bottom: Double) -> HTML {
        guard let today = chart.today else { return "" }
        let x = x(today)
        let isLate = x + Lettering.width(chart.todayWords) + 6 > canvas.width
        return Shapes.line(Spot(x: x, y: 22), Spot(x: x, y: bottom), class: "divide", stroke: "#5c6167")
            + Shapes.text(
                chart.todayWords,
                at: Spot(x: isLate ? x - 4 : x + 4, y: 33),
                isLate ? .end : .start,
                class: "value"
            )
    }

    private func x(_ day: Int) -> Double {
        let length = Double(max(1, chart.range.count))
        let share = Double(
            min(max(day, chart.range.lowerBound), chart.range.upperBound) - chart.range.lowerBound
        )
        return left + (canvas.width - left) * share / length
    }
}
