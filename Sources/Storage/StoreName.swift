/// The stores of a database: three files of SQLite, three schemas of PostgreSQL.
public enum StoreName: String, CaseIterable, Sendable {
    /// Registers, facts, cells, plans.
    case data
    /// The append-only trail, apart so that a page never waits for an import to record a read.
    case audit
    /// Sessions, throttling, jobs, staging.
    case state
}
