/// Which engine answers.
public enum Dialect: String, Sendable, CaseIterable {
    /// The embedded engine.
    case sqlite
    /// The server.
    case postgres
}
