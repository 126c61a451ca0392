import Kernel

/// One number for each of several things, as horizontal bars.
public struct BarChart: Renderable {
    /// One bar.
    public struct Bar: Sendable {
        /// What is known of the number.
        public enum Value: Sendable {
            /// The number, in the chart's units.
            case known(Int)
            /// About too few people to be shown.
            case suppressed
            /// Not come in.
            case noData
        }

        let name: String
        let value: Value
        let meaning: Meaning
        let isBold: Bool

        /// A bar; a bold one is the one that the page speaks of.
        public init(_ name: String, _ value: Value, _ meaning: Meaning = .data, isBold: Bool = false) {
            self.name = name
            self.value = value
            self.meaning = meaning
            self.isBold = isBold
        }

        var number: Int? {
            if case .known(let number) = value { number } else { nil }
        }
    }

    /// What the bars are measured by: a mean, a limit, a goal.
    public struct Reference: Sendable {
        let words: String
        let value: Int

        /// A line across all bars, by its words and its value in the chart's units.
        public init(_ words: String, _ value: Int) {
            self.words = words
            self.value = value
        }
    }

    let head: ChartHead
    let units: Units
    let names: (thing: String, value: String)
    let bars: [Bar]
    let reference: Reference?

    /// A chart by its words, units and bars, which stand in the order given; ``sorted()`` orders them.
    ///
    /// `names` head the two columns of the table.
    public init(
        _ head: ChartHead,
        units: Units,
        names: (thing: String, value: String),
        bars: [Bar],
        reference: Reference? = nil
    ) {
        self.head = head
        self.units = units
        self.names = names
        self.bars = bars
        self.reference = reference
    }

    /// The same chart with the largest first, and what is not known last, each in the order given.
    public func sorted() -> BarChart {
        let order = bars.enumerated().sorted { left, right in
            let (one, two) = (left.element.number ?? .min, right.element.number ?? .min)
            return one == two ? left.offset < right.offset : one > two
        }
        return BarChart(head, units: units, names: names, bars: order.map(\.element), reference: reference)
    }

    /// The figure.
    public var html: HTML {
        let rows = bars.map { bar in
            let cell: DataTable.Cell =
                switch bar.value {
                case .known(let number): .words(units.words(number, head.language))
                case .suppressed: .suppressed
                case .noData: .noData
                }
            return DataTable.Row([.words(bar.name), cell])
        }
        let columns = [DataTable.Column(names.thing), DataTable.Column(names.value, .number)]
        return ChartFigure(head, columns: columns, rows: rows) { BarPlot(self, $0).drawing }.html
    }
}
