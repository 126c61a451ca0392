import ArgumentParser
import Frame
import House
import Kernel

struct SubscriptionCommand: AsyncParsableCommand, CommandFamily {
    static let configuration = CommandConfiguration(
        commandName: "subscription",
        abstract: "Reports that people are told of when figures change.",
        subcommands: CommandTree.of([SubscriptionList.self, SubscriptionRunNow.self])
    )
}

struct SubscriptionList: OpeningCommand {
    static let door = CommandDoors.subscriptionList
    static let configuration = CommandConfiguration(commandName: "list", abstract: does)

    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "subscription list")
        print(try await SubscriptionCommands(session).list(shared.language))
        await session.close()
    }
}

struct SubscriptionRunNow: OpeningCommand {
    static let door = CommandDoors.subscriptionRun
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: does
    )

    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "subscription run")
        print(try await SubscriptionCommands(session).run()[shared.language])
        await session.close()
    }
}
