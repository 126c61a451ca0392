import ArgumentParser
import Frame
import House
import Kernel
import Testing

@testable import sekme

/// The whole command tree, walked word by word.
struct CommandTreeTests {
    /// A word or a command of the tree with everything typed before it.
    private struct Branch {
        let name: String
        let type: any ParsableCommand.Type
    }

    private static func branches(of type: any ParsableCommand.Type, _ words: [String]) -> [Branch] {
        var all: [Branch] = []
        for child in type.configuration.subcommands {
            let path = words + [child.configuration.commandName ?? ""]
            all.append(Branch(name: path.joined(separator: " "), type: child))
            all += branches(of: child, path)
        }
        return all
    }

    private static let tree = branches(of: Sekme.self, [])

    @Test func `every command has the door of its own words`() {
        let leaves = Self.tree.filter { $0.type.configuration.subcommands.isEmpty }
        #expect(leaves.count >= 40)
        for leaf in leaves {
            let doored = leaf.type as? any DooredCommand.Type
            #expect(doored?.door.name == leaf.name, "\(leaf.name)")
        }
        #expect(Set(leaves.map(\.name)) == Set(CommandDoors.all.map(\.name)))
    }

    @Test func `a word with commands under it does nothing by itself`() {
        for group in Self.tree where !group.type.configuration.subcommands.isEmpty {
            #expect(group.type is any CommandFamily.Type, "\(group.name)")
            #expect(!(group.type is any DooredCommand.Type), "\(group.name)")
        }
    }

    @Test func `a command that opens no data says so, and all others open through their door`() {
        for branch in Self.tree {
            guard let doored = branch.type as? any DooredCommand.Type else { continue }
            let isOpening = branch.type is any OpeningCommand.Type
            #expect(isOpening == (doored.door.standing != .nobody), "\(branch.name)")
            let isUnopening = branch.type is any UnopeningCommand.Type
            #expect(isOpening != isUnopening, "\(branch.name)")
        }
    }

    @Test func `every command takes where the data are, whether it opens them or not`() throws {
        for leaf in Self.tree where leaf.type.configuration.subcommands.isEmpty {
            let help = Sekme.helpMessage(for: leaf.type)
            #expect(help.contains("--database <database>"), "\(leaf.name)")
        }
        let place = ["--database", "sqlite:data", "--key", "data.key", "--lang", "en"]
        for words in [["import", "formats"], ["doors"], ["db", "tables"], ["generate", "--out", "files"]] {
            let command = try #require(try Sekme.parseAsRoot(words + place) as? any UnopeningCommand)
            #expect(command.unopened.language == .en, "\(words)")
        }
    }
}
