import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

/// The list of pupils with signs: what it counts, and what it is narrowed to.
struct SignalListTests {
    private func page(_ query: [String: String], _ world: BoardWorld) async throws -> PageContent {
        guard case .page(let content) = try await SignalsPage().answer(PageRequest(query: query), world.desk)
        else { throw Refusal.noSuchPage }
        return content
    }

    @Test(arguments: Engine.available)
    func `institutions have a total, and of one institution a class is chosen`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let all = try await page([:], world).body.string
            // Pupils 1, 3 and 4 have a new sign; nobody has looked into any.
            let total = try #require(all.split(separator: "<tfoot>").last)
            #expect(total.contains("Kopā") && total.contains("<td class=\"n\">3</td>"))
            #expect(!all.contains("name=\"class\""))
            let school = try await page(["institution": "1"], world)
            #expect(school.persons.map(\.rawValue) == [1, 3])
            #expect(school.body.string.contains("name=\"class\""))
            let names = try await world.desk.database.data.read { [desk = world.desk] connection in
                let asked = SignalList.Asked(
                    PageRequest(query: ["institution": "1"]),
                    today: desk.today
                )
                return try SignalList.load(asked, desk, connection).classes
            }
            #expect(names.map(\.name.lv) == ["8.a", "8.b"])
            let second = try #require(names.last)
            let one = try await page(["institution": "1", "class": String(second.id)], world)
            #expect(one.persons.map(\.rawValue) == [3])
            // No level was set for anybody.
            #expect(!school.body.string.contains(">Līmenis<"))
            #expect(school.body.string.contains(">Zināma kopš<"))
        }
    }

    @Test(arguments: Engine.available)
    func `what a person noticed is no reading of data`(_ engine: Engine) async throws {
        try await RiskBoard.with(engine) { world in
            try await SignalWork(desk: world.desk.seated(DutyBoard.asker(1)))
                .observe(PupilID(rawValue: 1), factor: "1-load", "Sēž viens.")
            let request = PageRequest(parts: ["pupil": "1"])
            guard case .page(let page) = try await PupilSignalsPage().answer(request, world.desk) else {
                throw Refusal.noSuchPage
            }
            let text = page.body.string
            #expect(text.contains("Kas novērots") && !text.contains("Ko rāda dati"))
            #expect(!text.contains("sliekšņi") && text.contains("Zināma kopš"))
        }
    }
}
