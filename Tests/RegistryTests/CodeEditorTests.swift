import Evidence
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

struct CodeEditorTests {
    private let list = CodeLists.leaveReasons

    private func lists(_ world: EditWorld) async throws -> CodeLists {
        try await world.database.data.read { try CodeLists.load(Worlds.tenant, $0) }
    }

    @Test(arguments: Engine.available)
    func `a code that is added is read in files and shown in its place`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            let editor = CodeEditor(world.desk())
            let texts = ["lv": "Cita pašvaldība", "en": "Another municipality", "position": "0"]
            try await editor.add(list, "elsewhere", from: Worlds.today, texts)
            let lists = try await lists(world)
            #expect(lists.code(list, written: "cita pasvaldiba", on: Worlds.today) == "elsewhere")
            #expect(lists.items(list, on: Worlds.today).first?.code == "elsewhere")
            #expect(!lists.items(list, on: Worlds.today - 1).contains { $0.code == "elsewhere" })
            #expect(try await editor.history(list, "elsewhere").map(\.before) == [[:]])
        }
    }

    @Test(arguments: Engine.available)
    func `a code that ends keeps its words for the data that name it`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            let editor = CodeEditor(world.desk())
            try await editor.set(list, "prison-transfer", ["to": "31.08.2025."])
            let lists = try await lists(world)
            #expect(!lists.items(list, on: Worlds.today).contains { $0.code == "prison-transfer" })
            #expect(lists.words(list, "prison-transfer").en == "Transfer to another prison")
            let change = try #require(try await editor.history(list, "prison-transfer").first)
            try await editor.restore(list, "prison-transfer", change: change.id, version: 2)
            #expect(try await editor.items(list).first { $0.item.code == "prison-transfer" }?.item.to == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `the second of two who read one version is stopped`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            let editor = CodeEditor(world.desk())
            let item = try #require(try await editor.items(list).first)
            try await editor.change(list, item.item.code, version: 1, item.texts.setting(["en": "Moved"]))
            await #expect(throws: Conflict.self) {
                try await editor.change(
                    list,
                    item.item.code,
                    version: 1,
                    item.texts.setting(["en": "Away"])
                )
            }
            let unchanged = item.texts.setting(["en": "Moved"])
            try await editor.change(list, item.item.code, version: 1, unchanged)
        }
    }

    @Test(arguments: [
        (["lv": "", "en": "x", "position": "1"], "a", "lv"),
        (["lv": "x", "en": "x", "position": "z"], "a", "position"),
        (["lv": "Cits iemesls", "en": "x", "position": "1"], "a", "lv"),
        (["lv": "x", "en": "x", "position": "1"], "Ā", "code"),
        (["lv": "x", "en": "x", "position": "1"], "family", "code"),
        (["lv": "x", "en": "x", "position": "1", "to": "01.01.2020."], "a", "to"),
    ])
    func `an item that files could not tell from another is refused`(
        texts: EditTexts,
        code: String,
        field: String
    ) async throws {
        try await EditWorld.run(.sqlite) { world in
            let errors = await #expect(throws: FieldErrors.self) {
                try await CodeEditor(world.desk()).add(list, code, from: Worlds.today, texts)
            }
            #expect(errors?.byField.keys.sorted() == [field])
        }
    }

    @Test func `all that is wrong with a new item is told at once`() async throws {
        try await EditWorld.run(.sqlite) { world in
            let errors = await #expect(throws: FieldErrors.self) {
                try await CodeEditor(world.desk()).add(list, "Ā", from: Worlds.today, ["position": "1"])
            }
            #expect(errors?.byField.keys.sorted() == ["code", "en", "lv"])
        }
    }

    @Test func `lists that the program knows by code take other words only`() async throws {
        try await EditWorld.run(.sqlite) { world in
            let editor = CodeEditor(world.desk())
            let kinds = CodeLists.riskGroups
            let refusal = await #expect(throws: Refusal.self) {
                try await editor.add(kinds, "5", from: Worlds.today, ["lv": "x", "en": "x", "position": "5"])
            }
            #expect(refusal?.kind == .conflict)
            await #expect(throws: Refusal.self) { try await editor.set(kinds, "1", ["to": "01.09.2025."]) }
            try await editor.set(kinds, "1", ["lv": "Mācības"])
            #expect(try await lists(world).words(kinds, "1").lv == "Mācības")
        }
    }

    @Test func `kinds of absence are no list, as nothing would read what was edited`() async throws {
        try await EditWorld.run(.sqlite) { world in
            await #expect(throws: Refusal.self) { try await CodeEditor(world.desk()).items("absence-kind") }
            let names = CodeListKind.all.map(\.name)
            #expect(names.allSatisfy { !CodeLists.shipped.items($0, on: Worlds.today).isEmpty })
        }
    }

    @Test(arguments: Engine.available)
    func `a reason of absence is added with the kind that it counts as, and keeps it`(
        engine: Engine
    ) async throws {
        try await EditWorld.run(engine) { world in
            let editor = CodeEditor(world.desk())
            let reasons = CodeLists.absenceReasons
            try await editor.set(reasons, "8", ["lv": "Nometne", "en": "Camp", "kind": "excused"])
            let record = try await editor.items(reasons).first { $0.item.code == "8" }
            #expect(record?.countsAs == AbsenceKind.excused.words)
            try await editor.set(reasons, "8", ["en": "Summer camp", "kind": "excused"])
            let refusal = await #expect(throws: Refusal.self) {
                try await editor.set(reasons, "8", ["kind": "illness"])
            }
            #expect(refusal?.message.en.contains("end this code and add a new one") == true)
            let known = AbsenceReasons(try await lists(world))
            #expect(known.named("summer CAMP")?.kind == .excused)
            #expect(known.reason(1)?.kind == .illness && known.written("3")?.number == 3)
            let change = try #require(try await editor.history(reasons, "8").first)
            try await editor.restore(reasons, "8", change: change.id, version: 2)
            #expect(try await editor.items(reasons).last?.item.words.en == "Camp")
        }
    }

    @Test(arguments: [
        (["lv": "Nometne", "en": "Camp"], "8", "kind"),
        (["lv": "x", "en": "x", "kind": "leave"], "8", "kind"),
        (["lv": "Nometne", "en": "Camp", "kind": "excused"], "camp", "code"),
    ])
    func `a reason without a kind, or whose code is no number, is refused`(
        answers: EditTexts,
        code: String,
        field: String
    ) async throws {
        try await EditWorld.run(.sqlite) { world in
            let refusal = await #expect(throws: Refusal.self) {
                try await CodeEditor(world.desk()).set(CodeLists.absenceReasons, code, answers)
            }
            #expect(refusal?.message.en.hasPrefix("\(field): ") == true)
        }
    }

    @Test func `the pages of reasons show and ask the kind`() async throws {
        try await EditWorld.run(.sqlite) { world in
            let list = ["list": CodeLists.absenceReasons]
            let page = try await world.get(CodeListPage(), list).text
            #expect(page.contains("Kā skaita") && page.contains("Cits attaisnojošs iemesls"))
            #expect(try await world.get(EditPage<CodeNew>(), list).text.contains("name=\"kind\""))
            let code = ["list": CodeLists.absenceReasons, "code": "1"]
            let item = try await world.get(EditPage<CodeRow>(), code).text
            #expect(item.contains("Skaita kā: Slimības dēļ") && !item.contains("name=\"kind\""))
        }
    }
}
