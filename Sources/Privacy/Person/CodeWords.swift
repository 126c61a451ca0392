internal import Frame
internal import Kernel
internal import Registry
internal import Storage
internal import Tabular

/// Puts codes of columns into words, by what their rooms say of them.
///
/// Files keep the code beside the words: another system may know it, and it is the same in every language.
struct CodeWords {
    private let codes: ColumnCodes

    /// The words of a house, as a tenant has them.
    init(_ desk: Desk, _ connection: Connection) throws {
        codes = try ColumnCodes(desk, connection)
    }

    /// The value of a column in words; nil where it is no code, or one that nobody knows.
    func value(_ value: Value, in column: String, of table: String) -> PersonValue? {
        if let words = codes.words(value, in: column, of: table) {
            return PersonValue(words, plain: CodeWords.plain(value), written: .coded)
        }
        guard case .integer(let number) = value, column.hasPrefix("is_"), !codes.has(column, of: table) else {
            return nil
        }
        let words = number == 0 ? Text(lv: "nē", en: "no") : Text(lv: "jā", en: "yes")
        return PersonValue(words, plain: String(number), written: .words)
    }

    /// The cell of a format's file in words; nil where it is no code, or one that nobody knows.
    func value(_ cell: TableCell, in field: String, of format: String) -> PersonValue? {
        switch cell {
        case .text(let code): value(Value.text(code), in: field, of: format)
        case .integer(let number): value(Value.integer(Int64(number)), in: field, of: format)
        case .blank, .decimal, .percent, .day: nil
        }
    }

    private static func plain(_ value: Value) -> String? {
        switch value {
        case .integer(let number): String(number)
        case .text(let code): code
        case .null, .blob: nil
        }
    }
}
