import Foundation
import Kernel
package import Tabular

/// A line of a file, by field for tables, by column for raw layouts.
///
/// It is valid while its reader looks at it: the bytes of a text file stay in the file's buffer.
package struct MappedLine {
    /// Where it stands.
    package private(set) var place: SourcePlace
    /// For each field of the format its column, or -1.
    package let columnOfField: [Int]
    /// For each field the value that stands for a column that the file does not have.
    private let constants: [String]
    private var content: Content

    /// Cells of a spreadsheet, or slices of a text file in UTF-8.
    private enum Content {
        case cells([CellValue])
        case record(ByteRecord)
    }

    /// A line of cells.
    package init(
        place: SourcePlace,
        cells: [CellValue],
        columnOfField: [Int] = [],
        constants: [String] = []
    ) {
        self.place = place
        self.columnOfField = columnOfField
        self.constants = constants
        content = .cells(cells)
    }

    /// A line of a text file in UTF-8, without a String made yet.
    package init(
        place: SourcePlace,
        record: ByteRecord,
        columnOfField: [Int] = [],
        constants: [String] = []
    ) {
        self.place = place
        self.columnOfField = columnOfField
        self.constants = constants
        content = .record(record)
    }

    /// Makes it the line of another record of the same file, so that the lists of fields are not taken and let go for
    /// each line.
    package mutating func turn(to record: ByteRecord, at place: SourcePlace) {
        self.place = place
        content = .record(record)
    }

    /// The cells as they stand, from the first column.
    package var cells: [CellValue] { (0..<width).map(cell) }

    /// How many columns the line has.
    package var width: Int {
        switch content {
        case .cells(let cells): cells.count
        case .record(let record): record.count
        }
    }

    /// The cell in a column from 0; blank past the end.
    package func cell(_ column: Int) -> CellValue {
        switch content {
        case .cells(let cells):
            return cells.indices.contains(column) ? cells[column] : .blank
        case .record(let record):
            let text = MappedLine.text(record, column)
            return text.isEmpty ? .blank : .text(text)
        }
    }

    /// The trimmed text of a column from 0; empty where it is blank.
    package func text(inColumn column: Int) -> String { cell(column).text.trimmed }

    /// Whether a column from 0 holds nothing but blanks.
    package func isBlank(column: Int) -> Bool {
        switch content {
        case .cells(let cells):
            guard cells.indices.contains(column) else { return true }
            if case .text(let text) = cells[column] { return text.trimmed.isEmpty }
            return cells[column].isBlank
        case .record(let record):
            return record[column].allSatisfy { $0 <= 0x20 }
        }
    }

    /// Whether it says who took the file out, and nothing of what the table lists.
    package var isRemark: Bool {
        switch content {
        case .cells(let cells):
            guard case .text(let text)? = cells.first, FileRemark.isSign(text) else { return false }
        case .record(let record):
            guard record.count > 0, record[0].starts(with: FileRemark.sign.utf8) else { return false }
        }
        return (1..<max(1, width)).allSatisfy(isBlank(column:))
    }

    /// The trimmed text of a field by its place in the format's list; empty where it is blank or unmapped.
    package func text(_ field: Int) -> String {
        let column = column(field)
        guard column >= 0 else { return constants.indices.contains(field) ? constants[field] : "" }
        switch content {
        case .cells(let cells): return cells.indices.contains(column) ? cells[column].text.trimmed : ""
        case .record(let record): return MappedLine.text(record, column).trimmed
        }
    }

    /// Shows the bytes of a field in UTF-8 as they stand in the file: the way for files of many lines.
    ///
    /// They are not trimmed, which `Kernel.Parse` does itself, and not composed: compare letters by `text`.
    ///
    /// It is inlined where it is called: otherwise what the body gives goes through memory as a value of any type.
    @inlinable
    package func withBytes<T>(_ field: Int, _ body: (Span<UInt8>) throws -> T) rethrows -> T {
        if let bytes = bytes(field) { return try body(Span(_unsafeElements: bytes)) }
        return try Array(text(field).utf8).withUnsafeBufferPointer { try body(Span(_unsafeElements: $0)) }
    }

    /// The bytes of a field that is a column of a text file.
    @usableFromInline
    func bytes(_ field: Int) -> UnsafeBufferPointer<UInt8>? {
        let column = column(field)
        guard column >= 0, case .record(let record) = content else { return nil }
        return record[column]
    }

    /// Whether a column or a constant is mapped to a field.
    package func has(_ field: Int) -> Bool {
        column(field) >= 0 || (constants.indices.contains(field) && !constants[field].isEmpty)
    }

    /// The place of a field, with its column.
    package func place(of field: Int) -> SourcePlace {
        place(ofColumn: max(-1, column(field)))
    }

    /// The place of a column from 0; of the whole line for -1.
    package func place(ofColumn column: Int) -> SourcePlace {
        SourcePlace(file: place.file, sheet: place.sheet, line: place.line, column: column + 1)
    }

    private func column(_ field: Int) -> Int {
        columnOfField.indices.contains(field) ? columnOfField[field] : -1
    }

    private static func text(_ record: ByteRecord, _ column: Int) -> String {
        let text = String(decoding: record[column], as: UTF8.self)
        return CSVWriter.unguarded(text).composed
    }
}

extension String {
    /// The text without blanks and no-break spaces at both ends.
    fileprivate var trimmed: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        guard first <= 0x20 || first >= 0x80 || last <= 0x20 || last >= 0x80 else { return self }
        return trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
