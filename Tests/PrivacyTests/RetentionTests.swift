import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

/// What the page says of how long data are kept, and of where keeping ended.
struct RetentionTests {
    private func page(_ desk: Desk) async throws -> String {
        guard case .page(let content) = try await PrivacyPage().answer(PageRequest(), desk) else {
            throw Refusal.noSuchPage
        }
        return content.body.string
    }

    @Test(arguments: Engine.available)
    func `the page says what is set, what is not, and why the trail stays`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            try await world.keep(["staff": 10, "minutes": 5, "undo": 31])
            let text = try await page(world.desk)
            #expect(text.contains("10 g. pēc pēdējās zināmās darba dienas"))
            #expect(text.contains("5 g. pēc sanāksmes dienas"))
            #expect(text.contains("31\u{a0}diena pēc importa"))
            #expect(text.contains("termiņš vēl nav noteikts"))
            #expect(text.contains("Piekļuves žurnālu nedzēš"))
            #expect(text.contains("Nekas vēl nav dzēsts"))
            // Of imports each time says what it is of.
            #expect(
                text.contains(
                    "Importu plāni un noraidītās rindas: 14 dienas pēc pēdējās darbības; "
                        + "Izglītojamo dati: termiņš vēl nav noteikts; Importu atsaukšanas dati: 31\u{a0}diena"
                )
            )
        }
    }

    @Test(arguments: Engine.available)
    func `each kind of ended keeping is counted by day`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            try await world.keep(["schooling": 10, "undo": 30])
            let later = world.desk(on: today + 31)
            try await later.beginDay()
            let ended = try await later.ended()
            #expect(ended.map(\.what.en) == ["Pupils", "Imports that cannot be undone"])
            #expect(ended.map(\.count) == [1, 5])
            #expect(ended.allSatisfy { $0.day == later.today && $0.reason == .time })
            #expect(try await page(later).contains("Importi, kurus vairs nevar atsaukt"))
        }
    }
}
