import Kernel

/// Finds the sheets of an OpenDocument spreadsheet: names, hidden ones, merged cells.
final class ODSSheets: XMLHandler {
    private(set) var sheets: [SheetInfo] = []
    private(set) var merged: [[CellRange]] = []
    let isDone = false

    private var hiddenStyles: Set<String> = []
    private var style = ""
    private var depth = 0
    private var row = 0
    private var rowRepeat = 0
    private var column = 0

    func start(_ tag: XMLTag) {
        switch tag.name {
        case "style": style = tag["name"] ?? ""
        case "table-properties": if tag["display"] == "false" { hiddenStyles.insert(style) }
        case "table": startTable(tag)
        case "table-row": startRow(tag)
        case "table-cell", "covered-table-cell": startCell(tag)
        default: break
        }
    }

    func end(_ name: XMLName) {
        if name == "table" { depth -= 1 }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    private func startTable(_ tag: XMLTag) {
        depth += 1
        guard depth == 1 else { return }
        let hidden = tag["style-name"].map(hiddenStyles.contains) ?? false
        let name = (tag["name"] ?? "").composed
        sheets.append(SheetInfo(name: name, index: sheets.count, hidden: hidden))
        merged.append([])
        row = 0
        rowRepeat = 1
    }

    private func startRow(_ tag: XMLTag) {
        guard depth == 1 else { return }
        row += rowRepeat
        rowRepeat = ODSRepeat.count(tag, "number-rows-repeated")
        column = 0
    }

    private func startCell(_ tag: XMLTag) {
        guard depth == 1 else { return }
        let width = min(max(1, tag.number("number-columns-spanned") ?? 1), ODSRepeat.most)
        let height = min(max(1, tag.number("number-rows-spanned") ?? 1), ODSRepeat.most)
        if width > 1 || height > 1, !merged.isEmpty {
            let range = CellRange(rows: row...row + height - 1, columns: column...column + width - 1)
            merged[merged.count - 1].append(range)
        }
        column += ODSRepeat.count(tag, "number-columns-repeated")
    }
}

/// How often a row or a cell stands for itself.
enum ODSRepeat {
    /// Far above what a spreadsheet has, and far below where sums would overflow.
    static let most = 1 << 24

    /// The number in an attribute; once where it is missing or no count.
    static func count(_ tag: XMLTag, _ attribute: StaticString) -> Int {
        min(max(1, tag.number(attribute) ?? 1), most)
    }
}
