internal import Dispatch

/// The one thread on which passwords are tried.
///
/// The threads of Swift's tasks are as many as cores: a few people signing in would hold up every page. One at a
/// time also bounds the memory, 32 MiB a password.
enum PasswordThread {
    private static let queue = DispatchQueue(label: "sekme.password", qos: .userInitiated)

    /// Runs work there and waits without holding a thread.
    static func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}
