/// What a database answered instead of doing what was asked.
///
/// `description` is generic on purpose: errors end up before people. The details are in `debugDescription`, and
/// neither ever holds a bound value.
public struct StorageError: Error, Sendable, Hashable {
    /// What kind of error it is.
    public enum Code: Sendable, Hashable {
        /// A rule of the schema forbids it.
        ///
        /// The name is `table.column, …` for a primary key, a unique rule or NOT NULL, the rule's own name for a
        /// CHECK, and `foreign key` for a reference; the same on both engines.
        case constraint(String)
        /// Others held what was needed for too long, or a conflict between transactions came back on each try.
        case busy
        /// The database cannot be reached, opened or written.
        case unavailable
        /// Everything else: a fault of the program.
        case other
    }

    /// What kind of error it is.
    public let code: Code
    let details: String
    let sqlState: String?

    init(_ code: Code, details: String, sqlState: String? = nil) {
        self.code = code
        self.details = details
        self.sqlState = sqlState
    }
}

extension StorageError: CustomStringConvertible, CustomDebugStringConvertible {
    /// What happened, in general words.
    public var description: String {
        switch code {
        case .constraint: "A rule of the database forbids the change."
        case .busy: "The database is busy."
        case .unavailable: "The database is not available."
        case .other: "The database could not answer."
        }
    }

    /// What happened, with the text of the query and what the engine said, without bound values.
    public var debugDescription: String {
        "StorageError(\(code)\(sqlState.map { ", \($0)" } ?? "")): \(details)"
    }
}
