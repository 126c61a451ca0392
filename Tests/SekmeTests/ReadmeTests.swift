import ArgumentParser
import Foundation
import Testing

@testable import sekme

/// What the README tells people to type.
struct ReadmeTests {
    /// The command lines of the README, without their first word.
    private static func lines() throws -> [[String]] {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("README.md")
        let text = try String(contentsOf: path, encoding: .utf8).replacing("\\\n", with: " ")
        return text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("    sekme ") || line.hasPrefix("    sekme-cli ") else { return nil }
            let typed = Self.words(of: line.prefix { $0 != "#" })
            return Array(typed.dropFirst())
        }
    }

    /// Words as a shell parts them, as far as the README needs it: quotes hold words together.
    private static func words(of line: Substring) -> [String] {
        var words: [String] = []
        for (number, piece) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if number.isMultiple(of: 2) {
                words += piece.split(separator: " ").map(String.init)
            } else {
                words.append(String(piece))
            }
        }
        return words
    }

    @Test func `every command line of the README is one that the program understands`() throws {
        let lines = try Self.lines()
        #expect(lines.count >= 20)
        for line in lines {
            #expect(throws: Never.self, "\(line)") { _ = try Sekme.parseAsRoot(line) }
        }
    }
}
