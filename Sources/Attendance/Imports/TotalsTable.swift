internal import Frame
internal import Kernel
internal import Tabular

/// A table of institutions by kinds or by years, whichever of them its rows are.
struct TotalsTable {
    /// A row or column by its heading.
    struct Line {
        /// Its index in the sheet: among the rows read, or the column.
        let index: Int
        /// The heading as it stands.
        let text: String
    }

    /// The institutions.
    let institutions: [Line]
    /// The kinds or years, with what they stand for.
    let labels: [(line: Line, label: TableLabel)]
    /// The row or column that holds the totals of each label, if there is one.
    let total: Line?
    /// Headings that stand over numbers and are neither.
    let unknown: [Line]
    /// Whether institutions are the rows.
    let hasInstitutionRows: Bool
    private let rows: [MappedLine]

    /// The number, blank or other content where an institution and a label cross.
    func cell(_ institution: Line, _ label: Line) -> (value: CellValue, place: SourcePlace) {
        let (row, column) =
            hasInstitutionRows ? (institution.index, label.index) : (label.index, institution.index)
        return (rows[row].cell(column), rows[row].place(ofColumn: column))
    }

    /// Finds the headings; nil where the rows are no such table.
    init?(_ rows: [MappedLine], kinds: KindWords) {
        for index in rows.indices {
            if let table = TotalsTable(rows, heading: index, kinds: kinds) {
                self = table
                return
            }
        }
        return nil
    }

    private init?(_ rows: [MappedLine], heading: Int, kinds: KindWords) {
        let headings = rows[heading].cells.enumerated().compactMap { column, cell in
            cell.isBlank ? nil : Line(index: column, text: TotalsTable.text(cell))
        }
        guard headings.count > 1 else { return nil }
        let body = rows.indices.filter { $0 > heading }
        let labelled = headings.filter { TableLabel($0.text, kinds: kinds).isMember }
        if let first = labelled.first?.index {
            // The column of names stands before the first one of numbers; a column of ordinals may stand before it.
            let names = headings.last { $0.index < first }?.index ?? max(0, first - 1)
            guard names < first else { return nil }
            self.init(
                rows,
                across: headings.filter { $0.index >= first },
                down: TotalsTable.lines(rows, body, column: names),
                hasInstitutionRows: true,
                kinds
            )
        } else {
            guard let names = TotalsTable.labelColumn(rows, body, kinds) else { return nil }
            self.init(
                rows,
                across: headings.filter { $0.index > names },
                down: TotalsTable.lines(rows, body, column: names),
                hasInstitutionRows: false,
                kinds
            )
        }
    }

    private init(
        _ rows: [MappedLine],
        across: [Line],
        down: [Line],
        hasInstitutionRows: Bool,
        _ kinds: KindWords
    ) {
        self.rows = rows
        self.hasInstitutionRows = hasInstitutionRows
        let (named, marked) = hasInstitutionRows ? (down, across) : (across, down)
        institutions = named.filter { TableLabel($0.text, kinds: kinds) != .total }
        total = named.first { TableLabel($0.text, kinds: kinds) == .total }
        labels = marked.compactMap { line in TableLabel(line.text, kinds: kinds).map { (line, $0) } }
        let others = marked.filter { TableLabel($0.text, kinds: kinds) == nil }
        unknown = others.filter { line in
            named.contains { name in
                let (row, column) = hasInstitutionRows ? (name.index, line.index) : (line.index, name.index)
                return (try? Parse.integer(rows[row].cell(column).text)) != nil
            }
        }
    }

    /// The first column in which some row stands for a kind or year.
    private static func labelColumn(_ rows: [MappedLine], _ body: [Int], _ kinds: KindWords) -> Int? {
        let columns = body.compactMap { row in
            rows[row].cells.firstIndex { TableLabel(text($0), kinds: kinds).isMember }
        }
        return columns.min()
    }

    private static func lines(_ rows: [MappedLine], _ body: [Int], column: Int) -> [Line] {
        body.compactMap { row in
            let text = text(rows[row].cell(column))
            return text.isEmpty ? nil : Line(index: row, text: text)
        }
    }

    private static func text(_ cell: CellValue) -> String { HeadingMatch.clean(cell.text) }
}

extension TableLabel? {
    /// Whether it is a kind or a year.
    fileprivate var isMember: Bool {
        switch self {
        case .kind, .year: true
        case .total, nil: false
        }
    }
}
