import Exchange
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

/// The least data that a rule of risk asks for, where its quantity is read with some and where it is not.
struct LeastExposureTests {
    private let lessons = [
        ("Ozolu skola", "8.a", "K1", "2026-01-12", "nn", 10),
        ("Ozolu skola", "8.a", "K1", "2026-01-13", "nn", 11),
    ]

    @Test(arguments: Engine.available)
    func `a sign that is a mere count takes no least data, and says so beside the field`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine) { world in
            let editor = RuleEditor(world.desk)
            await #expect(throws: Refusal.self) {
                try await editor.set("risk-unexcused", from: nil, ["exposure": "60"])
            }
            // None at all may be said in two ways, and a sign that is read with its data takes any.
            try await editor.set("risk-unexcused", from: nil, ["exposure": "0"])
            try await editor.set("risk-no-mark", from: nil, ["exposure": "5"])
            try await world.lessons(lessons)
            #expect(try await world.signals() == ["1 unexcused 2 21/0 >20"])
        }
    }

    @Test(arguments: Engine.available)
    func `a rule that was kept with such a number goes on giving signs`(_ engine: Engine) async throws {
        try await RiskBoard.with(engine) { world in
            let tenant = world.desk.tenant
            let kept =
                #"{"comparison":"more","exposure":60,"group":"1","mode":"live","overrides":{},"quantity":"unexcused-term","threshold":20}"#
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE regulation SET parameters = \(kept) WHERE tenant_id = \(tenant) AND name = 'risk-unexcused'
                    """
                )
            }
            try await world.lessons(lessons)
            #expect(try await world.signals() == ["1 unexcused 2 21/0 >20"])
            #expect(try await world.findings() == [])
            let early = try await world.signals(of: 1).early
            #expect(!early.map(\.rule).contains("risk-unexcused"))
            // Whoever edits it next is asked to empty the field.
            let tomorrow = RiskBoard.today + 1
            let editor = RuleEditor(world.desk(on: tomorrow))
            await #expect(throws: Refusal.self) {
                try await editor.set("risk-unexcused", from: nil, ["threshold": "18"])
            }
            try await editor.set("risk-unexcused", from: nil, ["threshold": "18", "exposure": ""])
            #expect(try await world.signals(on: tomorrow) == ["1 unexcused 2 21/0 >18"])
        }
    }

    @Test func `the trial asks for least data where a sign is read with some`() async throws {
        try await RiskBoard.with(.sqlite) { world in
            func page(_ rule: String) async throws -> String {
                let answer = try await TrialPage().answer(PageRequest(query: ["rule": rule]), world.desk)
                guard case .page(let page) = answer else { throw Refusal.noSuchPage }
                return "\(page.body)"
            }
            let share = try await page("risk-absence")
            #expect(share.contains("trial-exposure"))
            for rule in ["risk-unexcused", "risk-behaviour", "risk-repeating"] {
                let count = try await page(rule)
                #expect(!count.contains("trial-exposure") && count.contains("trial-threshold"), "\(rule)")
            }
        }
    }
}
