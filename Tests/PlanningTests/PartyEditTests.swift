import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

struct PartyEditTests {
    @Test(arguments: Engine.available)
    func `a body that is an institution says which, and activities that name it are its own`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let parts = ["plan": plan.programme.id]
            let page = EditAction<PartNew<Party>>()
            var answers = [
                "number": "2", "name": "Jauniešu centrs", "kind": "institution", "member": "0",
                "duties": "Rīko vakarus",
            ]
            let none = try await world.post(page, parts, answers)
            #expect(none.status == 422 && none.text.contains("Izvēlieties iestādi."))
            #expect(none.text.contains("Ozolu vidusskola"))
            answers["member"] = "2"
            #expect(try await world.post(page, parts, answers).target == "/planning/\(plan.programme.id)")
            let now = try await world.plan()
            let party = try #require(now.parties.last)
            #expect(party.member.rawValue == 2 && party.duties == "Rīko vakarus")
            let counting = Counting(
                plan: now,
                year: PlanYear(SchoolYear(2025), today: today),
                institutions: [InstitutionID(rawValue: 1), InstitutionID(rawValue: 2)],
                today: today
            )
            #expect(counting.doers(now.activities[1]).map(\.rawValue) == [2])
            let shown = try await world.get(PlanPage(), parts).body.string
            #expect(shown.contains("Rīko vakarus, Ozolu vidusskola"))
            #expect(shown.contains("/planning/parties/\(party.id)/edit\""))
            #expect(shown.contains("/planning/\(plan.programme.id)/parties/new\""))
        }
    }

    @Test(arguments: Engine.available)
    func `a body that is no institution any more forgets which it was, and comes back as it was`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let party = plan.parties[0]
            let parts = ["part": party.id]
            var texts = party.texts(plan)
            texts["number"] = "1.1"
            texts["version"] = "1"
            let page = EditAction<PartRow<Party>>()
            let odd = try await world.post(page, parts, texts)
            #expect(odd.status == 422 && odd.text.contains("Rakstiet veselu skaitli."))
            texts["number"] = "1"
            texts["kind"] = "institution"
            texts["member"] = "1"
            #expect(try await world.post(page, parts, texts).status == 303)
            texts["kind"] = "other"
            texts["version"] = "2"
            #expect(try await world.post(page, parts, texts).status == 303)
            let now = try await world.plan().parties[0]
            #expect(now.kind == .other && now.member.rawValue == 0 && now.version == 3)
            _ = try await world.post(RemoveAction<PartRow<Party>>(), parts, ["version": "3"])
            #expect(try await world.plan().parties.isEmpty)
            _ = try await world.putBack(PartRow<Party>.self, now, parts)
            let again = try #require(try await world.plan().parties.first)
            #expect(again.texts(plan) == now.texts(plan))
            try await world.expectRoundTrip(ProgrammeTable.self, SchoolYear(2024), rows: 26)
        }
    }
}
