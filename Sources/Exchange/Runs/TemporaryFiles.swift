import Foundation

/// Files that are on disk in the clear only while they are read; they go with the last who holds this.
final class TemporaryFiles: Sendable {
    let folder: String

    /// Makes a folder that nobody else may look into.
    init() throws {
        let name = "sekme-import-\(UUID().uuidString)"
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Makes an empty file and opens it for writing.
    func make(_ name: String) throws -> (path: String, handle: FileHandle) {
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
