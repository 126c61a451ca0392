import ArgumentParser
import Frame
import House
import Kernel

struct ExportCommand: OpeningCommand {
    static let door = CommandDoors.export
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: does
    )

    @Argument(help: "The table, as marks.")
    var name: String?
    @Argument(help: "The file: .csv, .xlsx or .ods; .zip for a set of tables.", completion: .file())
    var file: String?
    @Option(help: "The school year, as 2022/2023; the present one where not given.")
    var year: String?
    @Option(help: "An institution, by name or registration number.")
    var institution: String?
    @Option(help: "What a file with many persons is needed for; a second person approves it.")
    var reason = ""
    @Option(help: "The edition of a set of OneRoster, 1.1 or 1.2; 1.2 where not given.")
    var edition = ""
    @OptionGroup var shared: Shared

    func run() async throws {
        guard let name, let file else { return print(ExportCommands.list(sekme, shared.language)) }
        let session = try await enter(recording: "export")
        let leftOut = try await ExportCommands(session).write(
            name,
            to: file,
            year: try year.map { try Shared.schoolYear($0) },
            institution: institution,
            reason: reason,
            edition: edition
        )
        await session.close()
        if leftOut > 0 {
            let words = Text(
                lv: "Rindas, kurām formātā nav vietas un kuras nav saglabātas: \(leftOut).",
                en: "Rows for which the format has no place, and which were left out: \(leftOut)."
            )
            print(words[shared.language])
        }
        print(Text(lv: "Saglabāts: \(file)", en: "Saved: \(file)")[shared.language])
    }
}
