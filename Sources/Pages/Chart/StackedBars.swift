import Kernel

/// How a whole divides into the same parts for each of several things: levels, kinds of absence.
public struct StackedBars: Renderable {
    /// What the whole width stands for.
    public enum Mode: Sendable {
        /// All of each row: rows compare by their shares.
        case share
        /// The largest row: rows compare by their sums as well.
        case absolute
    }

    /// One part, with its colour.
    public struct Series: Sendable {
        let name: String
        let meaning: Meaning

        /// A part by its name and colour.
        public init(_ name: String, _ meaning: Meaning) {
            self.name = name
            self.meaning = meaning
        }
    }

    /// One row.
    public struct Bar: Sendable {
        let name: String
        let parts: [Int]?
        let note: String?

        /// A row by its name and one number for each part, in the chart's units.
        ///
        /// Parts are nil where the row is about too few people to be shown. The note stands after the bar:
        /// how many people it is about.
        public init(_ name: String, _ parts: [Int]?, note: String? = nil) {
            self.name = name
            self.parts = parts
            self.note = note
        }
    }

    let head: ChartHead
    let units: Units
    let mode: Mode
    let thing: String
    let series: [Series]
    let bars: [Bar]

    /// A chart by its words, units, parts and rows; `thing` heads the first column of the table.
    public init(
        _ head: ChartHead,
        units: Units,
        _ mode: Mode,
        thing: String,
        series: [Series],
        bars: [Bar]
    ) {
        self.head = head
        self.units = units
        self.mode = mode
        self.thing = thing
        self.series = series
        self.bars = bars
    }

    /// The figure.
    public var html: HTML {
        let columns = [DataTable.Column(thing)] + series.map { DataTable.Column($0.name, .number) }
        let rows = bars.map { bar in
            let cells = series.indices.map { index -> DataTable.Cell in
                guard let parts = bar.parts else { return .suppressed }
                return index < parts.count ? .words(units.words(parts[index], head.language)) : .noData
            }
            return DataTable.Row([.words(bar.name, note: bar.note)] + cells)
        }
        let key = series.map { Key.Item($0.meaning, $0.name) }
        return ChartFigure(head, key: key, columns: columns, rows: rows) { StackedPlot(self, $0).drawing }
            .html
    }
}
