import Testing

@testable import Tabular

/// A file made of text, or of bytes in an encoding.
func file(_ text: String, _ name: String = "dati.csv") throws -> TableFile {
    try TableFile(bytes: Array(text.utf8), name: name)
}

/// The texts of all cells of a sheet.
func texts(_ file: TableFile, sheet: Int = 0) throws -> [[String]] {
    try file.sample(sheet: sheet, rows: .max).map { $0.cells.map(\.text) }
}

/// The records of a text, each with its line.
func records(
    _ text: String,
    _ separator: String = ",",
    limits: TabularLimits = TabularLimits()
) throws -> [(line: Int, fields: [String])] {
    let byte = try #require(separator.utf8.first)
    return try records(CSVBytes(bytes: Array(text.utf8), separator: byte, limits: limits))
}

/// The records that a reader has left.
func records(_ reader: CSVBytes) throws -> [(line: Int, fields: [String])] {
    var record = ByteRecord()
    var out: [(line: Int, fields: [String])] = []
    while try reader.next(into: &record) {
        out.append((record.line, (0..<record.count).map { String(decoding: record[$0], as: UTF8.self) }))
    }
    return out
}

/// The code and line of the fault that a step throws.
func fault(_ body: () throws -> Void) -> (code: TabularFault.Code, line: Int)? {
    do {
        try body()
        return nil
    } catch let fault as TabularFault {
        return (fault.code, fault.line)
    } catch {
        return nil
    }
}

/// Text in a one-byte encoding.
func encoded(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
    let table = try #require(encoding.upperHalf)
    return try text.unicodeScalars.map { scalar in
        if scalar.isASCII { return UInt8(scalar.value) }
        return UInt8(0x80 + (try #require(table.firstIndex(of: scalar))))
    }
}

/// Text as UTF-16 without a mark.
func wide(_ text: String, littleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
        let low = UInt8(unit & 0xFF)
        let high = UInt8(unit >> 8)
        return littleEndian ? [low, high] : [high, low]
    }
}

/// A workbook made of the XML of its parts.
struct Workbook {
    var sheets: [(name: String, state: String, body: String)] = []
    var styles = ""
    var strings = ""
    var properties = ""

    /// A workbook of one sheet with such an inside of `worksheet`.
    init(_ body: String, styles: String = "", strings: String = "", properties: String = "") {
        sheets = [("Lapa", "visible", body)]
        self.styles = styles
        self.strings = strings
        self.properties = properties
    }

    func bytes() throws -> [UInt8] {
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        var zip = ZipWriter()
        zip.add("_rels/.rels", XLSXParts.relations)
        let tabs = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 7)\" state=\"\(sheet.state)\" r:id=\"s\(index)\"/>"
        }
        zip.add(
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\">\(properties)<sheets>\(tabs.joined())</sheets></workbook>"
        )
        let targets = sheets.indices.map {
            "<Relationship Id=\"s\($0)\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
        }
        zip.add(
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships>\(targets.joined())
            <Relationship Id="x" Type="\(relations)/styles" Target="/xl/styles.xml"/>
            <Relationship Id="y" Type="\(relations)/sharedStrings" Target="./sharedStrings.xml"/></Relationships>
            """
        )
        if !styles.isEmpty { zip.add("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>") }
        if !strings.isEmpty { zip.add("xl/sharedStrings.xml", "<sst>\(strings)</sst>") }
        for (index, sheet) in sheets.enumerated() {
            zip.add("xl/worksheets/sheet\(index).xml", "<worksheet>\(sheet.body)</worksheet>")
        }
        return try zip.write(path: nil)
    }

    func file(limits: TabularLimits = TabularLimits()) throws -> TableFile {
        try TableFile(bytes: try bytes(), name: "darbgramata.xlsx", limits: limits)
    }

    /// The cells of the first row of a workbook with one row.
    static func row(
        _ cells: String,
        styles: String = "",
        strings: String = "",
        properties: String = ""
    ) throws
        -> [CellValue]
    {
        let book = Workbook(
            "<sheetData><row r=\"1\">\(cells)</row></sheetData>",
            styles: styles,
            strings: strings,
            properties: properties
        )
        return try book.file().sample().first?.cells ?? []
    }
}

/// An OpenDocument spreadsheet made of the XML of its tables.
func openDocument(_ tables: String, styles: String = "", manifest: String = "<m/>") throws -> [UInt8] {
    var zip = ZipWriter()
    zip.add("mimetype", ODSTable.type, packed: false)
    zip.add("META-INF/manifest.xml", manifest)
    zip.add("content.xml", "<office:x>\(styles)<office:body>\(tables)</office:body></office:x>")
    return try zip.write(path: nil)
}
