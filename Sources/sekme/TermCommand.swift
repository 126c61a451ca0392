import ArgumentParser
import House
import Kernel

struct TermCommand: AsyncParsableCommand, CommandFamily {
    static let configuration = CommandConfiguration(
        commandName: "terms",
        abstract: "The days of terms.",
        subcommands: CommandTree.of([TermList.self, TermSet.self])
    )
}

struct TermList: OpeningCommand {
    static let door = CommandDoors.termsList
    static let configuration = CommandConfiguration(commandName: "list", abstract: does)

    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter()
        print(try await TermCommands(session, shared.language).list())
        await session.close()
    }
}

struct TermSet: OpeningCommand {
    static let door = CommandDoors.termsSet
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: does
    )

    @Argument(help: "The school year, as 2025/2026.")
    var year: String
    @Argument(help: "The term: 1 or 2.")
    var term: Int
    @Argument(help: "Answers as name=value: from, to; those not given stay.")
    var answers: [String]
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "terms set")
        try await TermCommands(session, shared.language).set(year, term, answers)
        await session.close()
        print(Text(lv: "Saglabāts.", en: "Saved.")[shared.language])
    }
}
