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

    @Argument(help: "The number of the batch, as the list shows it.")
    var batch: Int
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "import undo")
        try await Importer(session.desk).undo(BatchID(rawValue: batch))
        print(
            Text(lv: "Pakete \(batch) ir atsaukta.", en: "Batch \(batch) was taken back.")[shared.language]
        )
        await session.close()
    }
}
