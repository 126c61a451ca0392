import ArgumentParser
import Frame
import House
import Kernel
import Storage

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the database to a folder while it is in use."
    )

    @Argument(help: "The folder for the copy.")
    var folder: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let world = try await shared.world(create: false)
        try await world.database.backup(to: folder)
        await world.database.close()
        print(
            Text(
                lv: "Kopija ir mapē \(folder). Atslēgas fails glabājams atsevišķi.",
                en: "The copy is in \(folder). Keep the key file apart from it."
            )[shared.language]
        )
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make a database out of a backup, and check that its key opens it."
    )

    @Argument(help: "The folder of the backup.", completion: .directory)
    var folder: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let address = try shared.address
        try Database.restore(folder, to: address)
        let world = try await shared.world(create: false)
        await world.database.close()
        print(Text(lv: "Datubāze ir atjaunota.", en: "The database is restored.")[shared.language])
    }
}
