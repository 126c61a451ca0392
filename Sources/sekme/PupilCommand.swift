import ArgumentParser
import House
import Kernel

struct PupilCommand: AsyncParsableCommand, CommandFamily {
    static let configuration = CommandConfiguration(
        commandName: "pupil",
        abstract: "Pupils who may be registered twice: list them, join two, part them again.",
        subcommands: CommandTree.of([PupilDuplicates.self, PupilJoin.self, PupilPart.self])
    )
}

struct PupilDuplicates: OpeningCommand {
    static let door = CommandDoors.pupilDuplicates
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: does
    )

    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "pupil duplicates")
        print(try await DuplicateCommands(session, shared.language).list())
        await session.close()
    }
}

struct PupilJoin: OpeningCommand {
    static let door = CommandDoors.pupilMerge
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: does
    )

    @Argument(help: "The number that stays.")
    var survivor: Int
    @Argument(help: "The number that is joined.")
    var other: Int
    @Option(help: "Which records stay where the two contradict each other: survivor, other or both.")
    var keep: String?
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "pupil merge")
        print(try await DuplicateCommands(session, shared.language).join(survivor, other, keep: keep))
        await session.close()
    }
}

struct PupilPart: OpeningCommand {
    static let door = CommandDoors.pupilUnmerge
    static let configuration = CommandConfiguration(
        commandName: "unmerge",
        abstract: does
    )

    @Argument(help: "The number of the joining, as the list shows it.")
    var merge: Int
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "pupil unmerge")
        print(try await DuplicateCommands(session, shared.language).part(merge))
        await session.close()
    }
}
