import Foundation

/// A program in sendmail's place that writes what it was called with and what it was given into a folder.
enum FakeSendmail {
    /// Runs something with a folder that is gone afterwards.
    static func folder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    /// The program's path.
    static func make(_ folder: URL, exit code: Int) throws -> String {
        let path = folder.appendingPathComponent("sendmail")
        let script = """
            #!/bin/sh
            printf '%s\\n' "$@" > "\(folder.path)/arguments"
            cat > "\(folder.path)/message"
            exit \(code)
            """
        try Data(script.utf8).write(to: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path.path)
        return path.path
    }

    /// What it wrote.
    static func text(_ folder: URL, _ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    /// The words of a message that it was given.
    static func body(_ message: String) -> String? {
        let parts = message.components(separatedBy: "\n\n")
        guard parts.count > 1 else { return nil }
        return Data(base64Encoded: parts[1], options: .ignoreUnknownCharacters).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
