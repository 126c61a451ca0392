import Kernel

/// Writes an OpenDocument spreadsheet: bold headings, cells of their own kind, real dates.
public final class ODSWriter: TableWriter {
    private let path: String?
    private let limits = TabularLimits()
    private let sink: ByteSink
    private var names = SheetNames()
    private var open = false
    private var rows = 0

    /// Begins a spreadsheet on disk or, without a path, in memory.
    ///
    /// - Throws: `TabularFault` where the file cannot be written.
    public init(path: String? = nil) throws(TabularFault) {
        self.path = path
        sink = try ByteSink(beside: path, ending: ".content.part")
        try sink.put(ODSParts.contentStart)
    }

    /// Begins a sheet with its headings.
    public func begin(_ sheet: SheetLayout) throws(TabularFault) {
        try close()
        open = true
        rows = 0
        let name = XMLText.escaped(names.make(sheet.name))
        let columns = sheet.columnWidths.map { "<table:table-column table:style-name=\"w\($0)\"/>" }
        let all = columns.isEmpty ? "<table:table-column/>" : columns.joined()
        try sink.put("<table:table table:name=\"\(name)\">\(all)")
        if !sheet.headings.isEmpty { try write(sheet.headings.map { ODSParts.text($0, style: "h") }) }
    }

    /// Writes a row of the sheet that was begun last.
    public func row(_ cells: [TableCell]) throws(TabularFault) {
        if !open { try begin(SheetLayout(name: "")) }
        try write(cells.map(ODSParts.cell))
    }

    /// Completes the file; the bytes of one in memory, nothing for one on disk.
    @discardableResult
    public func finish() throws(TabularFault) -> [UInt8] {
        if !open { try begin(SheetLayout(name: "")) }
        try close()
        try sink.put(ODSParts.contentEnd)
        var zip = ZipWriter()
        // The type comes first and unpacked, so that programs can tell the file by its first bytes.
        zip.add("mimetype", ODSTable.type, packed: false)
        zip.add("META-INF/manifest.xml", ODSParts.manifest)
        zip.add(ODSTable.part, try sink.content())
        return try zip.write(path: path)
    }

    private func close() throws(TabularFault) {
        guard open else { return }
        // A table must have a row.
        if rows == 0 { try write([ODSParts.blank]) }
        try sink.put("</table:table>")
        open = false
    }

    private func write(_ cells: [String]) throws(TabularFault) {
        rows += 1
        guard rows <= limits.sheetRows, cells.count <= limits.columns else { throw TabularFault(.tooLarge) }
        let all = cells.isEmpty ? ODSParts.blank : cells.joined()
        try sink.put("<table:table-row>\(all)</table:table-row>")
    }
}
