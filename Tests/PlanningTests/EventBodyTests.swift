import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

/// Events that other bodies held are counted body by body.
struct EventBodyTests {
    private let social = -CaseBody.social.rawValue
    private let police = -CaseBody.police.rawValue
    private let youth = -CaseBody.youth.rawValue

    @Test(arguments: Engine.available)
    func `each body has its counter, on the page of the activity and in the report`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            try await world.hold("1.1", social, "15.01.2025.")
            let id = try await world.hold("1.1", police, "16.01.2025.")
            try await world.hold("1.1", police, "17.01.2025.")
            try await world.hold("1.1", 1, "18.01.2025.")
            let event = try #require(try await world.plan().events.first { $0.id == id })
            #expect(event.body == .police && event.institution.rawValue == 0)
            let activity = plan.activities[0].id
            let page = try await world.get(ActivityPage(), ["part": activity]).body.string
            #expect(page.contains("; sociālais dienests: 1; policija: 2"))
            let own = try await world.get(EventPage(), ["part": id]).body.string
            #expect(own.contains("policija") && own.contains("Institūcija"))
            let selection = Selection(year: SchoolYear(2024))
            let sections = try await world.answer("planning/activities", selection).sections
            let table = try #require(sections.first { $0.code == "bodies" })
            #expect(table.words == [["sociālais dienests", "1"], ["policija", "2"]])
        }
    }

    @Test(arguments: Engine.available)
    func `whoever registers for one institution names no other body`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, _ in
            let here = Scope(institution: InstitutionID(rawValue: 1))
            let head = BoardWorld.asker([.seePlans, .recordEvents], in: here)
            let id = try await world.hold("1.1", youth, "16.01.2025.", by: head)
            let event = try #require(try await world.plan().events.first { $0.id == id })
            #expect(event.body == nil && event.institution.rawValue == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a body that the activity does not name is no answer, and neither is none`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            func send(_ institution: String) async throws -> (status: Int, target: String, text: String) {
                try await world.post(
                    EventAction(),
                    [:],
                    [
                        "activity": String(plan.activities[1].id), "institution": institution,
                        "day": "19.11.2025.",
                    ]
                )
            }
            // The youth centre answers for these evenings, and nobody else is involved.
            let refused = try await send(String(police))
            #expect(refused.status == 422 && refused.text.contains("Aktivitāte šo institūciju nenosauc."))
            let none = try await send("")
            #expect(none.status == 422 && none.text.contains("<option value=\"\">"))
            let kept = (try await send(String(youth)), try await send(String(-CaseBody.other.rawValue)))
            #expect(kept.0.status == 303 && kept.1.status == 303)
            #expect(try await world.plan().events.map(\.body) == [.youth, .other])
        }
    }
}
