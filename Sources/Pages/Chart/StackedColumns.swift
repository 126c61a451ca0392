import Kernel

/// What each period is made of, as columns over time, with a mark for what the whole is measured by.
public struct StackedColumns: Renderable {
    /// What the whole of a period is measured by: the municipality's, last year's.
    public struct Reference: Sendable {
        let name: String
        let values: [Int?]

        /// A mark across the columns by its name and one value for each category; nil has none.
        public init(_ name: String, _ values: [Int?]) {
            self.name = name
            self.values = values
        }
    }

    let head: ChartHead
    let units: Units
    let categoryName: String
    let categories: [String]
    let series: [LineChart.Series]
    let wholes: [Int?]
    let wholeName: String
    let reference: Reference?

    /// A chart by its words, units, categories and parts.
    ///
    /// `wholes` stand over the columns and are not summed here: parts were rounded each for itself. A category
    /// without a whole is left empty.
    public init(
        _ head: ChartHead,
        units: Units,
        categoryName: String,
        categories: [String],
        parts series: [LineChart.Series],
        whole: (name: String, values: [Int?]),
        reference: Reference? = nil
    ) {
        self.head = head
        self.units = units
        self.categoryName = categoryName
        self.categories = categories
        self.series = series
        wholeName = whole.name
        wholes = whole.values
        self.reference = reference
    }

    /// The figure.
    public var html: HTML {
        let others = [(wholeName, wholes)] + (reference.map { [($0.name, $0.values)] } ?? [])
        let all = series.map { ($0.name, $0.values) } + others
        let rows = categories.enumerated().map { index, category in
            let cells = all.map { _, values -> DataTable.Cell in
                guard index < values.count, let value = values[index] else { return .noData }
                return .words(units.words(value, head.language))
            }
            return DataTable.Row([.words(category)] + cells)
        }
        var key = series.map { Key.Item($0.meaning, $0.name) }
        if let reference {
            var mark = Key.Item(.ink, reference.name)
            mark.marker = .dash
            key.append(mark)
        }
        let columns = [DataTable.Column(categoryName)] + all.map { DataTable.Column($0.0, .number) }
        return ChartFigure(head, key: key, columns: columns, rows: rows) { ColumnPlot(self, $0).drawing }.html
    }
}
