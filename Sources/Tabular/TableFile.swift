/// A table in a file: text with separators, an XLSX or an ODS workbook, recognised by its content.
///
/// Opening looks at the file as a whole and refuses what cannot be a table. Rows are then streamed; the memory
/// needed does not grow with the file but for the shared strings of a workbook.
public struct TableFile: Sendable {
    /// The name of the file without its folder.
    public let name: String
    /// What the file is made of.
    public let format: TableFormat
    /// The encoding of a text file: a guess, which a person may overrule.
    public var encoding = TextEncoding.utf8
    /// The separator of a text file: a guess, which a person may overrule.
    public var separator = Separator.comma
    /// Whether text cells of a text file lose the apostrophe that `CSVWriter` guards formulas with.
    public var unguards = false
    /// How letters of a text file in UTF-8 seem to have been spoiled before it was written.
    public private(set) var spoiled: SpoiledLetters?
    /// How texts are mended while they are read; nil for texts as they stand.
    public var mends: SpoiledLetters?
    /// The worksheets; a text file has one without a name.
    public private(set) var sheets = [SheetInfo(name: "", index: 0)]

    private let content: Content
    private let limits: TabularLimits
    private var parts: [XLSXPackage.Sheet] = []

    /// Opens a file on disk.
    ///
    /// - Throws: `TabularFault`, also where the content is no table.
    public init(path: String, limits: TabularLimits = TabularLimits()) throws(TabularFault) {
        try self.init(.path(path), fileName(path), limits)
    }

    /// Opens a file in memory, under the name that its person knows it by.
    ///
    /// - Throws: `TabularFault`, also where the content is no table.
    public init(
        bytes: [UInt8],
        name: String,
        limits: TabularLimits = TabularLimits()
    ) throws(TabularFault) {
        try self.init(.bytes(bytes), fileName(name), limits)
    }

    private init(_ content: Content, _ name: String, _ limits: TabularLimits) throws(TabularFault) {
        self.content = content
        self.name = name
        self.limits = limits
        do {
            format = try Recognition.format(content, limits)
            switch format {
            case .csv: try guessLayout()
            case .xlsx:
                parts = try ZipArchive.with(content, limits) { try XLSXPackage($0).sheets }
                sheets = parts.map(\.info)
            case .ods: sheets = try ZipArchive.with(content, limits) { try ODSTable.sheets($0).sheets }
            }
        } catch let fault as TabularFault {
            throw TabularFault(fault.code, file: name, line: fault.line)
        } catch {
            throw TabularFault(.damaged, file: name)
        }
    }

    private mutating func guessLayout() throws {
        (encoding, spoiled) = try EncodingGuess.look(content)
        let hint = try CSVHint(content, encoding)
        if let separator = hint.separator {
            self.separator = separator
            return
        }
        let head = try content.prefix(256 << 10)
        switch encoding {
        case .utf16LittleEndian, .utf16BigEndian:
            let little = encoding == .utf16LittleEndian
            let text = UTF16Bytes(MemoryBytes(head), littleEndian: little)
            var sample = [UInt8](repeating: 0, count: head.count)
            let count = try sample.withUnsafeMutableBytes { space in try text.fill(space) }
            separator = SeparatorGuess.guess(Array(sample[..<count]))
        default: separator = SeparatorGuess.guess(head)
        }
    }

    /// Hands over the rows of a sheet that hold something, in order, until `body` says false.
    ///
    /// - Throws: `TabularFault` with the line where reading cannot go on; what `body` throws.
    public func rows(sheet: Int = 0, _ body: (TableRow) throws -> Bool) throws {
        guard let mends else { return try stored(sheet, body) }
        try stored(sheet) { row in try body(mends.mended(row)) }
    }

    private func stored(_ sheet: Int, _ body: (TableRow) throws -> Bool) throws {
        let info = try info(sheet)
        try naming(name, sheet: info.name.isEmpty ? nil : info.name) {
            switch format {
            case .csv:
                try CSVTable(
                    content: content,
                    encoding: encoding,
                    separator: separator,
                    unguards: unguards,
                    limits: limits
                ).rows(body)
            case .xlsx: try XLSXTable(content: content, limits: limits).rows(parts[sheet], body)
            case .ods: try ODSTable(content: content, limits: limits).rows(sheet, body)
            }
        }
    }

    /// The first rows of a sheet that hold something.
    ///
    /// - Throws: `TabularFault` where reading fails before so many rows came.
    public func sample(sheet: Int = 0, rows count: Int = 20) throws -> [TableRow] {
        var out: [TableRow] = []
        if count <= 0 { return out }
        try rows(sheet: sheet) { row in
            out.append(row)
            return out.count < count
        }
        return out
    }

    /// The merged cells of a sheet, none for a text file.
    ///
    /// Reads the sheet to its end.
    ///
    /// - Throws: `TabularFault` where the sheet cannot be read.
    public func merged(sheet: Int = 0) throws -> [CellRange] {
        let info = try info(sheet)
        return try naming(name, sheet: info.name) {
            switch format {
            case .csv: []
            case .xlsx: try XLSXTable(content: content, limits: limits).merged(parts[sheet])
            case .ods: try ZipArchive.with(content, limits) { try ODSTable.sheets($0).merged[sheet] }
            }
        }
    }

    private func info(_ sheet: Int) throws(TabularFault) -> SheetInfo {
        guard sheets.indices.contains(sheet) else { throw TabularFault(.noSheet, file: name) }
        return sheets[sheet]
    }
}
