import Frame
import Kernel
import Pages
import SekmeTesting
import Storage
import Testing

@testable import Registry

struct TermEditorTests {
    private let year = SchoolYear(2025)

    private func kept(_ world: EditWorld) async throws -> ClosedRange<Day>? {
        let year = year
        return try await world.database.data.read { try Years.load(Worlds.tenant, $0).kept(1, in: year) }
    }

    @Test(arguments: Engine.available)
    func `days of a term are set, conflict, and are put back`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            let editor = TermEditor(world.desk())
            #expect(try await kept(world) == nil)
            try await editor.change(year, .first, version: 0, ["from": "01.09.2025.", "to": "19.12.2025."])
            let first = try #require(Day(2025, 12, 19))
            #expect(try await kept(world)?.upperBound == first)
            await #expect(throws: Conflict.self) {
                try await editor.change(
                    year,
                    .first,
                    version: 0,
                    ["from": "01.09.2025.", "to": "20.12.2025."]
                )
            }
            try await editor.set(year, .first, ["to": "23.12.2025."])
            let change = try #require(try await editor.history(year, .first).first)
            #expect(change.changed == ["to"])
            try await editor.restore(year, .first, change: change.id, version: 2)
            #expect(try await kept(world)?.upperBound == first)
        }
    }

    @Test(arguments: [
        (["from": "01.09.2025.", "to": ""], "to"), (["from": "31.08.2025.", "to": "19.12.2025."], "from"),
        (["from": "19.12.2025.", "to": "01.09.2025."], "to"),
        (["from": "01.09.2025.", "to": "06.01.2026."], "to"),
    ])
    func `days out of order, of another year or of both terms are refused`(
        texts: EditTexts,
        field: String
    ) async throws {
        try await EditWorld.run(.sqlite) { world in
            let editor = TermEditor(world.desk())
            try await editor.change(year, .second, version: 0, ["from": "05.01.2026.", "to": "29.05.2026."])
            let errors = await #expect(throws: FieldErrors.self) {
                try await editor.change(year, .first, version: 0, texts)
            }
            #expect(errors?.byField.keys.sorted() == [field])
        }
    }

    @Test func `the page of terms leads administrators to a form, and readers nowhere`() async throws {
        try await EditWorld.run(.sqlite) { world in
            #expect(try await world.get(TermsPage()).text.contains("/terms/2025/1"))
            let reader = try await world.get(TermsPage(), desk: world.desk([.readFigures])).text
            #expect(!reader.contains("/terms/2025/1") && reader.contains("2025"))
            let parts = ["year": "2025", "term": "1"]
            let form = ["from": "01.09.2025.", "to": "19.12.2025.", "version": "0"]
            let saved = try await world.post(EditAction<TermRow>(), parts, form)
            #expect(saved.target == "/terms")
            #expect(try await world.get(EditPage<TermRow>(), parts).text.contains("19.12.2025."))
        }
    }
}
