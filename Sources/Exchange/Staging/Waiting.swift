import Dispatch
import Synchronization

/// Waits on a thread of the database engine for something that only a task can do.
///
/// Never call it from a task: there are as many threads for tasks as processors, and one that waits is lost.
func waiting<T: Sendable>(_ body: @escaping @Sendable () async throws -> T) throws -> T {
    let answer = Answer<T>()
    let done = DispatchSemaphore(value: 0)
    Task.detached {
        let result: Result<T, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        answer.value.withLock { $0 = result }
        done.signal()
    }
    done.wait()
    guard let result = answer.value.withLock({ $0 }) else { throw StagingFault.abandoned }
    return try result.get()
}

private final class Answer<T: Sendable>: Sendable {
    let value = Mutex<Result<T, any Error>?>(nil)
}
