import Foundation
import Testing

/// Which texts `scripts/texts` takes for written in one language alone.
struct TextsTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// What the script says of a source, and how it ends.
    private func found(_ source: String) throws -> (said: String, status: Int32) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("Words.swift")
        try source.write(to: file, atomically: true, encoding: .utf8)
        let (process, output) = (Process(), Pipe())
        process.executableURL = Self.root.appendingPathComponent("scripts/texts")
        process.arguments = [folder.path]
        process.standardOutput = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: said, as: UTF8.self), process.terminationStatus)
    }

    /// Nothing between quotes; written out, this file would hold what the script looks for.
    private static let nothing = String(repeating: "\"", count: 2)

    @Test func `a text with one empty language is found by its line, on however many lines it stands`() throws
    {
        let english = try found("let a = 1\nlet words = Text(lv: \"Skola\", en: \(Self.nothing))\n")
        #expect(english.status == 1 && english.said.contains("Words.swift:2: nothing under en"))
        let latvian = try found(
            "let words = Text(\n    lv:\n        \(Self.nothing),\n    en: \"School\"\n)\n"
        )
        #expect(latvian.status == 1 && latvian.said.contains("Words.swift:2: nothing under lv"))
    }

    @Test func `a text of both languages, of none, or over several lines is complete`() throws {
        let long = Self.nothing + "\""
        let sources = [
            "Text(lv: \"Skola\", en: \"School\")", "Text(lv: \(Self.nothing), en: \(Self.nothing))",
            "Text(lv: \(long)\n    Skola\n    \(long), en: \(long)\n    School\n    \(long))",
        ]
        for source in sources {
            let answer = try found(source)
            #expect(answer.status == 0 && answer.said.isEmpty, "\(source)")
        }
    }
}
