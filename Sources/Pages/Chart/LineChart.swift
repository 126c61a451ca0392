import Kernel

/// Several series over the same ordered categories: months, terms, years.
public struct LineChart: Renderable {
    /// One line.
    public struct Series: Sendable {
        let name: String
        let values: [Int?]
        let meaning: Meaning

        /// A line by its name and one value for each category, in ``Units``; nil leaves a gap.
        public init(_ name: String, _ values: [Int?], _ meaning: Meaning = .data) {
            self.name = name
            self.values = values
            self.meaning = meaning
        }
    }

    /// Something that happened between two categories.
    public struct Mark: Sendable {
        /// The number of the category after it, counted from 0.
        let before: Int
        let words: String

        /// A mark before a category, with words.
        public init(before: Int, _ words: String) {
            self.before = before
            self.words = words
        }
    }

    /// What happened between two categories, if anything.
    public var mark: Mark?
    let head: ChartHead
    let units: Units
    let categoryName: String
    let categories: [String]
    let series: [Series]
    let fromZero: Bool

    /// A chart by its words, units, categories and lines.
    ///
    /// `categoryName` heads the first column of the table: "Mēnesis". An axis that does not start at zero is
    /// for scales whose zero means nothing, such as marks.
    public init(
        _ head: ChartHead,
        units: Units,
        categoryName: String,
        categories: [String],
        series: [Series],
        fromZero: Bool = true
    ) {
        self.head = head
        self.units = units
        self.categoryName = categoryName
        self.categories = categories
        self.series = series
        self.fromZero = fromZero
    }

    /// The figure.
    public var html: HTML {
        let key = series.enumerated().map { index, line in
            var item = Key.Item(line.meaning, line.name)
            item.marker = .of(index)
            return item
        }
        let columns =
            [DataTable.Column(categoryName)] + series.map { DataTable.Column($0.name, .number) }
        let rows = categories.enumerated().map { index, category in
            let values = series.map { line -> DataTable.Cell in
                guard index < line.values.count, let value = line.values[index] else { return .noData }
                return .words(units.words(value, head.language))
            }
            return DataTable.Row([.words(category)] + values)
        }
        let figure = ChartFigure(
            head,
            key: series.count > 1 ? key : [],
            isKeyForSlim: true,
            columns: columns,
            rows: rows
        ) { LinePlot(self, $0).drawing }
        return figure.html
    }
}
