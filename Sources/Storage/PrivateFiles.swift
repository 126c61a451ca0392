internal import FoundationEssentials

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Files and folders that nobody but their owner may read.
package enum PrivateFiles {
    /// Where temporary files go.
    static var temporary: String { FileManager.default.temporaryDirectory.path }

    /// A folder of stores that nobody has yet, for files in the clear that are soon removed.
    static func scratch(in folder: String, _ name: String) -> SQLiteFolder {
        let chance = hexadecimal((0..<8).map { _ in UInt8.random(in: .min ... .max) })
        return SQLiteFolder(path: "\(folder)/\(name)-\(chance)")
    }

    /// Makes a folder with mode 0700 where there is none.
    static func makeFolder(_ path: String) throws {
        guard !exists(path) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw StorageError(.unavailable, details: "the folder \(path) cannot be made: \(error)")
        }
    }

    /// Makes a file with mode 0600; false where there is one already.
    ///
    /// What is written is on the disk when this returns.
    @discardableResult
    static func make(_ path: String, _ bytes: [UInt8] = []) throws -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            if errno == EEXIST { return false }
            throw StorageError(.unavailable, details: "the file \(path) cannot be made (\(errno))")
        }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            guard count > 0 else {
                throw StorageError(.unavailable, details: "the file \(path) cannot be written (\(errno))")
            }
            written += count
        }
        guard fsync(file) == 0 else {
            throw StorageError(.unavailable, details: "the file \(path) cannot be written (\(errno))")
        }
        return true
    }

    /// Puts the names in a folder on the disk.
    static func sync(folder path: String) {
        let folder = open(path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    /// Removes a file or a folder with what is in it; nothing where there is none.
    static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Puts a file in another's place in one step.
    static func rename(_ path: String, _ target: String) throws {
        #if canImport(Glibc)
        let failed = Glibc.rename(path, target) != 0
        #elseif canImport(Musl)
        let failed = Musl.rename(path, target) != 0
        #else
        let failed = Darwin.rename(path, target) != 0
        #endif
        if failed {
            throw StorageError(.unavailable, details: "the file \(path) cannot be renamed (\(errno))")
        }
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    /// Whether anybody but the owner may do anything with a file.
    package static func isOpenToOthers(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) != 0 || status.st_mode & 0o077 != 0
    }
}
