#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A file open for reading in order, or for writing anew.
final class PosixFile {
    private let descriptor: Int32

    /// Opens a file for reading from a byte on.
    init(reading path: String, at offset: Int = 0) throws(TabularFault) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw TabularFault(.unreadable) }
        guard offset == 0 || lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else {
            throw TabularFault(.unreadable)
        }
    }

    /// Opens a file for writing; what it held is gone.
    ///
    /// Only its owner may read it.
    init(writing path: String) throws(TabularFault) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw TabularFault(.unwritable) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Bytes of a regular file; a folder or a pipe is refused.
    static func size(_ path: String) throws(TabularFault) -> Int {
        var info = stat()
        guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
            throw TabularFault(.unreadable)
        }
        return Int(info.st_size)
    }

    /// Moves a finished file to its place, over one that may be there; only its owner may read it.
    static func move(_ from: String, to path: String) throws(TabularFault) {
        guard chmod(from, 0o600) == 0, rename(from, path) == 0 else {
            throw TabularFault(.unwritable, file: fileName(path))
        }
    }

    /// Removes a file, if it is there.
    static func remove(_ path: String) {
        unlink(path)
    }

    /// Writes all bytes.
    func write(_ bytes: UnsafeRawBufferPointer) throws(TabularFault) {
        var rest = bytes
        while let base = rest.baseAddress, rest.count > 0 {
            #if canImport(Darwin)
            let count = Darwin.write(descriptor, base, rest.count)
            #elseif canImport(Musl)
            let count = Musl.write(descriptor, base, rest.count)
            #else
            let count = Glibc.write(descriptor, base, rest.count)
            #endif
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw TabularFault(.unwritable) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}

extension PosixFile: ByteSource {
    func fill(_ space: UnsafeMutableRawBufferPointer) throws(TabularFault) -> Int {
        while true {
            let count = read(descriptor, space.baseAddress, space.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw TabularFault(.unreadable) }
            return count
        }
    }
}

/// The last part of a path.
func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
}
