import Foundation

/// A file of `Sources` with its text.
struct SourceFile {
    /// Its target, which the folder is called as.
    let target: String
    /// Where it lies below `Sources`.
    let path: String
    let text: String

    /// All files, in the order of their paths.
    static func all() throws -> [SourceFile] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources").path
        return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix(".swift") }
            .map { path in
                let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
                return SourceFile(target: String(path.prefix { $0 != "/" }), path: path, text: text)
            }
    }

    /// The names that values of a type are made with here, where they are written out: `RegisterTable("pupil", …)`.
    func names(madeBy type: String) -> [String] {
        var names: [String] = []
        var before = ""
        for piece in text.components(separatedBy: "\(type)(") {
            defer { before = piece }
            // What comes before the first is no call, and `OwnRegisterTable(` is another type's.
            guard let last = before.last, !last.isLetter, !last.isNumber else { continue }
            var words = piece.drop { $0.isWhitespace }
            if words.hasPrefix("id: ") { words = words.dropFirst("id: ".count) }
            guard words.first == "\"" else { continue }
            let name = words.dropFirst().prefix { $0 != "\"" }
            // One that is put together from others is a pattern of names.
            if !name.contains("\\(") { names.append(String(name)) }
        }
        return names
    }
}
