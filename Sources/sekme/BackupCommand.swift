import Access
import ArgumentParser
import Frame
import House
import Kernel
import Storage

struct BackupCommand: OpeningCommand {
    static let door = CommandDoors.backup
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: does
    )

    @Argument(help: "The folder for the copy.")
    var folder: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let world = try await enterMachine(create: false)
        try await CommandSession.record("backup", systemUser: SystemUser.current, world)
        let made = try await world.database.backup(to: folder)
        await world.database.close()
        let rows = Noun(lv: "rinda", "rindas", en: "row", "rows").counted(made.rows)
        print(
            Text(
                lv:
                    "Kopija ir mapē \(folder): \(rows.lv). To atver atslēga \(made.key); tās fails glabājams atsevišķi.",
                en:
                    "The copy is in \(folder): \(rows.en). Key \(made.key) opens it; keep its file apart from it."
            )[shared.language]
        )
    }
}

struct RestoreCommand: OpeningCommand {
    static let door = CommandDoors.restore
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: does
    )

    @Argument(help: "The folder of the backup.", completion: .directory)
    var folder: String
    @Flag(
        help:
            "Only check: open it in a folder of its own, count its rows, verify the audit trail, leave nothing."
    )
    var verify = false
    @OptionGroup var shared: Shared

    func run() async throws {
        try requireMachine()
        if verify { return try await check() }
        let rows = try await Database.restore(
            folder,
            to: try shared.address,
            migrations: World.migrations,
            key: shared.keySource
        )
        let world = try await enterMachine(create: false)
        let found = try await BackupCheck.trail(world)
        try await CommandSession.record("restore", systemUser: SystemUser.current, world)
        await world.database.close()
        print(BackupCheck.words(rows, found, shared.language))
        print(Text(lv: "Datubāze ir atjaunota.", en: "The database is restored.")[shared.language])
        if !found.allSatisfy(\.isSound) { throw ExitCode(1) }
    }

    /// The key is the one named, else the one beside the database that the backup was made of.
    private func check() async throws {
        let key = try shared.keySource.file(for: shared.address)
        let (rows, found) = try await BackupCheck.run(folder, key: key, today: shared.fixedToday)
        print(BackupCheck.words(rows, found, shared.language))
        if !found.allSatisfy(\.isSound) { throw ExitCode(1) }
    }
}
