import Access
import ArgumentParser
import Foundation
import Frame
import House
import Kernel
import Storage

/// What every command takes that opens data.
struct Shared: ParsableArguments {
    @Option(help: "Where the data are: sqlite:FOLDER or postgres://…; SEKME_DATABASE says it too.")
    var database: String?

    @Option(help: "The file with the sealing key; SEKME_KEY says it too. Beside the folder where not given.")
    var key: String?

    @Option(help: "The day that counts as today, as 2025-09-01.")
    var today: String?

    @Option(name: .customLong("lang"), help: "The language of words: lv or en.")
    var lang: Language?

    @Option(name: .customLong("as"), help: "The account that asks; the operator where not given.")
    var account: String?

    @Option(help: "The tenant, where the database holds several.")
    var tenant: String?

    /// The database, opened and brought up to date.
    ///
    /// No command opens it but through its door.
    fileprivate func world(create: Bool) async throws -> World {
        try await World.open(try address, key: keySource, today: try fixedToday, create: create)
    }

    /// Where the key is, as given here or in the environment.
    var keySource: KeySource {
        let file = key ?? ProcessInfo.processInfo.environment["SEKME_KEY"]
        return file.map { KeySource.file($0) } ?? .besideTheFolder
    }

    /// The day that counts as today, where one is given.
    var fixedToday: Day? {
        get throws { try today.map { try Shared.day($0) } }
    }

    /// Where the data are, as given here or in the environment.
    var address: DatabaseAddress {
        get throws {
            guard let text = database ?? ProcessInfo.processInfo.environment["SEKME_DATABASE"] else {
                throw Refusal.noDatabase
            }
            return try DatabaseAddress(text)
        }
    }

    static func day(_ text: String) throws -> Day {
        do {
            return try Parse.day(text)
        } catch {
            throw Refusal(.usage, error.message, advice: error.advice)
        }
    }

    var language: Language { lang ?? .lv }

    /// The language wanted, before or without a successful parse.
    static func language(of arguments: [String]) -> Language {
        if let joined = arguments.last(where: { $0.hasPrefix("--lang=") }) {
            return Language(rawValue: String(joined.dropFirst(7))) ?? .lv
        }
        guard let at = arguments.firstIndex(of: "--lang"), at + 1 < arguments.count else { return .lv }
        return Language(rawValue: arguments[at + 1]) ?? .lv
    }
}

/// What every command takes that opens no data.
///
/// Whoever types or scripts commands gives all of them the same place of the data.
struct Unopened: ParsableArguments {
    @Option(help: "Where the data are, as other commands take it; this one opens none.")
    var database: String?

    @Option(help: "The file with the sealing key, as other commands take it; this one needs none.")
    var key: String?

    @Option(name: .customLong("lang"), help: "The language of words: lv or en.")
    var lang: Language?

    var language: Language { lang ?? .lv }
}

extension OpeningCommand {
    /// A board, opened for the account of `--as` or for the operator, if they may run the command.
    ///
    /// The name of a command that reads or changes what people entered goes to the audit trail first.
    func enter(create: Bool = false, recording command: String? = nil) async throws -> CommandSession {
        let session = try await CommandSession.open(
            try await shared.world(create: create),
            through: Self.door,
            tenant: shared.tenant,
            account: shared.account,
            language: shared.language,
            systemUser: SystemUser.current
        )
        if let command { try await session.record(command) }
        return session
    }

    /// The whole database, for whoever keeps the machine.
    ///
    /// `place` is where it is, if not where the options say.
    func enterMachine(create: Bool, _ place: Shared? = nil) async throws -> World {
        try requireMachine()
        return try await (place ?? shared).world(create: create)
    }

    /// Refuses `--as`: an account stands for no more than its board.
    func requireMachine() throws {
        try Self.door.requireMachine(account: shared.account)
    }
}

extension Refusal {
    static let noDatabase = Refusal(
        .usage,
        Text(lv: "Nav norādīts, kur ir dati.", en: "It is not said where the data are."),
        advice: Text(
            lv: "Pievienojiet --database sqlite:MAPE vai iestatiet SEKME_DATABASE.",
            en: "Add --database sqlite:FOLDER, or set SEKME_DATABASE."
        )
    )
}
