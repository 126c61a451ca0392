import ArgumentParser
import Frame
import House
import Kernel

/// A command with the permission that it needs; nothing else can be put into the command tree.
protocol DooredCommand: ParsableCommand {
    /// The door: there is no default, so a command that declares none does not compile.
    static var door: CommandDoor { get }
}

/// A command that opens no data; it takes where they are all the same.
protocol UnopeningCommand: DooredCommand {
    /// What every command takes that opens no data.
    var unopened: Unopened { get }
}

extension DooredCommand {
    /// What it does, for `--help`, as the page of doors says it.
    static var does: String { DoorWords.words(door).en }
}

/// A word with commands under it, which does nothing by itself.
protocol CommandFamily: ParsableCommand {}

/// A command that opens a database, which it can through its own door alone.
protocol OpeningCommand: DooredCommand, AsyncParsableCommand {
    /// What every command takes that opens data.
    var shared: Shared { get }
}

/// Puts the command tree together.
enum CommandTree {
    /// What stands under a word: commands with their doors, and groups of such.
    static func of(
        _ commands: [any DooredCommand.Type],
        groups: [any CommandFamily.Type] = []
    ) -> [any ParsableCommand.Type] {
        var all: [any ParsableCommand.Type] = []
        for command in commands { all.append(command) }
        for group in groups { all.append(group) }
        return all
    }
}
