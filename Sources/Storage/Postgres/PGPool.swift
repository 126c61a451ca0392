internal import Synchronization

/// A few connections to one schema, made when they are needed and handed out in the order of asking.
final class PGPool: Pool {
    private let url: String
    private let schema: String
    /// What connections are called by, so that one opening of a database is told from another.
    private let mark: String
    private let size: Int
    private let state = Mutex(State())
    /// For short transactions inside others, which must not wait for a connection that waits for them.
    private let aside: PGWorker

    private struct State {
        var idle: [PGWorker] = []
        var made = 0
        var waiting: [CheckedContinuation<PGWorker, any Error>] = []
        var isClosed = false
    }

    private static let reading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    private static let writing = "BEGIN"

    init(url: String, schema: String, mark: String, size: Int = 4) {
        self.url = url
        self.schema = schema
        self.mark = mark
        self.size = size
        aside = PGWorker(url: url, schema: schema, mark: mark)
    }

    func read<T: Sendable>(
        _ context: Connection.Context,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await withWorker { try await $0.run(PGPool.reading, context, body) }
    }

    func write<T: Sendable>(
        _ context: Connection.Context,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await withWorker { try await $0.run(PGPool.writing, context, body) }
    }

    func readNow<T: Sendable>(
        _ context: Connection.Context,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) throws -> T {
        try aside.runNow(PGPool.reading, context, body)
    }

    func writeNow<T: Sendable>(
        _ context: Connection.Context,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) throws -> T {
        try aside.runNow(PGPool.writing, context, body)
    }

    /// The server looks after its own log.
    func checkpoint() async throws {}

    func close() async {
        let (idle, waiting) = state.withLock { state in
            state.isClosed = true
            defer {
                state.idle = []
                state.waiting = []
            }
            return (state.idle, state.waiting)
        }
        for continuation in waiting { continuation.resume(throwing: PGPool.closed) }
        for worker in idle + [aside] { await worker.close() }
    }

    private static let closed = StorageError(.unavailable, details: "the database is closed")

    private func withWorker<T: Sendable>(
        _ body: @Sendable (PGWorker) async throws -> T
    ) async throws -> T {
        let worker = try await take()
        defer { giveBack(worker) }
        try Task.checkCancellation()
        return try await body(worker)
    }

    private func take() async throws -> PGWorker {
        try await withCheckedThrowingContinuation { continuation in
            let answer: Result<PGWorker, any Error>? = state.withLock { state in
                if state.isClosed { return .failure(PGPool.closed) }
                if let worker = state.idle.popLast() { return .success(worker) }
                if state.made < size {
                    state.made += 1
                    return .success(PGWorker(url: url, schema: schema, mark: mark))
                }
                state.waiting.append(continuation)
                return nil
            }
            if let answer { continuation.resume(with: answer) }
        }
    }

    private func giveBack(_ worker: PGWorker) {
        let next: CheckedContinuation<PGWorker, any Error>? = state.withLock { state in
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            if !state.isClosed { state.idle.append(worker) }
            return nil
        }
        if let next {
            next.resume(returning: worker)
        } else if state.withLock({ $0.isClosed }) {
            worker.closeLater()
        }
    }
}
