import Foundation

/// The folder with real data and reference values that lies beside the project or where `SEKME_DATA` says.
enum SharedData {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["SEKME_DATA"] { return URL(fileURLWithPath: path) }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.appendingPathComponent("../shared/data").standardizedFileURL
    }()

    static let isPresent = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent("reference/correlations_R.json").path
    )

    static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    /// The columns of a file with `;` between numbers and words, by heading; words are left out.
    static func columns(_ path: String) throws -> [String: [Double]] {
        let lines = try text(path).split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ";", omittingEmptySubsequences: false).map { $0.filter { $0 != "\"" } }
        }
        guard let heading = lines.first else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: heading.enumerated().map { index, name in
                (name, lines.dropFirst().compactMap { Double($0[index]) })
            }
        )
    }
}
