import Access
import ArgumentParser
import Frame
import House
import Kernel
import Storage

struct DatabaseCommand: AsyncParsableCommand, CommandFamily {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "Care of the database.",
        subcommands: CommandTree.of([RotateKeys.self, RotateMasterKey.self, Tables.self])
    )
}

struct RotateKeys: OpeningCommand {
    static let door = CommandDoors.rotateKeys
    static let configuration = CommandConfiguration(
        commandName: "rotate-keys",
        abstract: does
    )

    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "db rotate-keys")
        let count = try await session.world.database.rotateKeys(tenant: session.desk.tenant.rawValue)
        let noun = Noun(lv: "vērtība", "vērtības", en: "value", "values").counted(count)
        print(Text(lv: "Pārkodēts: \(noun.lv).", en: "Sealed again: \(noun.en).")[shared.language])
        await session.close()
    }
}

struct RotateMasterKey: OpeningCommand {
    static let door = CommandDoors.rotateMasterKey
    static let configuration = CommandConfiguration(
        commandName: "rotate-master-key",
        abstract: does,
        discussion: """
            Stop the servers of the database first; the command is refused while one has it open. The old key is kept beside the file: it opens the backups that \
            were made before.
            """
    )

    @OptionGroup var shared: Shared

    func run() async throws {
        let world = try await enterMachine(create: false)
        try await CommandSession.record("db rotate-master-key", systemUser: SystemUser.current, world)
        let kept = try await world.database.rotateMasterKey()
        let id = world.database.sealer.masterKeyId
        await world.database.close()
        print(
            Text(
                lv: "Jaunā atslēga ir \(id). Iepriekšējā ir failā \(kept); ar to atver līdzšinējās kopijas.",
                en: "The new key is \(id). The old one is in \(kept); it opens the backups made so far."
            )[shared.language]
        )
    }
}

struct Tables: UnopeningCommand {
    static let door = CommandDoors.tables
    static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract: does
    )

    @OptionGroup var unopened: Unopened

    func run() throws {
        print(DataModel.markdown(sekme), terminator: "")
    }
}
