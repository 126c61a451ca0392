import Kernel

/// What a table needs of paper: nothing scrolls there, so what asks for more than a sheet gets smaller type, a sheet
/// on its side, or is parted by columns.
struct PaperFit {
    let table: DataTable

    /// The width of a table, in halves of a column of numbers.
    private var room: Int {
        table.columns.dropFirst().reduce(4) { sum, column in
            let most = column.width == .broad ? 5 : 3
            return switch column.kind {
            case .number: sum + 2
            case .text: sum + (column.width == .narrow ? 2 : most)
            case .spark: sum + 3
            case .bar: sum + 4
            }
        }
    }

    // So much fits: a sheet as it is, with small type, on its side, and on its side with the smallest type.
    private static let upright = 13
    private static let small = 17
    private static let aside = 28
    private static let dense = 46

    /// The classes by which the stylesheet of paper knows it.
    var classes: String {
        let room = room
        guard room > PaperFit.upright else { return "" }
        guard room > PaperFit.small else { return " paper-small" }
        return room > PaperFit.aside ? " paper-small paper-wide paper-dense" : " paper-small paper-wide"
    }

    /// Columns on a part of a table that no sheet holds, besides those that name the rows.
    private static let columnsOfPart = 18

    /// The parts that are printed instead of the table, each with the names of the rows; empty where it fits whole.
    var parts: [DataTable] {
        guard room > PaperFit.dense, table.columns.count > PaperFit.columnsOfPart + 1 else { return [] }
        let size = PaperFit.columnsOfPart
        let count = (table.columns.count - 1 + size - 1) / size
        return (0..<count).map { number in
            let start = 1 + number * size
            return part(start..<min(table.columns.count, start + size), number + 1, of: count)
        }
    }

    private func part(_ columns: Range<Int>, _ number: Int, of count: Int) -> DataTable {
        func cut(_ row: DataTable.Row) -> DataTable.Row {
            let cells = columns.filter { $0 < row.cells.count }.map { row.cells[$0] }
            return DataTable.Row(Array(row.cells.prefix(1)) + cells)
        }
        var part = DataTable(
            id: "\(table.id)-part-\(number)",
            table.language,
            caption: "\(table.caption) (\(number)/\(count))",
            columns: Array(table.columns.prefix(1)) + columns.map { table.columns[$0] },
            groups: table.groups.map { DataTable.Group($0.heading, $0.rows.map(cut)) }
        )
        part.totals = table.totals.map(cut)
        // How to read it is said once, at the end.
        part.notes = number == count ? table.notes : []
        part.key = number == count ? table.key : []
        return part
    }
}
