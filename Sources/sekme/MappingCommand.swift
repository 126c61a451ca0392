import ArgumentParser
import House
import Kernel

struct MappingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mapping",
        abstract: "Saved ways to read a source.",
        subcommands: [MappingList.self, MappingShow.self, MappingSave.self, MappingRemove.self]
    )
}

struct MappingList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the mappings.")

    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await shared.open()
        print(try await MappingCommands(session).list(shared.language))
        await session.close()
    }
}

struct MappingShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a mapping as JSON.")

    @Argument(help: "The mapping.")
    var name: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await shared.open()
        print(try await MappingCommands(session).show(name))
        await session.close()
    }
}

struct MappingSave: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save",
        abstract: "Save a mapping from a file, over one of its name."
    )

    @Argument(help: "A file as “show” prints it.", completion: .file())
    var file: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await shared.open(create: true, recording: "mapping save")
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

struct MappingRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove a saved mapping; a shipped one of its name counts again."
    )

    @Argument(help: "The mapping.")
    var name: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await shared.open(recording: "mapping remove")
        try await MappingCommands(session).remove(name)
        await session.close()
        print(Text(lv: "Izdzēsts.", en: "Removed.")[shared.language])
    }
}
