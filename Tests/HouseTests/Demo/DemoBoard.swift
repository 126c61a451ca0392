import Access
import Demo
import Frame
import Kernel
import SekmeTesting

@testable import House

/// The demo on a small invented board: what holds for all pages, reports and their faces is looked at there.
enum DemoBoard {
    static let plan = BoardPlan(
        seed: 5,
        today: TestWorld.now.day,
        pupils: 160,
        years: 1,
        presence: .lastDays(5)
    )

    /// Makes the demo in a house of its own, with the account of every role.
    static func open(
        _ engine: Engine,
        isLong: Bool = false,
        before: (DatabasePlace) -> Void = { _ in },
        _ body: (TestWorld, [DemoAccount]) async throws -> Void
    ) async throws {
        try await TestWorld.open(engine, isLong: isLong, before: before) { world in
            let demo = try await DemoTenant.make(
                plan,
                world.database,
                world.house,
                clock: { TestWorld.now }
            )
            try await body(TestWorld(world: world, tenant: demo.id), demo.accounts)
        }
    }
}
