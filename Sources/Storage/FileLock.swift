internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// A file that one at a time has to itself, among processes and within one; it ends with the process, however that
/// ends.
final class FileLock: Sendable {
    private let file: Mutex<Int32>

    private init(_ file: Int32) { self.file = Mutex(file) }

    deinit { end() }

    /// Makes the file where there is none and waits for it.
    static func waiting(_ path: String) async throws -> FileLock {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw StorageError(.unavailable, details: "the file \(path) cannot be made (\(errno))")
        }
        let lock = FileLock(file)
        if flock(file, LOCK_EX | LOCK_NB) == 0 { return lock }
        let failure = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var failure: Int32 = 0
                while flock(file, LOCK_EX) != 0 {
                    failure = errno
                    if failure != EINTR { break }
                    failure = 0
                }
                continuation.resume(returning: failure)
            }
        }
        guard failure == 0 else {
            throw StorageError(.unavailable, details: "the file \(path) cannot be locked (\(failure))")
        }
        return lock
    }

    /// Lets the next one have it.
    func end() {
        file.withLock { file in
            if file >= 0 { close(file) }
            file = -1
        }
    }
}
