import Foundation
import Testing

/// The folder of shared data, named by `SEKME_DATA` or beside the package.
enum SharedData {
    static let folder: String = {
        if let named = ProcessInfo.processInfo.environment["SEKME_DATA"], !named.isEmpty { return named }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.appending(path: "../shared/data").standardized.path
    }()

    static func path(_ name: String) -> String { "\(folder)/\(name)" }

    static var isThere: Bool { FileManager.default.fileExists(atPath: path("registers")) }

    static let absence: Comment = "The shared data are not here: SEKME_DATA names no folder with registers"
}
