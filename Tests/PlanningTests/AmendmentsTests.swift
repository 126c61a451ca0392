import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

/// Amendments that are made without a page.
struct AmendmentsTests {
    @Test(arguments: Engine.available)
    func `an amendment keeps the programme as it stood and changes its targets`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let day = try #require(Day(2025, 9, 25))
            let change = Amendments.Change(
                "Vairāk sanāksmju",
                decision: "Nr. 31",
                day: day,
                targets: [Amendments.NewTarget("2", in: 2025, hundredths: 800)]
            )
            try await Amendments(world.desk).amend("MP", change)
            let now = try await world.plan()
            #expect(now.targets(of: now.indicators[1]).first?.amount == 800)
            let amendment = try #require(now.amendments.first)
            #expect(amendment.decision == "Nr. 31" && amendment.day == day)
            let desk = world.desk
            let former = try await desk.database.data.read { connection in
                try FormerPlan.read(amendment, of: now, desk, connection)?.plan
            }
            let kept = try #require(former)
            #expect(kept.targets(of: kept.indicators[1]).first?.amount == 600)
            let page = try await world.get(PlanPage(), ["plan": plan.programme.id]).body.string
            #expect(page.contains("Vairāk sanāksmju") && page.contains("redakcija pirms grozījuma"))
        }
    }

    @Test(arguments: Engine.available)
    func `a programme or target that is not there is refused`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, _ in
            let day = try #require(Day(2025, 9, 25))
            let bare = Amendments.Change("Nekas", decision: "", day: day, targets: [])
            await #expect(throws: Refusal.self) {
                try await Amendments(world.desk).amend("NAV", bare)
            }
            #expect(try await world.plan().amendments.isEmpty)
        }
    }
}
