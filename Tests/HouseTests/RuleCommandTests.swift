import Access
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// The command that changes a rule says what its page says of a rule beside it.
struct RuleCommandTests {
    @Test(arguments: Engine.available, Language.allCases)
    func `a limit that parts from its sign is told after the period`(
        _ engine: Engine,
        _ language: Language
    ) async throws {
        try await TestWorld.run(engine) { test in
            let desk = test.world.desk(test.tenant, Operator.asker(test.world.house))
            let commands = RuleCommands(CommandSession(world: test.world, desk: desk), language)
            let apart = try await commands.set("unexcused-limit", from: nil, ["lessons=25"])
            let lines = apart.split(separator: "\n")
            #expect(lines.count == 2 && lines.last?.contains("risk-unexcused") == true)
            let words = Text(lv: "20\u{a0}mācību stundas", en: "20\u{a0}lessons")[language]
            #expect(apart.contains(words))
            let together = try await commands.set("unexcused-limit", from: nil, ["lessons=20"])
            #expect(!together.contains("\n"))
        }
    }
}
