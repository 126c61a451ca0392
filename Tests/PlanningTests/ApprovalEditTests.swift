import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

struct ApprovalEditTests {
    @Test(arguments: Engine.available)
    func `an approval is added, edited, taken out and put back`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let id = plan.programme.id
            let second = ["part": id, "second": 2]
            let page = EditAction<ChildRow<Approval>>()
            let nobody = try await world.post(page, second, ["reference": "97", "version": "0"])
            #expect(nobody.status == 422 && nobody.text.contains("Aizpildiet šo lauku."))
            let dome = ["body": "Dome", "day": "16.12.2023.", "reference": "97"]
            func save(_ answers: [String: String], _ version: String) async throws -> Int {
                try await world.post(page, second, answers.merging(["version": version]) { own, _ in own })
                    .status
            }
            #expect(try await save(dome, "0") == 303)
            #expect(try await save(dome, "0") == 409)
            #expect(try await save(["body": "Novada dome", "day": "17.12.2023."], "1") == 303)
            let approval = try #require(try await world.plan().approvals.last)
            #expect(approval.step == 2 && approval.body == "Novada dome")
            #expect(approval.day == Day(2023, 12, 17) && approval.reference.isEmpty)
            let shown = try await world.get(PlanPage(), ["plan": id]).body.string
            #expect(shown.contains("Novada dome") && shown.contains("17.12.2023."))
            #expect(shown.contains("/planning/programmes/\(id)/approvals/1\""))
            #expect(shown.contains("/planning/programmes/\(id)/approvals/3\""))
            _ = try await world.post(RemoveAction<ChildRow<Approval>>(), second, ["version": "2"])
            #expect(try await world.plan().approvals.map(\.body) == ["Izglītības komisija"])
            _ = try await world.putBack(ChildRow<Approval>.self, approval, second)
            #expect(
                try await world.plan().approvals.map(\.body) == ["Izglītības komisija", "Novada dome"]
            )
        }
    }

    @Test(arguments: Engine.available)
    func `approvals of a programme are edited by those who edit it alone`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let head = BoardWorld.asker(
                [.seePlans, .editPlans],
                in: Scope(institution: InstitutionID(rawValue: 2))
            )
            let page = try await world.get(PlanPage(), ["plan": plan.programme.id], as: head).body.string
            #expect(page.contains("Izglītības komisija") && !page.contains("/approvals/"))
            #expect(page.contains("Redz un palīdz") && !page.contains("/parties/"))
            let strange = try await world.post(
                EditAction<ChildRow<Approval>>(),
                ["part": plan.programme.id, "second": 2],
                ["body": "Dome", "version": "0"],
                as: head
            )
            #expect(strange.status == 409)
            #expect(try await world.plan().approvals.map(\.body) == ["Izglītības komisija"])
            for part in [plan.programme.id + 1, 999] {
                await #expect(throws: Refusal.self) {
                    _ = try await world.get(
                        EditPage<ChildRow<Approval>>(),
                        ["part": part, "second": 1]
                    )
                }
            }
        }
    }
}
