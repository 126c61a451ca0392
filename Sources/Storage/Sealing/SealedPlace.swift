/// Where a sealed value stands.
///
/// A value that was moved to another place does not open.
public struct SealedPlace: Sendable, Hashable {
    /// The table.
    public let table: String
    /// The column.
    public let column: String
    /// The values of the row's primary key in the order of the columns, joined with "/": `1/42`.
    public let row: String

    /// A place by the text of its key.
    public init(table: String, column: String, row: String) {
        self.table = table
        self.column = column
        self.row = row
    }

    /// A place by the values of the row's primary key, in the order of ``TableNote/key``.
    public init(table: String, column: String, key: any SQLValue...) {
        self.init(table: table, column: column, row: SealedPlace.row(key.map(\.sqlValue)))
    }

    static func row(_ key: [Value]) -> String {
        key.map { value in
            switch value {
            case .null: ""
            case .integer(let number): String(number)
            case .text(let text): text
            case .blob(let bytes): hexadecimal(bytes)
            }
        }
        .joined(separator: "/")
    }

    /// What is authenticated beside the value.
    func bytes(tenant: Int) -> [UInt8] {
        Array("\(tenant)\u{0}\(table)\u{0}\(column)\u{0}\(row)".utf8)
    }
}

/// Why a sealed value does not open.
public enum SealingError: Error, Sendable, Hashable {
    /// The bytes are not a sealed value.
    case malformed
    /// The key that sealed it is not in the database.
    case unknownKey
    /// The value was changed, moved from its place, or belongs to another tenant.
    case tampered
}
