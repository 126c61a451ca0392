public import Kernel

/// What a database holds in one cell.
///
/// There are no floating-point numbers: shares and means are made in Swift.
public enum Value: Sendable, Hashable {
    /// Nothing known.
    case null
    /// A whole number.
    case integer(Int64)
    /// Text in UTF-8, without the character NUL.
    case text(String)
    /// Bytes.
    case blob([UInt8])
}

/// A thing that can be bound in ``SQL``.
public protocol SQLValue {
    /// What is stored for it.
    var sqlValue: Value { get }
}

extension Value: SQLValue {
    /// The value itself.
    public var sqlValue: Value { self }
}

extension Int: SQLValue {
    /// The number.
    public var sqlValue: Value { .integer(Int64(self)) }
}

extension Int64: SQLValue {
    /// The number.
    public var sqlValue: Value { .integer(self) }
}

extension Bool: SQLValue {
    /// 1 for true and 0 for false: a number on both engines, so compare it (`active = \(true)`).
    public var sqlValue: Value { .integer(self ? 1 : 0) }
}

extension String: SQLValue {
    /// The text.
    public var sqlValue: Value { .text(self) }
}

extension [UInt8]: SQLValue {
    /// The bytes.
    public var sqlValue: Value { .blob(self) }
}

extension Optional: SQLValue where Wrapped: SQLValue {
    /// The wrapped value, or NULL.
    public var sqlValue: Value { self?.sqlValue ?? .null }
}

extension Day: SQLValue {
    /// The number of the day.
    public var sqlValue: Value { .integer(Int64(number)) }
}

extension Month: SQLValue {
    /// The number of the month.
    public var sqlValue: Value { .integer(Int64(number)) }
}

extension SQLValue where Self: RawRepresentable, RawValue: SQLValue {
    /// The raw value: a typed id, or an enumeration by number or by word.
    public var sqlValue: Value { rawValue.sqlValue }
}
