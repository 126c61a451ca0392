import Access
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// What commands do, without the command line.
struct CommandTests {
    private func session(_ test: TestWorld) async throws -> CommandSession {
        try await CommandSession.open(
            test.world,
            through: CommandDoors.doctor,
            tenant: nil,
            account: nil,
            language: .en
        )
    }

    private func file(_ text: String, _ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).json")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try await body(path)
    }

    @Test(arguments: Engine.available)
    func `a mapping is shown, saved over and removed again`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            let commands = MappingCommands(try await session(test))
            let shipped = try await commands.show("absence-by-kind")
            try await file(shipped.replacing("\"titleEn\" : \"", with: "\"titleEn\" : \"Ours: ")) { path in
                let name = try await commands.save(path)
                #expect(name == "absence-by-kind")
            }
            let list = try await commands.list(.en)
            #expect(list.contains("Ours: "))
            try await commands.remove("absence-by-kind")
            let again = try await commands.show("absence-by-kind")
            #expect(again == shipped)
            await #expect(throws: Refusal.self) { try await commands.remove("absence-by-kind") }
            await #expect(throws: Refusal.self) { try await commands.remove("no-such-mapping") }
        }
    }

    @Test(arguments: Engine.available)
    func `a file that is no mapping is refused`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            let commands = MappingCommands(try await session(test))
            try await file("{\"name\": 1}") { path in
                await #expect(throws: Refusal.self) { try await commands.save(path) }
            }
            await #expect(throws: Refusal.self) { try await commands.save("/nowhere/mapping.json") }
        }
    }

    @Test(arguments: Engine.available)
    func `of several boards a command asks for one, and takes none of two by their common name`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let alone = try await TenantCommands.unreachable(test.world, .en)
            #expect(alone == nil)
            try await TenantCommands.add("Otra", host: "otra.example", .lv, test.world)
            try await TenantCommands.add("OTRA", host: "", .lv, test.world)
            let several = await #expect(throws: Refusal.self) { _ = try await session(test) }
            #expect(
                several?.kind == .usage
                    && several?.advice.en.contains("\(test.tenant.rawValue) – Paraugs") == true
            )
            await #expect(throws: Refusal.self) {
                _ = try await CommandSession.open(
                    test.world,
                    through: CommandDoors.doctor,
                    tenant: "otra",
                    account: nil,
                    language: .en
                )
            }
            let named = try await CommandSession.open(
                test.world,
                through: CommandDoors.doctor,
                tenant: "paraugs",
                account: nil,
                language: .en
            )
            let numbered = try await CommandSession.open(
                test.world,
                through: CommandDoors.doctor,
                tenant: String(test.tenant.rawValue),
                account: nil,
                language: .en
            )
            #expect(named.desk.tenant == test.tenant && numbered.desk.tenant == test.tenant)
            let notice = try await TenantCommands.unreachable(test.world, .en)
            #expect(notice?.contains("Paraugs") == true && notice?.contains("OTRA") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `scales and terms are listed, shown and changed`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            let session = try await session(test)
            let scales = ScaleCommands(session, .en)
            try await scales.set("five", ["lv=Piecas balles", "en=Five points", "lowest=1", "highest=5"])
            try await scales.mark("five", "nv", ["sign=1"])
            let list = try await scales.list()
            #expect(list.contains("five\t–\tFive points"))
            let shown = try await scales.show("five")
            #expect(shown.contains("highest=5.00") && shown.contains("nv\tnumber= level=0 counts=0 sign=1"))
            await #expect(throws: Refusal.self) { try await scales.set("five", ["pass=4"]) }
            let terms = TermCommands(session, .en)
            try await terms.set("2025/2026", 1, ["from=2025-09-01", "to=2025-12-19"])
            let days = try await terms.list()
            #expect(days.contains("2025/2026\t1\t1\u{a0}Sep\u{a0}2025\t19\u{a0}Dec\u{a0}2025"))
            await #expect(throws: Refusal.self) { try await terms.set("2025", 1, []) }
        }
    }

    @Test(arguments: Engine.available)
    func `a board gets its name, host and ceiling, and no other board's host`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            let session = try await session(test)
            try await TenantCommands.change(name: "Jauna", host: "Sekme.Example", exportCeiling: 10, session)
            try await TenantCommands.add("Otra", host: "otra.example", .lv, test.world)
            let list = try await TenantCommands.list(test.world).split(separator: "\n")
            #expect(list.contains { $0.hasSuffix("Jauna\tsekme.example\t10") })
            #expect(list.contains { $0.hasSuffix("Otra\totra.example\t50") })
            await #expect(throws: Refusal.self) {
                try await TenantCommands.change(name: nil, host: "otra.example", exportCeiling: nil, session)
            }
        }
    }

    @Test func `every table format has a sample that it recognises itself`() throws {
        let book = FormatBook(sekme, .lv)
        for format in sekme.formats where format.layout == .table {
            let path = FileManager.default.temporaryDirectory.appendingPathComponent(
                "\(UUID().uuidString).csv"
            ).path
            defer { try? FileManager.default.removeItem(atPath: path) }
            try book.sample(format.name, to: path)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.split(whereSeparator: \.isNewline).count >= 2, "\(format.name)")
            for field in format.fields where field.isRequired {
                #expect(!field.example.isEmpty, "\(format.name): \(field.code) has no example")
            }
        }
    }
}
