public import Kernel

/// A thing that can be read from one column of a result.
public protocol SQLReadable {
    /// Reads it. Throws a ``StorageError`` where the column holds NULL or a thing of another kind.
    static func read(_ column: Column) throws -> Self
}

extension Int: SQLReadable {
    /// The number in the column.
    public static func read(_ column: Column) throws -> Int { Int(try column.integer()) }
}

extension Int64: SQLReadable {
    /// The number in the column.
    public static func read(_ column: Column) throws -> Int64 { try column.integer() }
}

extension Bool: SQLReadable {
    /// False for 0 and true for 1; no other number is read.
    public static func read(_ column: Column) throws -> Bool {
        switch try column.integer() {
        case 0: false
        case 1: true
        default: throw column.unreadable(as: "Bool")
        }
    }
}

extension String: SQLReadable {
    /// The text in the column.
    public static func read(_ column: Column) throws -> String { try column.text() }
}

extension [UInt8]: SQLReadable {
    /// The bytes in the column.
    public static func read(_ column: Column) throws -> [UInt8] { try column.blob() }
}

extension Value: SQLReadable {
    /// Whatever the column holds.
    public static func read(_ column: Column) throws -> Value { try column.value() }
}

extension Optional: SQLReadable where Wrapped: SQLReadable {
    /// The value in the column, or nil for NULL.
    public static func read(_ column: Column) throws -> Wrapped? {
        column.isNull ? nil : try Wrapped.read(column)
    }
}

extension Day: SQLReadable {
    /// The day with the number in the column.
    public static func read(_ column: Column) throws -> Day { Day(number: try Int.read(column)) }
}

extension Month: SQLReadable {
    /// The month with the number in the column.
    public static func read(_ column: Column) throws -> Month { Month(number: try Int.read(column)) }
}

extension SQLReadable where Self: RawRepresentable, RawValue: SQLReadable {
    /// The case or id with the raw value in the column; throws where there is no such case.
    public static func read(_ column: Column) throws -> Self {
        guard let value = Self(rawValue: try RawValue.read(column)) else {
            throw column.unreadable(as: String(describing: Self.self))
        }
        return value
    }
}
