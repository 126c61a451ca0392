import Access
import ArgumentParser
import Demo
import Foundation
import Frame
import House
import Kernel
import Storage

struct DemoCommand: OpeningCommand {
    static let door = CommandDoors.demo
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: does
    )

    @Flag(help: "Only make the data.")
    var noServe = false
    @Flag(help: "Forget what was there and start anew.")
    var reset = false
    @Option(help: "The seed of the invented board.")
    var seed: UInt64 = 1
    @Option(help: "About how many pupils.")
    var pupils = 3_512
    @Option(help: "How many school years up to today.")
    var years = 3
    @Option(help: "The port to listen on.")
    var port = 8080
    @OptionGroup var shared: Shared

    func run() async throws {
        var place = shared
        place.database = DemoFolder.database(place)
        try requireMachine()
        if reset {
            try await DemoReset.run(try place.address, logins: DemoFolder.logins(place))
        }
        let world = try await enterMachine(create: true, place)
        let logins = DemoLogins(place)
        let isThere = try await world.database.data.read { try !Tenants.all($0).isEmpty }
        if !isThere { try logins.write(try await make(world)) }
        // Written at once, as the server goes on and what is printed into a file would wait for its end.
        FileHandle.standardOutput.write(Data((try logins.text(port) + "\n").utf8))
        guard !noServe else { return await world.database.close() }
        try await Serving.run(world, ServeOptions(port: port))
    }

    private func make(_ world: World) async throws -> [DemoAccount] {
        let started = ContinuousClock.now
        let plan = BoardPlan(seed: seed, today: world.today, pupils: pupils, years: years)
        let demo = try await DemoTenant.make(plan, world.database, world.house, clock: world.clock)
        let seconds = (ContinuousClock.now - started).components.seconds
        let words = Text(
            lv: "\(DemoTenant.name): izveidots \(seconds) s.",
            en: "\(DemoTenant.name): made in \(seconds) s."
        )
        print(words[shared.language])
        return demo.accounts
    }
}

/// The logins of the demo, in a file beside the data that only its owner reads.
struct DemoLogins {
    private let path: String
    private let language: Language

    init(_ place: Shared) {
        path = DemoFolder.logins(place)
        language = place.language
    }

    func write(_ accounts: [DemoAccount]) throws {
        let lines = accounts.map { account in
            let place = account.place.isEmpty ? "" : " (\(account.place))"
            return "\(account.login)\t\(account.password)\t\(account.words[language])\(place)"
        }
        let text = lines.joined(separator: "\n") + "\n"
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard
            FileManager.default.createFile(atPath: path, contents: Data(text.utf8), attributes: attributes)
        else {
            throw Refusal(
                .invalid,
                Text(lv: "Pieteikšanās datus nevar saglabāt.", en: "The logins cannot be saved."),
                advice: Text(lv: "Pārbaudiet tiesības: \(path).", en: "Check the rights: \(path).")
            )
        }
    }

    /// The address and the logins, or the address alone where the file is gone.
    func text(_ port: Int) throws -> String {
        let address = "http://127.0.0.1:\(port)/"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return address }
        return text + address
    }
}

/// The folder of the demo's data.
enum DemoFolder {
    /// Where the demo goes: as said by the option or the environment, else a folder of its own.
    static func database(_ place: Shared) -> String {
        place.database ?? ProcessInfo.processInfo.environment["SEKME_DATABASE"] ?? "sqlite:demo-data"
    }

    /// The file of the logins, beside the folder or where the command is run.
    static func logins(_ place: Shared) -> String {
        guard let database = place.database, case .sqlite(var folder)? = try? DatabaseAddress(database) else {
            return "demo.logins"
        }
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return folder + ".logins"
    }
}

struct GenerateCommand: UnopeningCommand {
    static let door = CommandDoors.generate
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: does
    )

    @Option(help: "About how many pupils.")
    var pupils = 3_500
    @Option(help: "How many school years up to today.")
    var years = 3
    @Option(help: "The folder to write to.")
    var out: String
    @Option(help: "The seed of the invented board.")
    var seed: UInt64 = 1
    @Option(help: "The day that counts as today, as 2025-09-01.")
    var today: String?
    @Option(
        help:
            "Whose journals of the last year are written as e-klase workbooks: all, one institution from 1, 0 for none."
    )
    var journals = "all"
    @OptionGroup var unopened: Unopened

    func run() throws {
        let day = try today.map { try Shared.day($0) } ?? Instant.now().day
        let plan = BoardPlan(seed: seed, today: day, pupils: pupils, years: years)
        try generate(to: out, plan, journals: try JournalChoice(journals, plan))
    }
}
