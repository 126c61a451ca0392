import ArgumentParser
import Exchange
import Foundation
import Frame
import House
import Kernel

struct ImportCommand: AsyncParsableCommand, CommandFamily {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import files, list imports, or take one back.",
        subcommands: CommandTree.of([ImportFiles.self, ImportList.self, ImportUndo.self, ImportFormats.self]),
        defaultSubcommand: ImportFiles.self
    )
}

struct ImportFiles: OpeningCommand {
    static let door = CommandDoors.importFiles
    static let configuration = CommandConfiguration(
        commandName: "files",
        abstract: does
    )

    @Argument(help: "Files: CSV, XLSX or ODS; a folder or a zip file of CSV tables.", completion: .file())
    var files: [String]
    @Option(help: "The format, where it is not to be recognised.")
    var format: String?
    @Option(help: "A saved mapping.")
    var mapping: String?
    @Option(help: "The school year of the data, as 2022/2023.")
    var year: String?
    @Option(help: "The term of the data, 1 or 2.")
    var term: Int?
    @Option(
        name: .customLong("set"),
        help: "What the files do not say, as institution=Ozolu vidusskola; may be given several times."
    )
    var constants: [String] = []
    @Option(help: "The institution whose data they are, and whose alone are changed; all where not given.")
    var institution: String?
    @Option(
        help:
            "The encoding of text files, where it is not to be found out: windows1257, macCentralEurope, dos775."
    )
    var encoding: String?
    @Option(
        help: "What becomes of letters that went through a wrong encoding: mended, or kept as they stand."
    )
    var letters: String?
    @Option(
        help: "A new CSV file for the lines that are not taken over, with what is wrong and what to do.",
        completion: .file()
    )
    var rejected: String?
    @Option(help: "What a file with many persons is needed for; a second person approves it.")
    var reason = ""
    @Flag(help: "Only show what would change.")
    var dryRun = false
    @Flag(help: "Save without a question.")
    var yes = false
    @Flag(help: "Agree that rows are removed even where they are more than one in a hundred.")
    var acceptRemovals = false
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(create: true, recording: "import files")
        if let rejected { try RejectedCommands.requirePlace(rejected) }
        let words = ImportWords(session.world.house, shared.language)
        let importer = Importer(session.desk)
        var request = ImportRequest(files: files, format: format, mapping: mapping)
        (request.encoding, request.letters) = (encoding, letters)
        request.constants = try Self.constants(constants)
        request.constants["year"] = year ?? request.constants["year"]
        request.constants["term"] = term.map { String($0) } ?? request.constants["term"]
        request.institution = try await session.institution(institution)
        let progress = TerminalProgress(language: shared.language)
        let staged = try await importer.stage(request, progress: progress.show)
        progress.clear()
        if let goesOn = words.goesOn(staged) { print(goesOn) }
        print(words.plan(staged))
        if let rows = words.rows(staged) { print(rows) }
        let samples = try await FirstSamples.load(staged, session.desk, shared.language)
        try await samples.record()
        if let first = words.samples(samples) { print(first) }
        if staged.plan.hasDoubts {
            print(words.doubts(try await importer.findings(staged.id, limit: 10_000)))
        }
        let found = try await importer.findings(staged.id, limit: ImportWords.shown, withDoubts: false)
        let told = words.findings(found, of: staged.plan, inFile: rejected != nil)
        if let told { print(told) }
        if let rejected {
            let lines = try await RejectedCommands(session).write(staged, to: rejected, reason: reason)
            print(words.rejected(lines, in: rejected))
        }
        let nothing = words.nothingTaken(staged.plan)
        let refusal = dryRun || staged.plan.changes == 0 || yes ? nil : ask(words)
        guard !dryRun, refusal == nil else {
            try await importer.discard(staged.id)
            await session.close()
            if let refusal = refusal ?? nothing { throw refusal }
            return
        }
        let report = try await importer.apply(
            staged,
            acceptRemovals: acceptRemovals,
            progress: progress.show
        )
        progress.clear()
        print(words.done(report))
        await session.close()
        if let nothing { throw nothing }
    }

    private static func constants(_ items: [String]) throws -> [String: String] {
        var constants: [String: String] = [:]
        for item in items {
            let sides = item.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2 else { throw Refusal.constant(item) }
            constants[sides[0]] = sides[1]
        }
        return constants
    }

    /// Asks whether to save; whatever is not yes is a refusal, so that no script takes it for done.
    private func ask(_ words: ImportWords) -> Refusal? {
        FileHandle.standardOutput.write(Data(words.question.utf8))
        let answer = readLine()
        if answer == nil { print() }
        return words.refusal(answer)
    }
}

extension Refusal {
    fileprivate static func constant(_ item: String) -> Refusal {
        Refusal(
            .usage,
            Text(lv: "„\(item)” nenosaka vērtību.", en: "“\(item)” sets no value."),
            advice: Text(lv: "Rakstiet LAUKS=VĒRTĪBA.", en: "Write FIELD=VALUE.")
        )
    }
}

/// One line on the terminal's error stream, written over itself; nothing where nobody watches.
struct TerminalProgress: Sendable {
    let language: Language

    func show(_ progress: ImportProgress) {
        guard isatty(2) == 1 else { return }
        let share = progress.allBytes > 0 ? " \(100 * progress.doneBytes / progress.allBytes) %" : ""
        FileHandle.standardError.write(
            Data("\r\(progress.phase.words[language])\(share) \(progress.lines)\u{1b}[K".utf8)
        )
    }

    func clear() {
        guard isatty(2) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1b}[K".utf8))
    }
}
