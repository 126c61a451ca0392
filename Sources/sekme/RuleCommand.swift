import ArgumentParser
import Frame
import House
import Kernel

struct RuleCommand: AsyncParsableCommand, CommandFamily {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "The dated rules of regulations: limits, thresholds, bands.",
        subcommands: CommandTree.of([RuleList.self, RuleShow.self, RuleSet.self])
    )
}

struct RuleList: OpeningCommand {
    static let door = CommandDoors.rulesList
    static let configuration = CommandConfiguration(commandName: "list", abstract: does)

    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter()
        print(try await RuleCommands(session, shared.language).list())
        await session.close()
    }
}

struct RuleShow: OpeningCommand {
    static let door = CommandDoors.rulesShow
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: does
    )

    @Argument(help: "The rule.")
    var name: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter()
        print(try await RuleCommands(session, shared.language).show(name))
        await session.close()
    }
}

struct RuleSet: OpeningCommand {
    static let door = CommandDoors.rulesSet
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: does
    )

    @Argument(help: "The rule.")
    var name: String
    @Argument(help: "Answers as name=value; those not given stay.")
    var answers: [String]
    @Option(help: "The first day of a new record, as 2027-09-01.")
    var from: String?
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "rules set")
        let day = try from.map { try Shared.day($0) }
        let period = try await RuleCommands(session, shared.language).set(name, from: day, answers)
        await session.close()
        print(Text(lv: "Saglabāts: \(period)", en: "Saved: \(period)")[shared.language])
    }
}

struct CodeCommand: AsyncParsableCommand, CommandFamily {
    static let configuration = CommandConfiguration(
        commandName: "codes",
        abstract: "The lists of codes: reasons for leaving, kinds of programmes.",
        subcommands: CommandTree.of([CodeList.self, CodeSet.self])
    )
}

struct CodeList: OpeningCommand {
    static let door = CommandDoors.codesList
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: does
    )

    @Argument(help: "A list.")
    var list: String?
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter()
        print(try await CodeCommands(session, shared.language).list(list))
        await session.close()
    }
}

struct CodeSet: OpeningCommand {
    static let door = CommandDoors.codesSet
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: does
    )

    @Argument(help: "The list.")
    var list: String
    @Argument(help: "The code.")
    var code: String
    @Argument(help: "Answers as name=value: lv, en, to; kind of a new reason of absence.")
    var answers: [String]
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "codes set")
        try await CodeCommands(session, shared.language).set(list, code, answers)
        await session.close()
        print(Text(lv: "Saglabāts.", en: "Saved.")[shared.language])
    }
}
