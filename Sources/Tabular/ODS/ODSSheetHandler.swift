/// Turns the events of an OpenDocument content part into the rows of one sheet.
final class ODSSheetHandler: XMLHandler {
    private let sheet: Int
    private let limits: TabularLimits
    private let body: (TableRow) throws -> Bool

    private(set) var isDone = false
    private var table = -1
    private var depth = 0
    private var line = 1
    private var rowRepeat = 1
    private var rowBytes = 0
    private var cells: [CellValue] = []
    private var blanks = 0
    private var cell: ODSCell?
    private var ignored = 0

    init(_ sheet: Int, _ limits: TabularLimits, _ body: @escaping (TableRow) throws -> Bool) {
        self.sheet = sheet
        self.limits = limits
        self.body = body
    }

    func start(_ tag: XMLTag) throws {
        if tag.name == "table" {
            depth += 1
            if depth == 1 { table += 1 }
            return
        }
        guard table == sheet, depth == 1 else { return }
        if cell != nil, ignored > 0 || ODSSheetHandler.isAside(tag.name) {
            ignored += 1
            return
        }
        switch tag.name {
        case "table-row": startRow(tag)
        case "table-cell": cell = ODSCell(tag)
        case "covered-table-cell": cell = ODSCell(coveredBy: tag)
        default: try grow(cell?.start(tag) ?? 0)
        }
    }

    func end(_ name: XMLName) throws {
        if name == "table" {
            if depth == 1, table == sheet { isDone = true }
            depth -= 1
            return
        }
        guard table == sheet, depth == 1 else { return }
        if ignored > 0 {
            ignored -= 1
            return
        }
        switch name {
        case "table-row": try endRow()
        case "table-cell", "covered-table-cell": try endCell()
        default: cell?.end(name)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard cell != nil, ignored == 0, depth == 1 else { return }
        cell?.take(bytes)
        try grow(bytes.count)
    }

    private func grow(_ bytes: Int) throws(TabularFault) {
        rowBytes += bytes
        guard rowBytes <= limits.row else { throw TabularFault(.rowTooLarge, line: line) }
    }

    /// Comments and drawings stand inside a cell but are not its text.
    private static func isAside(_ name: XMLName) -> Bool {
        name == "annotation" || name == "frame" || name == "shapes" || name == "custom-shape"
    }

    private func startRow(_ tag: XMLTag) {
        rowRepeat = ODSRepeat.count(tag, "number-rows-repeated")
        rowBytes = 0
        blanks = 0
        cells.removeAll(keepingCapacity: true)
    }

    private func endCell() throws {
        guard let cell else { return }
        self.cell = nil
        let value = cell.value
        guard !value.isBlank else {
            blanks += cell.count
            return
        }
        guard cells.count + blanks + cell.count <= limits.columns else {
            throw TabularFault(.tooManyColumns, line: line)
        }
        try grow(value.text.utf8.count * (cell.count - 1))
        cells += repeatElement(.blank, count: blanks)
        blanks = 0
        cells += repeatElement(value, count: cell.count)
    }

    private func endRow() throws {
        defer { line += rowRepeat }
        guard !cells.isEmpty else { return }
        guard line + rowRepeat - 1 <= limits.sheetRows else { throw TabularFault(.bomb, line: line) }
        for repeated in 0..<rowRepeat
        where try !body(TableRow(line: line + repeated, sheet: sheet, cells: cells)) {
            isDone = true
            return
        }
    }
}
