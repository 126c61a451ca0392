import ArgumentParser
import House
import Kernel

struct ScaleCommand: AsyncParsableCommand, CommandFamily {
    static let configuration = CommandConfiguration(
        commandName: "scales",
        abstract: "The scales of marks: their marks, levels, signs and the days on which they are used.",
        subcommands: CommandTree.of([ScaleList.self, ScaleShow.self, ScaleSet.self, ScaleMark.self])
    )
}

struct ScaleList: OpeningCommand {
    static let door = CommandDoors.scalesList
    static let configuration = CommandConfiguration(commandName: "list", abstract: does)

    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter()
        print(try await ScaleCommands(session, shared.language).list())
        await session.close()
    }
}

struct ScaleShow: OpeningCommand {
    static let door = CommandDoors.scalesShow
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: does
    )

    @Argument(help: "The code of the scale.")
    var code: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter()
        print(try await ScaleCommands(session, shared.language).show(code))
        await session.close()
    }
}

struct ScaleSet: OpeningCommand {
    static let door = CommandDoors.scalesSet
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: does
    )

    @Argument(help: "The code of the scale.")
    var code: String
    @Argument(help: "Answers as name=value: lv, en, lowest, highest, from, to; those not given stay.")
    var answers: [String]
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "scales set")
        try await ScaleCommands(session, shared.language).set(code, answers)
        await session.close()
        print(Text(lv: "Saglabāts.", en: "Saved.")[shared.language])
    }
}

struct ScaleMark: OpeningCommand {
    static let door = CommandDoors.scalesMark
    static let configuration = CommandConfiguration(
        commandName: "mark",
        abstract: does
    )

    @Argument(help: "The code of the scale.")
    var code: String
    @Argument(help: "The mark as it is written.")
    var mark: String
    @Argument(help: "Answers as name=value: number, level, counts, sign, from, to; those not given stay.")
    var answers: [String]
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "scales mark")
        try await ScaleCommands(session, shared.language).mark(code, mark, answers)
        await session.close()
        print(Text(lv: "Saglabāts.", en: "Saved.")[shared.language])
    }
}
