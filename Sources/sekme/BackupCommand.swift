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

struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "Care of the database.",
        subcommands: [RotateKeys.self, Tables.self]
    )
}

struct RotateKeys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-keys",
        abstract: "Make a new sealing key for the tenant and seal everything again."
    )

    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await shared.open()
        let count = try await session.world.database.rotateKeys(tenant: session.desk.tenant.rawValue)
        let noun = Noun(lv: "vērtība", "vērtības", en: "value", "values").counted(count)
        print(Text(lv: "Pārkodēts: \(noun.lv).", en: "Sealed again: \(noun.en).")[shared.language])
        await session.close()
    }
}

struct Tables: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract: "Print the list of all tables, as docs/data-model.md has it."
    )

    func run() throws {
        print(DataModel.markdown(sekme), terminator: "")
    }
}
