import Dispatch
import Synchronization

/// Fills blocks on a thread of its own, one ahead, while the database works on the block before.
///
/// Whoever makes a feed either asks it until the end or stops it.
final class BlockFeed: @unchecked Sendable {
    // The queue belongs to the feed's thread until the end was handed out; then to the caller again.
    private let queue: FactQueue
    private let limit: Int
    private let width: Int
    // Semaphores begin at 0: one that is let go below its first value stops the program.
    private let free = DispatchSemaphore(value: 0)
    private let ready = DispatchSemaphore(value: 0)
    private let state = Mutex(State())

    private struct State {
        var blocks: [Result<FactBlock?, any Error>] = []
        var isStopped = false
    }

    init(_ queue: FactQueue, limit: Int, width: Int) {
        self.queue = queue
        self.limit = limit
        self.width = width
        for _ in 0..<2 { free.signal() }
        DispatchQueue(label: "sekme.merge", qos: .userInitiated).async { self.fill() }
    }

    /// The next block, or nil at the end.
    ///
    /// It waits, so it is for threads of a database engine only.
    func next() throws -> FactBlock? {
        ready.wait()
        let block = state.withLock { $0.blocks.removeFirst() }
        free.signal()
        return try block.get()
    }

    /// Nothing more is wanted.
    func stop() {
        state.withLock { $0.isStopped = true }
        free.signal()
    }

    private func fill() {
        var isDone = false
        while !isDone {
            free.wait()
            if state.withLock({ $0.isStopped }) { return }
            let block = FactBlock(width: width, capacity: limit)
            let result = Result { try queue.fill(block, limit: limit) ? block : nil }
            if case .success(.some) = result {} else { isDone = true }
            state.withLock { $0.blocks.append(result) }
            ready.signal()
        }
    }
}
