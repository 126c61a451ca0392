internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Puts codes of columns into words, by what their rooms say of them.
///
/// Files keep the code: another system may know it, and it is the same in every language.
struct CodeWords {
    private let codes: ColumnCodes

    /// The words of a house, as a tenant has them.
    init(_ desk: Desk, _ connection: Connection) throws {
        codes = try ColumnCodes(desk, connection)
    }

    /// The value of a column in words; nil where it is no code, or one that nobody knows.
    func value(_ value: Value, in column: String, of table: String) -> PersonValue? {
        if let words = codes.words(value, in: column, of: table) {
            return PersonValue(words, plain: CodeWords.plain(value))
        }
        guard case .integer(let number) = value, column.hasPrefix("is_"), !codes.has(column, of: table) else {
            return nil
        }
        let words = number == 0 ? Text(lv: "nē", en: "no") : Text(lv: "jā", en: "yes")
        return PersonValue(words, plain: String(number))
    }

    private static func plain(_ value: Value) -> String? {
        switch value {
        case .integer(let number): String(number)
        case .text(let code): code
        case .null, .blob: nil
        }
    }
}
