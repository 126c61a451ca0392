import ArgumentParser
import Frame
import House
import Kernel

struct MappingCommand: AsyncParsableCommand, CommandFamily {
    static let configuration = CommandConfiguration(
        commandName: "mapping",
        abstract: "Saved ways to read a source.",
        subcommands: CommandTree.of([
            MappingList.self, MappingShow.self, MappingSave.self, MappingRemove.self,
        ])
    )
}

struct MappingList: OpeningCommand {
    static let door = CommandDoors.mappingList
    static let configuration = CommandConfiguration(commandName: "list", abstract: does)

    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter()
        print(try await MappingCommands(session).list(shared.language))
        await session.close()
    }
}

struct MappingShow: OpeningCommand {
    static let door = CommandDoors.mappingShow
    static let configuration = CommandConfiguration(commandName: "show", abstract: does)

    @Argument(help: "The mapping.")
    var name: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter()
        print(try await MappingCommands(session).show(name))
        await session.close()
    }
}

struct MappingSave: OpeningCommand {
    static let door = CommandDoors.mappingSave
    static let configuration = CommandConfiguration(
        commandName: "save",
        abstract: does
    )

    @Argument(help: "A file as “show” prints it.", completion: .file())
    var file: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(create: true, recording: "mapping save")
        let name = try await MappingCommands(session).save(file)
        await session.close()
        print(
            Text(
                lv: "Saglabāts. Lietojiet: sekme import FAILS --mapping \(name)",
                en: "Saved. Use it: sekme import FILE --mapping \(name)"
            )[shared.language]
        )
    }
}

struct MappingRemove: OpeningCommand {
    static let door = CommandDoors.mappingRemove
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: does
    )

    @Argument(help: "The mapping.")
    var name: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "mapping remove")
        try await MappingCommands(session).remove(name)
        await session.close()
        print(Text(lv: "Izdzēsts.", en: "Removed.")[shared.language])
    }
}
