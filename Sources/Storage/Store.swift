/// One of the three stores of a database.
///
/// Bodies run on the engine's own threads, never on those of Swift's tasks. On PostgreSQL a body may run again
/// after a conflict between transactions, so it does nothing outside the database.
public final class Store: Sendable {
    /// Which store it is.
    public let name: StoreName
    let pool: any Pool
    let sealer: Sealer?

    init(_ name: StoreName, _ pool: any Pool, sealer: Sealer?) {
        self.name = name
        self.pool = pool
        self.sealer = sealer
    }

    /// Reads in one transaction, which sees one state of the store from beginning to end.
    public func read<T: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await pool.read(Connection.Context(store: name, sealer: sealer), body)
    }

    /// Changes the store in one transaction: all of it, or nothing where the body throws.
    @discardableResult
    public func write<T: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await pool.write(Connection.Context(store: name, writable: true, sealer: sealer), body)
    }

    /// Moves what was written since into the main file: after a large import, before a copy.
    public func checkpoint() async throws {
        try await pool.checkpoint()
    }
}
