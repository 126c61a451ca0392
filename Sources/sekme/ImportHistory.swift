import ArgumentParser
import Exchange
import Frame
import House
import Kernel

struct ImportList: OpeningCommand {
    static let door = CommandDoors.importList
    static let configuration = CommandConfiguration(commandName: "list", abstract: does)

    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter()
        let batches = try await Importer(session.desk).list()
        print(ImportWords(session.world.house, shared.language).history(batches))
        await session.close()
    }
}

struct ImportUndo: OpeningCommand {
    static let door = CommandDoors.importUndo
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: does
    )

    @Argument(help: "The number of the import, as “sekme import list” shows it first.")
    var batch: Int
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "import undo")
        let importer = Importer(session.desk)
        let summary = try await importer.batch(BatchID(rawValue: batch))
        try await importer.undo(summary.id)
        print(ImportWords(session.world.house, shared.language).undone(summary))
        await session.close()
    }
}
