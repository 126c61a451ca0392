import ArgumentParser
import Frame
import House
import Kernel

struct ImportFormats: UnopeningCommand {
    static let door = CommandDoors.importFormats
    static let configuration = CommandConfiguration(
        commandName: "formats",
        abstract: does
    )

    @Argument(help: "A format.")
    var name: String?
    @Option(help: "Write a small file of the format, with invented data, to this path: .csv, .xlsx or .ods.")
    var sample: String?
    @Flag(help: "All formats with their fields, in Markdown.")
    var markdown = false
    @OptionGroup var unopened: Unopened

    func run() throws {
        let language = unopened.language
        let book = FormatBook(sekme, language)
        guard let name else {
            return print(markdown ? book.markdown : book.list, terminator: markdown ? "" : "\n")
        }
        guard let sample else { return print(try book.markdown(name)) }
        try book.sample(name, to: sample)
        print(Text(lv: "Izveidots: \(sample)", en: "Made: \(sample)")[language])
    }
}
