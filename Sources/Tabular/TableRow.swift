/// A row that holds something.
///
/// Rows without content are passed over, so `line` can leap.
public struct TableRow: Hashable, Sendable {
    /// The physical line of the text file where the row begins, or the row of the spreadsheet, from 1.
    public let line: Int
    /// The index of the sheet.
    public let sheet: Int
    /// The cells from the first column on; blank cells at the right are cut off.
    public let cells: [CellValue]
    /// How many fields the line of a text file has, blank ones too; 0 for a spreadsheet, which does not tell.
    public let width: Int

    /// A row of cells; blank ones at the right are cut off.
    public init(line: Int, sheet: Int = 0, cells: [CellValue], width: Int = 0) {
        self.width = width
        self.line = line
        self.sheet = sheet
        let end = cells.lastIndex { !$0.isBlank }
        self.cells = end.map { Array(cells[...$0]) } ?? []
    }

    /// The cell of a column, from 0; blank beyond the last one.
    public subscript(column: Int) -> CellValue {
        cells.indices.contains(column) ? cells[column] : .blank
    }
}
