internal import Foundation
package import Testing

/// The folder of shared data, named by `SEKME_DATA` or beside the package.
package enum SharedData {
    private static let folder: String = {
        if let named = ProcessInfo.processInfo.environment["SEKME_DATA"], !named.isEmpty { return named }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.appending(path: "../shared/data").standardized.path
    }()

    /// The path of a file in it.
    package static func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// Whether it is here.
    package static var isThere: Bool {
        ["registers", "rezekne", "pupils"].allSatisfy { FileManager.default.fileExists(atPath: path($0)) }
    }

    /// What a test says that is skipped for want of it.
    package static let absence: Comment = "The shared data are not here: SEKME_DATA names no folder with them"
}
