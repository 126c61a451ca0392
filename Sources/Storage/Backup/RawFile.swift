#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// A file read or written in order, closed when it is let go.
final class RawFile {
    private let file: Int32
    private let path: String

    init(reading path: String) throws {
        self.path = path
        file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw RawFile.fault(path) }
    }

    /// Makes a file with mode 0600 that must not be there.
    init(making path: String) throws {
        self.path = path
        file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw RawFile.fault(path) }
    }

    deinit { close(file) }

    /// The next bytes; fewer only at the end.
    func read(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes[filled...].withUnsafeMutableBytes { space in
                #if canImport(Glibc)
                Glibc.read(file, space.baseAddress, space.count)
                #elseif canImport(Musl)
                Musl.read(file, space.baseAddress, space.count)
                #else
                Darwin.read(file, space.baseAddress, space.count)
                #endif
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw RawFile.fault(path) }
            if got == 0 { break }
            filled += got
        }
        return filled == count ? bytes : Array(bytes.prefix(filled))
    }

    func write(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { space in
                #if canImport(Glibc)
                Glibc.write(file, space.baseAddress, space.count)
                #elseif canImport(Musl)
                Musl.write(file, space.baseAddress, space.count)
                #else
                Darwin.write(file, space.baseAddress, space.count)
                #endif
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw RawFile.fault(path) }
            written += count
        }
    }

    /// Puts what was written on the disk.
    func sync() throws {
        guard fsync(file) == 0 else { throw RawFile.fault(path) }
    }

    private static func fault(_ path: String) -> StorageError {
        StorageError(.unavailable, details: "the file \(path) cannot be used (\(errno))")
    }
}
