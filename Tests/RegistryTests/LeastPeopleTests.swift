import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import Registry

struct LeastPeopleTests {
    private let name = LeastPeopleRule.regulation

    private func floor(_ world: EditWorld, _ day: Day = Worlds.today) async throws -> Int {
        try await world.database.data.read { try LeastPeopleRule.floor(Worlds.tenant, day, $0) }
    }

    @Test(arguments: Engine.available)
    func `a board raises the fewest people from a day on, and never below five`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            let editor = RuleEditor(world.desk())
            let shipped = try await floor(world)
            #expect(shipped == 5)
            try await editor.set(name, from: Worlds.today + 1, ["people": "10"])
            let today = try await floor(world)
            let tomorrow = try await floor(world, Worlds.today + 1)
            #expect([today, tomorrow] == [5, 10])
            await #expect(throws: Refusal.self) {
                try await editor.set(name, from: Worlds.today + 1, ["people": "4"])
            }
            let kept = try await floor(world, Worlds.today + 1)
            #expect(kept == 10)
        }
    }

    @Test(arguments: Engine.available)
    func `whatever is in the table, fewer than five are not told of`(engine: Engine) async throws {
        try await EditWorld.run(engine) { world in
            try await world.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE regulation SET parameters = '{"people":1}'
                    WHERE tenant_id = \(Worlds.tenant) AND name = \(LeastPeopleRule.regulation)
                    """
                )
            }
            let low = try await floor(world)
            try await world.database.data.write { connection in
                try connection.execute(
                    """
                    DELETE FROM regulation
                    WHERE tenant_id = \(Worlds.tenant) AND name = \(LeastPeopleRule.regulation)
                    """
                )
            }
            let none = try await floor(world)
            #expect([low, none] == [5, 5])
        }
    }
}
