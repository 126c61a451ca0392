import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

struct ResourceEditTests {
    @Test(arguments: Engine.available)
    func `resources of an activity are added, changed to a whole goal, taken out and put back`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let (id, activity) = (plan.programme.id, plan.activities[2])
            let answers = [
                "number": "2", "of": "activity-\(activity.id)", "human": "Mediatori (2)",
                "finance": "Eiropas fondi", "source": "Projekts", "duration": "40 stundas",
            ]
            let added = try await world.post(EditAction<PartNew<Resource>>(), ["plan": id], answers)
            #expect(added.target == "/planning/activities/\(activity.id)")
            let resource = try #require(try await world.plan().resources.last)
            #expect(resource.activity == activity.id && resource.goal == 0)
            #expect(resource.name == "Gadījuma vadīšana" && resource.source == "Projekts")
            let page = try await world.get(ActivityPage(), ["part": activity.id]).body.string
            #expect(
                page.contains("Mediatori (2)") && page.contains("/planning/resources/\(resource.id)/edit")
            )
            #expect(page.contains("/planning/\(id)/resources/new?under=\(activity.id)"))
            var texts = resource.texts(plan)
            texts["of"] = "goal-\(plan.goals[1].id)"
            texts["version"] = "1"
            let parts = ["part": resource.id]
            let moved = try await world.post(EditAction<PartRow<Resource>>(), parts, texts)
            #expect(moved.target == "/planning/\(id)")
            // What a goal has for all its activities stands with each of them and with the programme.
            for shown in [
                try await world.get(ActivityPage(), ["part": activity.id]),
                try await world.get(PlanPage(), ["plan": id]),
            ] {
                #expect(shown.body.string.contains("Mediatori (2)"))
                #expect(shown.body.string.contains("viss 2. mērķis"))
            }
            let kept = try #require(try await world.plan().resources.last)
            #expect(kept.activity == 0 && kept.goal == plan.goals[1].id)
            _ = try await world.post(RemoveAction<PartRow<Resource>>(), parts, ["version": "2"])
            #expect(try await world.plan().resources.map(\.number) == ["1"])
            _ = try await world.putBack(PartRow<Resource>.self, kept, parts)
            let again = try #require(try await world.plan().resources.last)
            #expect(again.texts(plan) == kept.texts(plan) && again.version == 4)
            #expect(try await world.findings() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `resources say what is needed and what for`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let parts = ["plan": plan.programme.id]
            let page = EditAction<PartNew<Resource>>()
            let empty = try await world.post(page, parts, ["number": "2", "source": "Pašvaldība"])
            #expect(empty.status == 422 && empty.text.contains("Izvēlieties vienu no piedāvātajām iespējām."))
            #expect(empty.text.contains("Ierakstiet, kas vajadzīgs"))
            let strange = try await world.post(
                page,
                parts,
                ["number": "2", "of": "activity-999", "human": "Kāds"]
            )
            #expect(strange.status == 422)
            #expect(try await world.plan().resources.count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `readers see resources and no way to edit them`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let reader = BoardWorld.asker([.seePlans])
            let page = try await world.get(ActivityPage(), ["part": plan.activities[0].id], as: reader)
            #expect(page.body.string.contains("Lektori (5)") && page.body.string.contains("ES projekti"))
            #expect(!page.body.string.contains("/resources/"))
            await #expect(throws: Refusal.self) {
                _ = try await world.get(
                    EditPage<PartRow<Resource>>(),
                    ["part": plan.resources[0].id],
                    as: reader
                )
            }
        }
    }
}
