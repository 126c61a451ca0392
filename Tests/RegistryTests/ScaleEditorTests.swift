import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

struct ScaleEditorTests {
    private func ten(_ world: EditWorld) async throws -> MarkScale {
        let scales = try await world.database.data.read { try MarkScales.load(Worlds.tenant, $0) }
        return try #require(scales.coded(MarkScales.ten))
    }

    @Test(arguments: Engine.available)
    func `a mark that is added is read, and one that went out of use is not`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            let editor = ScaleEditor(world.desk())
            try await editor.add("ten", value: "10+", ["number": "10", "level": "4", "counts": "1"])
            let plus = MarkScale.Value(hundredths: 1000, level: 4, counts: true)
            #expect(try await ten(world).value("10+") == plus)
            let value = try #require(
                try await editor.scale("ten").values.first { $0.text == "10+" }
            )
            let ended = value.texts.setting(["to": "30.09.2025."])
            try await editor.change("ten", value: "10+", version: 1, ended)
            #expect(try await ten(world).value("10+") == nil)
            await #expect(throws: Conflict.self) {
                try await editor.change("ten", value: "10+", version: 1, value.texts)
            }
            let change = try #require(try await editor.history("ten", value: "10+").first)
            try await editor.restore("ten", value: "10+", change: change.id, version: 2)
            #expect(try await ten(world).value("10+") == plus)
        }
    }

    @Test(arguments: [
        ("11", ["number": "11x", "level": "0"], "number"), ("10+", ["number": "10", "level": "5"], "level"),
        ("x", ["number": "", "level": "0", "counts": "1"], "counts"),
        ("7", ["number": "7", "level": "3"], "text"), (" ", ["number": "7", "level": "3"], "text"),
        ("x", ["level": "0", "from": "02.10.2025.", "to": "01.10.2025."], "to"),
        ("11", ["number": "11", "level": "4"], "number"),
        ("x", ["level": "1", "sign": "1"], "sign"),
    ])
    func `a mark that says nothing or is there already is refused`(
        text: String,
        texts: EditTexts,
        field: String
    ) async throws {
        try await EditWorld.run(.sqlite) { world in
            let errors = await #expect(throws: FieldErrors.self) {
                try await ScaleEditor(world.desk()).add("ten", value: text, texts)
            }
            #expect(errors?.byField.keys.sorted() == [field])
        }
    }

    @Test(arguments: Engine.available)
    func `a mark is read in the years in which it is in use`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            let editor = ScaleEditor(world.desk())
            let plus = [
                "number": "9.5", "level": "4", "counts": "1", "from": "01.09.2023.", "to": "31.08.2025.",
            ]
            try await editor.add("ten", value: "9+", plus)
            let years = [2022, 2023, 2024, 2025].map { SchoolYear($0).last }
            let scale = try await ten(world)
            #expect(years.map { scale.value("9+", on: $0)?.hundredths } == [nil, 950, 950, nil])
            try await editor.change("ten", version: 1, ["to": "31.08.2024."])
            let ended = try await ten(world)
            #expect(years.map { ended.value("7", on: $0)?.hundredths } == [700, 700, nil, nil])
            #expect(ended.value("7") == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a scale of one's own has any number between its bounds`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            let editor = ScaleEditor(world.desk())
            let texts = ["lv": "Piecas balles", "en": "Five points", "lowest": "1", "highest": "5"]
            try await editor.set("five", texts)
            try await editor.set("five", value: "nv", ["sign": "1"])
            let scales = try await world.database.data.read { try MarkScales.load(Worlds.tenant, $0) }
            let five = try #require(scales.coded("five"))
            #expect(five.value("4,5")?.hundredths == 450 && five.value("5,5") == nil)
            #expect(five.value("NV")?.sign == .missing)
            await #expect(throws: FieldErrors.self) { try await editor.create("five", texts) }
            let errors = await #expect(throws: FieldErrors.self) { try await editor.create("five", [:]) }
            #expect(errors?.byField.keys.sorted() == ["code", "en", "lv"], "all in one round")
            await #expect(throws: Refusal.self) { try await editor.set("ten", ["highest": "8"]) }
            await #expect(throws: Refusal.self) { try await editor.set("six", value: "7", ["number": "7"]) }
        }
    }

    @Test func `a scale is renamed in both languages`() async throws {
        try await EditWorld.run(.sqlite) { world in
            let editor = ScaleEditor(world.desk())
            try await editor.change("ten", version: 1, ["lv": "Desmit balles", "en": "Ten points"])
            #expect(try await ten(world).words == Text(lv: "Desmit balles", en: "Ten points"))
            #expect(try await editor.history("ten").first?.changed == ["en", "lv"])
        }
    }
}
