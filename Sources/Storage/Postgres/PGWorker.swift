internal import Dispatch
internal import Logging

/// One connection with the queue on which alone it is used, so that no thread of Swift's tasks ever waits for a
/// server.
final class PGWorker: @unchecked Sendable {
    // Unchecked: `session` is touched on `queue` only.
    private let queue = DispatchQueue(label: "sekme.postgres")
    private let url: String
    private let schema: String
    private let mark: String
    private var session: PGSession?

    /// How often a transaction runs again after a conflict with others.
    private static let retries = 3

    init(url: String, schema: String, mark: String) {
        self.url = url
        self.schema = schema
        self.mark = mark
    }

    func run<T: Sendable>(
        _ begin: String,
        _ context: Connection.Context,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try self.transaction(begin, context, body) })
            }
        }
    }

    /// Runs at once and blocks the thread that asks.
    func runNow<T: Sendable>(
        _ begin: String,
        _ context: Connection.Context,
        _ body: @escaping @Sendable (Connection) throws -> T
    ) throws -> T {
        try queue.sync { try transaction(begin, context, body) }
    }

    /// Closes the connection after what is under way, without waiting for it.
    func closeLater() {
        queue.async { self.session = nil }
    }

    /// Closes the connection after what is under way.
    func close() async {
        await withCheckedContinuation { continuation in
            queue.async {
                self.session = nil
                continuation.resume()
            }
        }
    }

    private func transaction<T>(
        _ begin: String,
        _ context: Connection.Context,
        _ body: (Connection) throws -> T
    ) throws -> T {
        for attempt in 1...PGWorker.retries {
            do {
                return try once(begin, context, body)
            } catch let error as StorageError where error.isRetryable {
                pause(attempt)
            }
        }
        return try once(begin, context, body)
    }

    /// Lets the other transaction of a conflict go first; at once, this one would take the same lock again.
    private func pause(_ attempt: Int) {
        let milliseconds = Int.random(in: 10...30) * attempt
        _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(milliseconds))
    }

    private func once<T>(
        _ begin: String,
        _ context: Connection.Context,
        _ body: (Connection) throws -> T
    ) throws -> T {
        let session = try started(begin)
        do {
            let connection = Connection(PGBackend(session), context)
            let result = try body(connection)
            try connection.finish()
            guard !session.isFailed else {
                throw StorageError(.other, details: "PostgreSQL: the transaction had failed")
            }
            try session.simple("COMMIT")
            return result
        } catch {
            giveUp(session)
            throw error
        }
    }

    /// A connection with an open transaction.
    ///
    /// One that broke while nobody used it is replaced without a word.
    private func started(_ begin: String) throws -> PGSession {
        if let session {
            do {
                try session.simple(begin)
                return session
            } catch {
                guard session.isBroken else { throw error }
                Logger(label: "sekme.storage").warning("A broken connection to PostgreSQL is replaced")
                self.session = nil
            }
        }
        let fresh = try PGSession(url: url, schema: schema, mark: mark)
        try fresh.simple(begin)
        session = fresh
        return fresh
    }

    /// Rolls back; a connection that cannot do that is not used again.
    private func giveUp(_ session: PGSession) {
        do {
            try session.simple("ROLLBACK")
        } catch {
            self.session = nil
        }
    }
}
