/// One of the three stores of a database.
///
/// Bodies run on the engine's own threads, never on those of Swift's tasks. On PostgreSQL a body may run again
/// after a conflict between transactions, so it does nothing outside the database.
public final class Store: Sendable {
    /// Which store it is.
    public let name: StoreName
    let pool: any Pool
    let sealer: Sealer?
    private let opening: Int

    init(_ name: StoreName, _ pool: any Pool, sealer: Sealer?, opening: Int = 0) {
        self.name = name
        self.pool = pool
        self.sealer = sealer
        self.opening = opening
    }

    /// Reads in one transaction, which sees one state of the store from beginning to end.
    public func read<T: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await pool.read(Connection.Context(store: name, sealer: sealer, opening: opening), body)
    }

    /// Changes the store in one transaction: all of it, or nothing where the body throws.
    @discardableResult
    public func write<T: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        let context = Connection.Context(store: name, writable: true, sealer: sealer, opening: opening)
        return try await pool.write(context, body)
    }

    /// Moves what was written since into the main file: after a large import, before a copy.
    public func checkpoint() async throws {
        try await pool.checkpoint()
    }
}
