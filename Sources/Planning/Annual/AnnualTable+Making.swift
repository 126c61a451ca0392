internal import Frame
internal import Kernel

extension AnnualTable {
    /// Some columns and rows of a table of a report, the columns in its order.
    init(
        _ code: String,
        _ title: Text,
        _ section: ReportSection,
        _ kept: [String]? = nil,
        where isKept: (Int) -> Bool = { _ in true }
    ) {
        let places = section.columns.indices.filter { kept?.contains(section.columns[$0].code) ?? true }
        self.code = code
        self.title = AnnualLabel(title)
        columns = places.map { place in
            let column = section.columns[place]
            return Column(
                code: column.code,
                heading: AnnualLabel(column.heading),
                isNumber: column.kind == .number
            )
        }
        rows = section.rows.indices.filter(isKept).map { row in
            places.map { AnnualCell(section.rows[row].cells[$0]) }
        }
        total = section.total.map { total in places.map { AnnualCell(total.cells[$0]) } }
    }

    /// Puts a column in, of numbers where nothing else is said, one cell for each row.
    mutating func insert(
        _ code: String,
        _ heading: Text,
        at place: Int,
        _ cells: [AnnualCell],
        isNumber: Bool = true
    ) {
        columns.insert(Column(code: code, heading: AnnualLabel(heading), isNumber: isNumber), at: place)
        for (row, cell) in zip(rows.indices, cells) { rows[row].insert(cell, at: place) }
    }

    /// The sum of the whole numbers of a column; not known where it has none.
    func sum(_ code: String) -> AnnualCell {
        let known = rows.indices.compactMap { cell($0, code)?.count }
        return known.isEmpty ? .unknown : .count(known.reduce(0, +))
    }
}

extension AnnualTable.Column {
    /// The same column with other words over it.
    func named(_ heading: Text) -> AnnualTable.Column {
        AnnualTable.Column(code: code, heading: AnnualLabel(heading), isNumber: isNumber)
    }
}
