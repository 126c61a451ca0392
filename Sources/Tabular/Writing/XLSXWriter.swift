import Kernel

/// Writes a workbook: bold headings in a frozen first row with filters, cells of their own kind, real dates.
///
/// Rows go to a part file beside the workbook, or to memory, so that a file of any length needs little of it.
public final class XLSXWriter: TableWriter {
    private struct Sheet {
        let name: String
        let sink: ByteSink
        let columns: Int
        let hasHeadings: Bool
        var rows = 0
    }

    private let path: String?
    private let limits = TabularLimits()
    private var sheets: [Sheet] = []
    private var names = SheetNames()
    private var styles = XLSXStyles()

    /// Begins a workbook on disk or, without a path, in memory.
    ///
    /// - Throws: nothing yet; the first sheet opens the first file.
    public init(path: String? = nil) throws(TabularFault) {
        self.path = path
    }

    /// Begins a sheet with its headings.
    public func begin(_ sheet: SheetLayout) throws(TabularFault) {
        try close()
        let sink = try ByteSink(beside: path, ending: ".sheet\(sheets.count + 1).part")
        let hasHeadings = !sheet.headings.isEmpty
        try sink.put(
            XLSXParts.sheetStart(widths: sheet.columnWidths, frozen: hasHeadings, first: sheets.isEmpty)
        )
        let columns = sheet.columnWidths.count
        let name = names.make(sheet.name)
        sheets.append(Sheet(name: name, sink: sink, columns: columns, hasHeadings: hasHeadings))
        guard hasHeadings else { return }
        try write(sheet.headings.map { XLSXParts.text($0, styles.number(.heading)) })
    }

    /// Writes a row of the sheet that was begun last.
    public func row(_ cells: [TableCell]) throws(TabularFault) {
        if sheets.isEmpty { try begin(SheetLayout(name: "")) }
        try write(cells.map { cell($0) })
    }

    /// Completes the file; the bytes of one in memory, nothing for one on disk.
    @discardableResult
    public func finish() throws(TabularFault) -> [UInt8] {
        if sheets.isEmpty { try begin(SheetLayout(name: "")) }
        try close()
        let filtered = sheets.map { $0.hasHeadings ? filter($0) : nil }
        var zip = ZipWriter()
        zip.add("[Content_Types].xml", XLSXParts.contentTypes(sheets.count))
        zip.add("_rels/.rels", XLSXParts.relations)
        zip.add("xl/workbook.xml", XLSXParts.workbook(sheets.map(\.name), filtered))
        zip.add("xl/_rels/workbook.xml.rels", XLSXParts.workbookRelations(sheets.count))
        zip.add("xl/styles.xml", styles.part)
        for (index, sheet) in sheets.enumerated() {
            zip.add("xl/worksheets/sheet\(index + 1).xml", try sheet.sink.content())
        }
        let bytes = try zip.write(path: path)
        sheets = []
        return bytes
    }

    private func close() throws(TabularFault) {
        guard let sheet = sheets.last else { return }
        try sheet.sink.put(XLSXParts.sheetEnd(filter: sheet.hasHeadings ? filter(sheet) : nil))
    }

    private func filter(_ sheet: Sheet) -> String {
        "A1:\(CellReference.letters(sheet.columns - 1))\(max(1, sheet.rows))"
    }

    private func write(_ cells: [String?]) throws(TabularFault) {
        let last = sheets.count - 1
        sheets[last].rows += 1
        let row = sheets[last].rows
        guard row <= limits.sheetRows, cells.count <= limits.columns else { throw TabularFault(.tooLarge) }
        var text = "<row r=\"\(row)\">"
        for (column, cell) in cells.enumerated() {
            if let cell { text += "<c r=\"\(CellReference.letters(column))\(row)\"\(cell)" }
        }
        try sheets[last].sink.put(text + "</row>")
    }

    /// The rest of a cell behind its name; nil for a blank one.
    private func cell(_ cell: TableCell) -> String? {
        switch cell {
        case .blank: return nil
        case .text(let text): return text.isEmpty ? nil : XLSXParts.text(text, 0)
        case .integer(let number): return value(number, 0, .integer)
        case .decimal(let scaled, let decimals): return value(scaled, decimals, .decimal(decimals))
        case .percent(let scaled, let decimals):
            return value(scaled, decimals + 2, .percent(decimals))
        case .day(let day):
            guard let serial = XLSXParts.serial(day) else { return XLSXParts.text(day.description, 0) }
            return value(serial, 0, .day)
        }
    }

    private func value(_ scaled: Int, _ decimals: Int, _ style: XLSXStyles.Style) -> String {
        // A spreadsheet keeps 15 digits: longer numbers stay whole as text.
        if scaled.magnitude >= 1_000_000_000_000_000 {
            return XLSXParts.text(decimalText(scaled, decimals), 0)
        }
        return " s=\"\(styles.number(style))\"><v>\(decimalText(scaled, decimals))</v></c>"
    }
}
