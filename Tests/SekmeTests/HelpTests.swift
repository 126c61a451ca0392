import ArgumentParser
import Foundation
import Testing

@testable import sekme

/// The help of every command as people read it, kept beside the tests, so that a change of it is seen and meant.
struct HelpTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Help/sekme.txt")
    private static let renewal = "SEKME_HELP=renew swift test --filter HelpTests"

    /// What `--help` says of one command, with the line that asks for it.
    private struct Screen {
        let asked: String
        let said: String

        var text: String { "\(asked)\n\(said)\n" }
    }

    private static func screens(
        of command: any ParsableCommand.Type,
        _ words: [String]
    ) -> [Screen] {
        let help = Sekme.helpMessage(for: command, includeHidden: false, columns: 80)
        let own = Screen(
            asked: "$ \((words + ["--help"]).joined(separator: " "))",
            said: help.trimmingCharacters(in: .newlines)
        )
        let others = command.configuration.subcommands.map { child in
            screens(of: child, words + [child.configuration.commandName ?? ""])
        }
        return [own] + others.flatMap { $0 }
    }

    private static func kept() throws -> [Screen] {
        let text = try "\n" + String(contentsOf: file, encoding: .utf8)
        return text.components(separatedBy: "\n$ ").dropFirst().map { part in
            let lines = part.components(separatedBy: "\n")
            return Screen(
                asked: "$ \(lines[0])",
                said: lines.dropFirst().joined(separator: "\n").trimmingCharacters(in: .newlines)
            )
        }
    }

    @Test func `every command's help is the one that is kept`() throws {
        let screens = Self.screens(of: Sekme.self, ["sekme"])
        if ProcessInfo.processInfo.environment["SEKME_HELP"] == "renew" {
            try screens.map(\.text).joined(separator: "\n").write(
                to: Self.file,
                atomically: true,
                encoding: .utf8
            )
        }
        let kept = try Self.kept()
        #expect(screens.map(\.asked) == kept.map(\.asked), "renew: \(Self.renewal)")
        let before = Dictionary(kept.map { ($0.asked, $0.said) }) { first, _ in first }
        for screen in screens {
            guard let said = before[screen.asked] else { continue }
            #expect(
                screen.said == said,
                "\(screen.asked) says something else; where it is meant: \(Self.renewal)"
            )
        }
    }
}
