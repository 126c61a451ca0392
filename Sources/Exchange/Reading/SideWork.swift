import Dispatch
import Synchronization

/// Work that goes on beside the caller's own until its outcome is asked for, once.
///
/// It has a queue of its own: the common ones have as many threads as processors, and whoever waits keeps one.
final class SideWork<T: Sendable>: Sendable {
    private let done = DispatchSemaphore(value: 0)
    private let outcome = Mutex<Result<T, any Error>?>(nil)

    /// Begins at once.
    init(_ body: @escaping @Sendable () throws -> T) {
        DispatchQueue(label: "sekme.side-work", qos: .userInitiated).async { [self] in
            let result = Result { try body() }
            outcome.withLock { $0 = result }
            done.signal()
        }
    }

    /// The outcome, once it is there.
    func value() throws -> T {
        done.wait()
        guard let result = outcome.withLock({ $0 }) else { throw StagingFault.abandoned }
        return try result.get()
    }
}
