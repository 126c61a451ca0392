import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

struct RuleEditorTests {
    private let name = "unexcused-limit"
    private let begun = Day(2011, 2, 1) ?? Day(number: 0)

    private func limit(_ world: EditWorld, on text: String) async throws -> Int? {
        let day = try Parse.day(text)
        return try await world.database.data.read { connection in
            try Regulations.load(Worlds.tenant, connection).parameters(of: UnexcusedLimit.self, on: day)?
                .lessons
        }
    }

    @Test(arguments: Engine.available)
    func `a change is there for figures, in the history and in the audit trail`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            let editor = RuleEditor(world.desk())
            let record = try #require(try await editor.records(name).first)
            let before = try await world.mark()
            let texts = try record.texts.setting(["lessons": "25"])
            let changed = try await editor.change(name, from: begun, version: record.version, texts)
            #expect(changed.version == record.version + 1)
            #expect(try await limit(world, on: "01.10.2025.") == 25)
            #expect(try await world.mark() > before, "what rests on the rule is counted anew")
            let history = try await editor.history(name, from: begun)
            #expect(history.map(\.changed) == [["lessons"]])
            #expect(history.first?.before["lessons"] == "20" && history.first?.after["lessons"] == "25")
            #expect(
                try await world.audited() == ["regulation unexcused-limit/2011-02-01: lessons “20” → “25”"]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `the second of two who read one version is stopped, and nothing is overwritten`(
        engine: Engine
    ) async throws {
        try await EditWorld.run(engine) { world in
            let editor = RuleEditor(world.desk())
            let record = try #require(try await editor.records(name).first)
            let texts = try record.texts
            try await editor.change(name, from: begun, version: 1, texts.setting(["lessons": "25"]))
            await #expect(throws: Conflict.self) {
                try await editor.change(name, from: begun, version: 1, texts.setting(["lessons": "30"]))
            }
            #expect(try await limit(world, on: "01.10.2025.") == 25)
            #expect(try await editor.history(name, from: begun).count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a record from a day leaves earlier days as they were`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            let editor = RuleEditor(world.desk())
            let from = try Parse.day("01.09.2026.")
            let texts = try #require(try await editor.records(name).first).texts
            let added = try await editor.add(name, from: from, texts.setting(["lessons": "15"]))
            #expect(added.rule.isEditable, "what a board enters is marked")
            #expect(try await limit(world, on: "31.08.2026.") == 20)
            #expect(try await limit(world, on: "01.09.2026.") == 15)
            let list = try await editor.list().first { $0.kind.name == name }
            #expect(list?.records.map(\.rule.to) == [from - 1, nil])
            await #expect(throws: FieldErrors("from", .sameFirstDay)) {
                try await editor.add(name, from: from, texts)
            }
            let errors = await #expect(throws: FieldErrors.self) {
                try await editor.add(name, from: from, texts.setting(["source": "", "to": "2020-01-01"]))
            }
            #expect(errors?.byField.keys.sorted() == ["from", "source", "to"], "all in one round")
            try await editor.withdraw(name, from: from, version: added.version)
            #expect(try await limit(world, on: "01.09.2026.") == 20)
            #expect(try await editor.records(name).map(\.rule.to) == [nil])
            let again = try await editor.add(name, from: from, texts)
            #expect(again.version == 3, "a form that was opened before the withdrawal cannot save over it")
        }
    }

    @Test(arguments: Engine.available)
    func `records of a rule do not overlap, and one that has begun is not withdrawn`(
        engine: Engine
    ) async throws {
        try await EditWorld.run(engine) { world in
            let editor = RuleEditor(world.desk())
            let exam = try await editor.records("pass-threshold")
            let second = try #require(exam.dropFirst().first)
            let open = try second.texts.setting(["to": ""])
            await #expect(throws: FieldErrors.self) {
                try await editor.change("pass-threshold", from: second.rule.from, version: 1, open)
            }
            let backwards = try second.texts.setting(["to": "2020-01-01"])
            await #expect(throws: FieldErrors.self) {
                try await editor.change("pass-threshold", from: second.rule.from, version: 1, backwards)
            }
            await #expect(throws: Refusal.ruleHasBegun) {
                try await editor.withdraw("pass-threshold", from: second.rule.from, version: 1)
            }
            #expect(try await world.mark() == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `what stood before a change can be put back, and that is a change too`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            let editor = RuleEditor(world.desk())
            try await editor.set(name, from: nil, ["lessons": "25"])
            let change = try #require(try await editor.history(name, from: begun).first)
            try await editor.restore(name, from: begun, change: change.id, version: 2)
            #expect(try await limit(world, on: "01.10.2025.") == 20)
            #expect(try await editor.history(name, from: begun).map(\.version) == [3, 2])
        }
    }

    @Test(arguments: Engine.available)
    func `the command sets some answers of today's record or of one from a day`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            let editor = RuleEditor(world.desk([.administer]))
            let changed = try await editor.set(name, from: nil, ["lessons": "25"])
            #expect(changed.rule.from == begun && changed.rule.source.hasPrefix("MK 01.02.2011."))
            let from = try Parse.day("01.09.2026.")
            try await editor.set(name, from: from, ["lessons": "15", "source": "MK 2026"])
            #expect(try await limit(world, on: "01.09.2026.") == 15)
            try await editor.set(name, from: from, ["lessons": "15"])
            #expect(try await editor.history(name, from: from).count == 1, "the same again is no change")
            for answers in [["lesons": "1"], ["lessons": "x"]] {
                let refusal = await #expect(throws: Refusal.self) {
                    try await editor.set(name, from: nil, answers)
                }
                #expect(refusal?.kind == .invalid)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a tenant without the rule takes over the shipped records with its first change`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Worlds.migrations) { database in
            let editor = RuleEditor(EditWorld(database: database).desk())
            let day = try Parse.day("01.06.2024.")
            let old = try #require(
                try await editor.records("pass-threshold").first { $0.rule.holds(on: day) }
            )
            let texts = try old.texts.setting(["grade12": "16"])
            try await editor.change("pass-threshold", from: old.rule.from, version: old.version, texts)
            let rules = try await database.data.read { try Regulations.load(Worlds.tenant, $0) }
            #expect(try rules.parameters(of: PassThreshold.self, on: day)?.grade12 == 16)
            #expect(try rules.parameters(of: PassThreshold.self, on: day + 365)?.grade12 == 20)
        }
    }

    @Test func `who administers one institution changes no rule of the board`() async throws {
        try await EditWorld.run(.sqlite) { world in
            let scope = Scope(institution: InstitutionID(rawValue: 1))
            let editor = RuleEditor(world.desk(in: [scope]))
            let refusal = await #expect(throws: Refusal.self) {
                try await editor.set(name, from: nil, ["lessons": "25"])
            }
            #expect(refusal?.kind == .forbidden)
        }
    }
}
