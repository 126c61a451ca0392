/// Connections to one store of one engine.
protocol Pool: Sendable {
    /// Runs the body in a transaction that sees one state of the store and changes nothing.
    func read<T: Sendable>(
        _ context: Connection.Context,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T

    /// Runs the body in a transaction of its own and commits it, unless the body throws.
    func write<T: Sendable>(
        _ context: Connection.Context,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T

    /// Reads at once, on the thread that asks. Only for threads of an engine: it blocks.
    func readNow<T: Sendable>(
        _ context: Connection.Context,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) throws -> T

    /// Runs a short transaction at once, on the thread that asks. Only for threads of an engine: it blocks.
    func writeNow<T: Sendable>(
        _ context: Connection.Context,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) throws -> T

    /// Moves what was written since into the main file, where there is such a thing.
    func checkpoint() async throws

    /// Gives all connections back.
    func close() async
}
