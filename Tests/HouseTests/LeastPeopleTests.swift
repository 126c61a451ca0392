import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// The fewest people that anything is told of, as the house asks for it.
struct LeastPeopleTests {
    @Test(arguments: Engine.available)
    func `what a board sets by command holds at once, and nothing that was remembered is shown again`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let session = try await CommandSession.open(
                test.world,
                through: CommandDoors.rulesSet,
                tenant: nil,
                account: nil,
                language: .en
            )
            let desk = session.desk
            func asked() async throws -> (version: String?, floor: Int) {
                try await desk.database.data.read { connection in
                    (
                        version: try DataVersion.of(desk.tenant, connection),
                        floor: try desk.floor(connection)
                    )
                }
            }
            let before = try await asked()
            let rules = RuleCommands(session, .en)
            _ = try await rules.set("least-people", from: nil, ["people=10"])
            let after = try await asked()
            #expect(before.floor == 5 && after.floor == 10)
            // Answers of reports and patterns are kept by this text.
            #expect(before.version != after.version)
            await #expect(throws: Refusal.self) {
                _ = try await rules.set("least-people", from: nil, ["people=4"])
            }
            let kept = try await asked()
            #expect(kept.floor == 10)
        }
    }
}
