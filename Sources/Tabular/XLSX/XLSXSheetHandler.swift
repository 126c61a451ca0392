/// Turns the events of one worksheet part into rows.
final class XLSXSheetHandler: XMLHandler {
    private let sheet: Int
    private let strings: SharedStrings
    private let styles: CellStyles
    private let from1904: Bool
    private let limits: TabularLimits
    private let body: (TableRow) throws -> Bool

    private(set) var isDone = false
    private var row = 0
    private var rowBytes = 0
    private var cells: [CellValue] = []
    private var column = -1
    private var cell = XLSXCell()
    private var field = Field.none
    private var phonetic = 0

    private enum Field { case none, value, formula, inline }

    init(
        _ sheet: Int,
        _ strings: SharedStrings,
        _ styles: CellStyles,
        from1904: Bool,
        _ limits: TabularLimits,
        _ body: @escaping (TableRow) throws -> Bool
    ) {
        self.sheet = sheet
        self.strings = strings
        self.styles = styles
        self.from1904 = from1904
        self.limits = limits
        self.body = body
    }

    func start(_ tag: XMLTag) throws {
        switch tag.name {
        case "c": try startCell(tag)
        case "v":
            field = .value
            cell.hasValue = true
        case "t": field = phonetic == 0 ? .inline : .none
        case "f":
            field = .formula
            cell.hasFormula = true
        case "row": try startRow(tag)
        case "rPh": phonetic += 1
        default: break
        }
    }

    func end(_ name: XMLName) throws {
        switch name {
        case "c": try endCell()
        case "v", "f", "t": field = .none
        case "row": try endRow()
        case "rPh": phonetic -= 1
        case "sheetData": isDone = true
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        switch field {
        case .none: return
        case .value: cell.value += bytes
        case .formula: cell.formula += bytes
        case .inline: cell.inline += bytes
        }
        rowBytes += bytes.count
        guard rowBytes <= limits.row else { throw TabularFault(.rowTooLarge, line: row) }
    }

    private func startRow(_ tag: XMLTag) throws {
        row = tag.number("r") ?? row + 1
        guard row >= 1, row <= limits.sheetRows else { throw TabularFault(.damaged) }
        rowBytes = 0
        column = -1
        cells.removeAll(keepingCapacity: true)
    }

    private func startCell(_ tag: XMLTag) throws {
        column = tag.value("r").flatMap(CellReference.parse)?.column ?? column + 1
        guard column < limits.columns else { throw TabularFault(.tooManyColumns, line: row) }
        cell.reset(style: tag.number("s") ?? 0, kind: XLSXCell.Kind(tag.value("t")))
    }

    private func endCell() throws {
        let value = try cell.finished(strings, styles, from1904, row)
        guard !value.isBlank else { return }
        while cells.count <= column { cells.append(.blank) }
        // A shared text costs its bytes in every row that refers to it.
        if cell.kind == .shared { rowBytes += value.text.utf8.count }
        guard rowBytes <= limits.row else { throw TabularFault(.rowTooLarge, line: row) }
        cells[column] = value
    }

    private func endRow() throws {
        guard !cells.isEmpty else { return }
        if try !body(TableRow(line: row, sheet: sheet, cells: cells)) { isDone = true }
    }
}

/// Finds the merged cells, which a worksheet part names behind its rows.
final class XLSXMergeHandler: XMLHandler {
    private(set) var ranges: [CellRange] = []
    let isDone = false

    func start(_ tag: XMLTag) {
        if tag.name == "mergeCell", let range = tag["ref"].flatMap(CellReference.range) {
            ranges.append(range)
        }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
