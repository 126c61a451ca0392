import ArgumentParser
import Frame
import House
import Kernel

struct AnnualReportCommand: OpeningCommand {
    static let door = CommandDoors.annualReport
    static let configuration = CommandConfiguration(
        commandName: "annual-report",
        abstract: does
    )

    @Argument(help: "The code of the programme, as PMP-2024.")
    var programme: String
    @Argument(help: "The calendar year, as 2025.")
    var year: Int
    @Argument(help: "The file: .pdf, .docx or .html.", completion: .file())
    var file: String
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "annual-report")
        try await AnnualReportCommands(session).write(programme, year, to: file, shared.language)
        await session.close()
        print(Text(lv: "Saglabāts: \(file)", en: "Saved: \(file)")[shared.language])
    }
}
