import Kernel

/// The same line for each of several things, side by side on one scale.
public struct SmallMultiples: Renderable {
    /// One small chart.
    public struct Panel: Sendable {
        let name: String
        let values: [Int?]
        let meaning: Meaning

        /// A panel by its name and one value for each category, in the chart's units; nil leaves a gap.
        public init(_ name: String, _ values: [Int?], _ meaning: Meaning = .data) {
            self.name = name
            self.values = values
            self.meaning = meaning
        }
    }

    let head: ChartHead
    let units: Units
    let thing: String
    let categories: [String]
    let panels: [Panel]
    let comparison: Panel?
    let fromZero: Bool

    /// A chart by its words, units, categories and panels; the comparison is drawn thin in every panel.
    ///
    /// `thing` heads the first column of the table.
    public init(
        _ head: ChartHead,
        units: Units,
        thing: String,
        categories: [String],
        panels: [Panel],
        comparison: Panel? = nil,
        fromZero: Bool = true
    ) {
        self.head = head
        self.units = units
        self.thing = thing
        self.categories = categories
        self.panels = panels
        self.comparison = comparison
        self.fromZero = fromZero
    }

    /// The figure.
    public var html: HTML {
        let columns = [DataTable.Column(thing)] + categories.map { DataTable.Column($0, .number) }
        let all = panels + (comparison.map { [$0] } ?? [])
        let rows = all.map { panel in
            let cells = categories.indices.map { index -> DataTable.Cell in
                guard index < panel.values.count, let value = panel.values[index] else { return .noData }
                return .words(units.words(value, head.language))
            }
            return DataTable.Row([.words(panel.name)] + cells)
        }
        let key = comparison.map { [Key.Item(.other, $0.name)] } ?? []
        return ChartFigure(head, key: key, columns: columns, rows: rows) { PanelPlot(self, $0).drawing }.html
    }
}
