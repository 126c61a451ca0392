import Kernel

/// Writes text with separators by RFC 4180: UTF-8, CRLF, quotes where they are needed.
///
/// Text that a spreadsheet would take for a formula is guarded by an apostrophe; numbers and days never are.
/// Days are written as `2025-09-01`, percents with their sign. A text file has one sheet: a further one follows
/// after an empty line.
public final class CSVWriter: TableWriter {
    private let sink: ByteSink
    private let path: String?
    private let separator: Separator
    private let decimalMark: String
    private var begun = false

    /// Begins a file on disk or, without a path, in memory.
    ///
    /// - Parameters:
    ///   - path: where the file is to be.
    ///   - separator: what stands between fields.
    ///   - byteOrderMark: whether a mark tells spreadsheets that the text is UTF-8.
    ///   - decimalComma: whether numbers have a comma; without a word they have one beside semicolons.
    /// - Throws: `TabularFault` where the file cannot be written.
    public init(
        path: String? = nil,
        separator: Separator = .comma,
        byteOrderMark: Bool = false,
        decimalComma: Bool? = nil
    ) throws(TabularFault) {
        self.path = path
        self.separator = separator
        decimalMark = decimalComma ?? (separator == .semicolon) ? "," : "."
        sink = try ByteSink(beside: path, ending: ".part")
        if byteOrderMark { try sink.put([0xEF, 0xBB, 0xBF]) }
    }

    /// Begins a sheet with its headings.
    public func begin(_ sheet: SheetLayout) throws(TabularFault) {
        if begun { try sink.put("\r\n") }
        begun = true
        if !sheet.headings.isEmpty { try row(sheet.headings.map(TableCell.text)) }
    }

    /// Writes a row of the sheet that was begun last.
    public func row(_ cells: [TableCell]) throws(TabularFault) {
        begun = true
        let fields = cells.map { quoted(field($0)) }
        try sink.put(fields.joined(separator: separator.rawValue) + "\r\n")
    }

    /// Completes the file; the bytes of one in memory, nothing for one on disk.
    @discardableResult
    public func finish() throws(TabularFault) -> [UInt8] {
        switch try sink.content() {
        case .bytes(let bytes): return bytes
        case .path(let part):
            try PosixFile.move(part, to: path ?? part)
            return []
        }
    }

    private func field(_ cell: TableCell) -> String {
        switch cell {
        case .blank: ""
        case .text(let text): CSVWriter.guarded(text.utf8.contains(0) ? text.filter { $0 != "\0" } : text)
        case .integer(let number): String(number)
        case .decimal(let scaled, let decimals): decimalText(scaled, decimals, mark: decimalMark)
        case .percent(let scaled, let decimals): decimalText(scaled, decimals, mark: decimalMark) + "%"
        case .day(let day): day.description
        }
    }

    private func quoted(_ field: String) -> String {
        let special = field.utf8.contains { [10, 13, 34, separator.byte].contains($0) }
        guard special else { return field }
        let doubled = field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        return "\"\(doubled)\""
    }
}

extension CSVWriter {
    /// The text with an apostrophe before it, where a spreadsheet would take it for a formula.
    ///
    /// Text that would be so but for apostrophes before it gets one more: nothing is lost on the way back.
    public static func guarded(_ text: String) -> String {
        isFormula(text) ? "'" + text : text
    }

    /// The text as it was before `guarded`.
    public static func unguarded(_ text: String) -> String {
        text.utf8.first == apostrophe && isFormula(text) ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static let apostrophe = UInt8(ascii: "'")

    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first(where: { $0 != apostrophe }) else { return false }
        return [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13]
            .contains(first)
    }
}
