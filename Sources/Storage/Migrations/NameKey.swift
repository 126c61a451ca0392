internal import Kernel

/// A column that keeps what a name is sorted or found by, beside the name.
public struct NameKey: Sendable, Hashable {
    /// What is made of the name.
    public enum Making: String, Sendable {
        /// The bytes of its place in Latvian order.
        case order
        /// Small letters without marks.
        case search
    }

    /// The column of the key: BLOB for an order, TEXT for a search.
    public let column: String
    /// The column of the name.
    public let name: String
    /// What is made of the name.
    public let making: Making

    /// The key that a column keeps of the name in another one.
    public init(_ column: String, of name: String, _ making: Making) {
        self.column = column
        self.name = name
        self.making = making
    }

    /// The key of a name, as it is stored.
    public func value(of name: String) -> Value {
        switch making {
        case .order: .blob(LatvianKey.sort(name))
        case .search: .text(LatvianKey.search(name))
        }
    }
}
