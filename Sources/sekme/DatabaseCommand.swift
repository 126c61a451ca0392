import ArgumentParser
import Frame
import House
import Kernel
import Storage

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
