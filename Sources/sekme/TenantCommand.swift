import Access
import ArgumentParser
import Frame
import House
import Kernel
import Storage

struct TenantCommand: AsyncParsableCommand, CommandFamily {
    static let configuration = CommandConfiguration(
        commandName: "tenant",
        abstract: "The boards of a database.",
        subcommands: CommandTree.of([TenantAdd.self, TenantChange.self, TenantList.self])
    )
}

struct TenantAdd: OpeningCommand {
    static let door = CommandDoors.tenantAdd
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: does
    )

    @Argument(help: "The name of the board.")
    var name: String
    @Option(help: "The host name that leads to it, where the database holds several.")
    var host = ""
    @OptionGroup var shared: Shared

    func run() async throws {
        let world = try await enterMachine(create: true)
        try await TenantCommands.add(name, host: host, shared.language, world)
        try await CommandSession.record("tenant add", systemUser: SystemUser.current, world)
        await world.database.close()
        print(Text(lv: "„\(name)” izveidota.", en: "“\(name)” was made.")[shared.language])
    }
}

struct TenantChange: OpeningCommand {
    static let door = CommandDoors.tenantChange
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: does
    )

    @Option(help: "The new name.")
    var name: String?
    @Option(help: "The new host name.")
    var host: String?
    @Option(help: "How many persons one export may hold without a second person.")
    var exportCeiling: Int?
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "tenant change")
        try await TenantCommands.change(
            name: name,
            host: host,
            exportCeiling: exportCeiling,
            session
        )
        await session.close()
        print(Text(lv: "Saglabāts.", en: "Saved.")[shared.language])
    }
}

struct TenantList: OpeningCommand {
    static let door = CommandDoors.tenantList
    static let configuration = CommandConfiguration(commandName: "list", abstract: does)

    @OptionGroup var shared: Shared

    func run() async throws {
        let world = try await enterMachine(create: false)
        print(try await TenantCommands.list(world))
        await world.database.close()
    }
}
