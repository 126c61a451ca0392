package import Foundation
internal import Synchronization

/// Files that are on disk in the clear only while they are read; they go with the last who holds this.
package final class TemporaryFiles: Sendable {
    /// Its path.
    package let folder: String

    /// Makes a folder that nobody else may look into.
    package init() throws {
        let process = ProcessInfo.processInfo.processIdentifier
        let name = "\(TemporaryFiles.prefix)\(process)-\(UUID().uuidString)"
        _ = TemporaryFiles.own.withLock { $0.insert(name) }
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    /// The folders of this process.
    ///
    /// Where every start has the same number, as in a container, others of that number are of an earlier one.
    private static let own = Mutex<Set<String>>([])

    /// Removes what processes of this machine left behind that were stopped while they read.
    static func sweep() {
        let root = FileManager.default.temporaryDirectory
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        for name in names where name.hasPrefix(prefix) {
            let process = name.dropFirst(prefix.count).prefix { $0 != "-" }
            guard let number = Int32(process), isOver(number, name) else { continue }
            try? FileManager.default.removeItem(at: root.appendingPathComponent(name))
        }
    }

    private static func isOver(_ process: Int32, _ name: String) -> Bool {
        if process == ProcessInfo.processInfo.processIdentifier {
            return own.withLock { !$0.contains(name) }
        }
        return kill(process, 0) != 0 && errno == ESRCH
    }

    /// The machine's name is in it: numbers of processes mean nothing elsewhere.
    private static var prefix: String { "sekme-import-\(ProcessInfo.processInfo.hostName)-" }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
        let name = URL(fileURLWithPath: folder).lastPathComponent
        _ = TemporaryFiles.own.withLock { $0.remove(name) }
    }

    /// Makes an empty file and opens it for writing.
    package func make(_ name: String) throws -> (path: String, handle: FileHandle) {
        let path = "\(folder)/\(name)"
        let isMade = FileManager.default.createFile(
            atPath: path,
            contents: nil,
            attributes: [.posixPermissions: 0o600]
        )
        guard isMade, let handle = FileHandle(forWritingAtPath: path) else { throw StagingFault.abandoned }
        return (path, handle)
    }
}
