import Access
import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// The file of what an import did not take over, as a command writes it.
struct RejectedCommandTests {
    /// A tenant with data, and a folder for files.
    private struct Place {
        let test: TestWorld
        let folder: String

        var path: String { "\(folder)/rejected.csv" }

        func session(_ login: String, _ role: String) async throws -> CommandSession {
            try await test.account(login, role)
            let desk = test.world.desk(test.tenant, Operator.asker(test.world.house))
            return CommandSession(
                world: test.world,
                desk: desk.seated(try await Accounts(desk).asker(login: login))
            )
        }

        var operated: CommandSession {
            CommandSession(
                world: test.world,
                desk: test.world.desk(test.tenant, Operator.asker(test.world.house, .en))
            )
        }

        func stage(_ text: String, _ format: String, _ session: CommandSession) async throws -> StagedImport {
            let file = "\(folder)/\(UUID().uuidString).csv"
            try Data(text.utf8).write(to: URL(fileURLWithPath: file))
            return try await Importer(session.desk).stage(ImportRequest(files: [file], format: format))
        }

        func written() throws -> String {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        }

        var isWritten: Bool { FileManager.default.fileExists(atPath: path) }
    }

    private func run(_ engine: Engine, _ body: (Place) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await body(Place(test: test, folder: folder))
        }
    }

    private static func marks(_ lines: [String]) -> String {
        ([TestFiles.marks.prefix { $0 != "\n" }] + lines.map { $0[...] }).joined(separator: "\n") + "\n"
    }

    private static func mark(_ value: String, _ pupil: String) -> String {
        "Liepu skola;7.a;\(pupil);Latviešu valoda;semestris;2025/2026;2;;;\(value)"
    }

    private static func many(_ value: String) -> String {
        marks(Array(repeating: mark(value, "K1"), count: 51))
    }

    private func refusal(_ body: () async throws -> Void) async throws -> Refusal {
        do { try await body() } catch let refusal as Refusal { return refusal }
        return try #require(nil as Refusal?, "nothing was refused")
    }

    @Test(arguments: Engine.available)
    func `few lines leave with their reasons and a mark, and come back mended`(engine: Engine) async throws {
        try await run(engine) { place in
            let session = try await place.session("ieva", "board-specialist")
            let lines = [Self.mark("7", "K1"), Self.mark("77", "K2"), Self.mark("8", "K9")]
            let staged = try await place.stage(Self.marks(lines), "marks", session)
            let count = try await RejectedCommands(session).write(staged, to: place.path, reason: "")
            #expect(count == 2)
            let text = try place.written()
            #expect(text.contains("Sekme: kas nav kārtībā") && text.contains("Šāda vērtējuma skalā nav."))
            #expect(text.contains("K9") && !text.contains(Self.mark("7", "K1")))
            #expect(text.contains("# Sekme: Eksportēja Paraugs ieva ("))
            let mode = try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let left = try FileManager.default.contentsOfDirectory(atPath: place.folder)
            #expect(!left.contains { $0.hasSuffix(".part") })
            let last = try await AuditTrail.list(place.test.tenant, AuditFilter(), place.test.world.database)
                .first
            #expect(last?.what.hasPrefix("rejected-lines files=") == true)
            #expect(last?.what.hasSuffix(" rows 2") == true)
            // The import itself still waits for its word.
            let report = try await Importer(session.desk).apply(staged)
            #expect(report.batch != nil)
            let mended = text.replacing(Self.mark("77", "K2"), with: Self.mark("6", "K2"))
            let again = try await place.stage(mended, "marks", session)
            #expect(again.plan.rejected == 0 && again.plan.unmatched == 1 && again.plan.changes > 0)
        }
    }

    @Test func `where nothing is rejected no file is made, and the terminal says so`() async throws {
        try await run(.sqlite) { place in
            let session = try await place.session("ieva", "board-specialist")
            let staged = try await place.stage(Self.marks([Self.mark("7", "K1")]), "marks", session)
            let count = try await RejectedCommands(session).write(staged, to: place.path, reason: "")
            #expect(count == 0 && !place.isWritten)
            let words = ImportWords(sekme, .lv)
            #expect(words.rejected(0, in: "r.csv") == "Noraidītu rindu nav; fails r.csv nav izveidots.")
            #expect(words.rejected(3, in: "r.csv").hasPrefix("Noraidītās rindas failā r.csv: 3."))
        }
    }

    @Test func `a file that is there stays, and a folder that is not there is told before anything is read`()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/there.csv"
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
        let there = #expect(throws: Refusal.self) { try RejectedCommands.requirePlace(path) }
        #expect(there?.kind == .conflict)
        let nowhere = #expect(throws: Refusal.self) {
            try RejectedCommands.requirePlace("\(folder)/none/new.csv")
        }
        #expect(nowhere?.kind == .invalid)
        try RejectedCommands.requirePlace("\(folder)/new.csv")
    }

    @Test(arguments: Engine.available)
    func `many lines wait for a second person, and the same command gets them then, once`(
        engine: Engine
    ) async throws {
        try await run(engine) { place in
            let session = try await place.session("ieva", "board-specialist")
            let commands = RejectedCommands(session)
            func ask(_ text: String, _ reason: String = "") async throws -> Int {
                try await commands.write(
                    try await place.stage(text, "marks", session),
                    to: place.path,
                    reason: reason
                )
            }
            let unsaid = try await refusal { _ = try await ask(Self.many("77")) }
            #expect(unsaid.advice.en.contains("--reason"))
            #expect(unsaid.message.en.hasSuffix("Nothing was saved."))
            #expect(unsaid.advice.en.hasSuffix("Without --rejected the files can be imported at once."))
            let waits = try await refusal {
                _ = try await ask(Self.many("77"), "Labojumi iestādes lietvedim")
            }
            #expect(waits.message.en.hasPrefix("Export no. 1 waits"))
            let pending = try await Importer(session.desk).pending()
            #expect(pending.isEmpty && !place.isWritten)
            let second = try await place.session("juris", "board-head")
            try await PersonExports(second.desk).decide(1, approve: true)
            // Leave for these files is none for others.
            _ = try await refusal { _ = try await ask(Self.many("78")) }
            #expect(try await ask(Self.many("77")) == 51)
            #expect(try place.written().contains(" · Nr. 1"))
            try FileManager.default.removeItem(atPath: place.path)
            _ = try await refusal { _ = try await ask(Self.many("77")) }
        }
    }

    @Test func `who may not export persons gets no lines about them, but those of institutions`() async throws
    {
        try await run(.sqlite) { place in
            let commands = RejectedCommands(place.operated)
            let marks = try await place.stage(Self.marks([Self.mark("77", "K1")]), "marks", place.operated)
            let refused = try await refusal {
                _ = try await commands.write(marks, to: place.path, reason: "")
            }
            #expect(refused.kind == .forbidden && refused.advice.en.contains("--as"))
            #expect(!place.isWritten)
            let institutions = """
                name,type,closed
                Ozolu skola,Vispārizglītojošā pamatskola,31.02.2026.

                """
            let staged = try await place.stage(institutions, "institutions", place.operated)
            let count = try await commands.write(staged, to: place.path, reason: "")
            #expect(count == 1)
            let text = try place.written()
            #expect(text.contains("31.02.2026.") && !text.contains("# Sekme:"))
        }
    }
}
