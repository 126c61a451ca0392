/// A query with its values.
///
/// What is interpolated is bound, never pasted into the text.
///
/// ```swift
/// let pupils: SQL = "SELECT id FROM pupil WHERE tenant_id = \(tenant) AND grade IN (\(list: grades))"
/// ```
///
/// The same text runs on both engines; only the marks of the values differ.
public struct SQL: ExpressibleByStringInterpolation, Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case text(String)
        case value(Value)
    }

    private(set) var parts: [Part] = []

    /// A query without values.
    public init(stringLiteral text: String) {
        parts = [.text(text)]
    }

    /// A query from a literal with values in it.
    public init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.sql.parts
    }

    /// Text that this target made and answers for.
    init(trusted text: String) {
        parts = [.text(text)]
    }

    private init() {}

    /// The values in the order of their marks.
    public var values: [Value] {
        parts.compactMap { part in
            guard case .value(let value) = part else { return nil }
            return value
        }
    }

    /// The text with numbered marks: `?1` for SQLite, `$1` for PostgreSQL.
    public func text(for dialect: Dialect) -> String {
        if parts.count == 1, case .text(let text) = parts[0] { return text }
        var out = ""
        var number = 0
        for part in parts {
            switch part {
            case .text(let text): out += text
            case .value:
                number += 1
                out += dialect == .sqlite ? "?\(number)" : "$\(number)"
            }
        }
        return out
    }

    /// Pieces one after the other with a separator between: conditions by `" AND "`.
    public static func joined(_ parts: [SQL], by separator: SQL) -> SQL {
        var out = SQL()
        for (index, part) in parts.enumerated() {
            if index > 0 { out.append(separator) }
            out.append(part)
        }
        return out
    }

    /// The name of a table or column that is known only when the program runs, in quotation marks.
    ///
    /// Throws a ``StorageError`` for anything but letters a to z, digits and underscores.
    public static func name(_ identifier: String) throws -> SQL {
        SQL(trusted: try quoted(identifier))
    }

    mutating func append(_ other: SQL) {
        for part in other.parts { append(part) }
    }

    mutating func append(_ part: Part) {
        if case .text(let text) = part, case .text(let before)? = parts.last {
            parts[parts.count - 1] = .text(before + text)
        } else {
            parts.append(part)
        }
    }

    /// Collects the pieces of a literal.
    public struct StringInterpolation: StringInterpolationProtocol {
        var sql = SQL()

        /// An empty query.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds text of the program.
        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { sql.append(.text(literal)) }
        }

        /// Binds a value.
        public mutating func appendInterpolation(_ value: some SQLValue) {
            sql.append(.value(value.sqlValue))
        }

        /// Binds a value, or NULL for nil.
        public mutating func appendInterpolation<V: SQLValue>(_ value: V?) {
            sql.append(.value(value.sqlValue))
        }

        /// Splices a piece of a query with its values.
        public mutating func appendInterpolation(_ piece: SQL) {
            sql.append(piece)
        }

        /// Binds a list, separated by commas, for `IN (…)`.
        ///
        /// An empty list becomes NULL, so that nothing is `IN` it; nothing is `NOT IN` it either.
        public mutating func appendInterpolation(list values: [some SQLValue]) {
            guard !values.isEmpty else { return sql.append(.text("NULL")) }
            for (index, value) in values.enumerated() {
                if index > 0 { sql.append(.text(", ")) }
                sql.append(.value(value.sqlValue))
            }
        }
    }
}

/// An identifier in quotation marks; throws for anything that is not a plain name.
func quoted(_ identifier: String) throws -> String {
    let plain = identifier.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: byte == UInt8(ascii: "_")
        }
    }
    guard plain, !identifier.isEmpty else {
        throw StorageError(.other, details: "not the name of a table or column")
    }
    return "\"\(identifier)\""
}
