import Frame
import Kernel
import Pages
import SekmeTesting
import Testing

@testable import Registry

/// The limit of a report and the threshold of a sign are two rules; whoever makes them differ is told.
struct RuleTwinTests {
    private let limit = "unexcused-limit"
    private let sign = "risk-unexcused"

    private func warning(_ name: String, _ world: EditWorld) async throws -> Text? {
        let editor = RuleEditor(world.desk())
        let records = try await editor.records(name)
        let now = try #require(records.first { $0.rule.holds(on: Worlds.today) })
        return try await editor.warning(now)
    }

    @Test(arguments: Engine.available)
    func `a limit that differs from its sign is told with the other's name and value, on both sides`(
        _ engine: Engine
    ) async throws {
        try await EditWorld.run(engine) { world in
            let editor = RuleEditor(world.desk())
            for name in [limit, sign, "unexcused-limit-preschool", "level-bands"] {
                let nothing = try await warning(name, world)
                #expect(nothing == nil, "\(name)")
            }
            try await editor.set(limit, from: nil, ["lessons": "25"])
            let atLimit = try #require(try await warning(limit, world))
            #expect(atLimit.lv.contains(sign) && atLimit.lv.contains("vairāk nekā 20\u{a0}mācību stundas"))
            #expect(
                atLimit.en.contains("Unexcused absence") && atLimit.en.contains("more than 20\u{a0}lessons")
            )
            let atSign = try #require(try await warning(sign, world))
            #expect(atSign.lv.contains(limit) && atSign.lv.contains("vairāk nekā 25\u{a0}mācību stundas"))
            // So many or more is the same as more than one less.
            try await editor.set(sign, from: nil, ["threshold": "26", "comparison": "at-least"])
            let same = try await warning(limit, world)
            #expect(same == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `an institution's own limit counts, and a sign that is only tried does not`(
        _ engine: Engine
    ) async throws {
        try await EditWorld.run(engine) { world in
            let editor = RuleEditor(world.desk())
            let own = ["overrides-1-institution": "9900000001", "overrides-1-own": "15"]
            try await editor.set(limit, from: nil, own)
            let told = try #require(try await warning(sign, world))
            #expect(told.lv.contains("9900000001 – 15\u{a0}mācību stundas"))
            try await editor.set(sign, from: nil, ["mode": "trial"])
            let nothing = try await warning(limit, world)
            #expect(nothing == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a record that is to come is held against the rule of its day, and one that is over is not`(
        _ engine: Engine
    ) async throws {
        try await EditWorld.run(engine) { world in
            let editor = RuleEditor(world.desk())
            let days = try await editor.set(
                "unexcused-limit-preschool",
                from: RiskSeeds.turn,
                ["days": "5"]
            )
            let told = try #require(try await editor.warning(days))
            #expect(told.lv.contains("risk-unexcused-days") && told.lv.contains("vairāk nekā 3\u{a0}dienas"))
            let over = try #require(Day(2025, 9, 1))
            try await editor.set(limit, from: over, ["lessons": "25", "to": "2025-09-30"])
            let past = try #require(try await editor.records(limit).first { $0.rule.from == over })
            let nothing = try await editor.warning(past)
            #expect(nothing == nil)
        }
    }

    @Test(arguments: Engine.available, Language.allCases)
    func `the pages of both rules say it`(_ engine: Engine, _ language: Language) async throws {
        try await EditWorld.run(engine) { world in
            try await RuleEditor(world.desk()).set(limit, from: nil, ["lessons": "25"])
            let words = Text(lv: "robeža ir cita", en: "has another limit")[language]
            for name in [limit, sign] {
                let page = try await world.get(RulePage(), ["rule": name], language: language).text
                #expect(page.contains(words), "\(name)")
                let row = ["rule": name, "from": "2011-02-01"]
                let form = try await world.get(EditPage<RuleRow>(), row, language: language).text
                #expect(form.contains(words), "\(name)")
            }
            let other = try await world.get(RulePage(), ["rule": "promotion"], language: language).text
            #expect(!other.contains(words))
        }
    }

    @Test(arguments: Engine.available)
    func `a record is added before a shipped one that is to come, and ends with it`(
        _ engine: Engine
    ) async throws {
        try await EditWorld.run(engine) { world in
            let editor = RuleEditor(world.desk())
            let from = Worlds.today + 1
            try await editor.set(sign, from: from, ["threshold": "18"])
            let records = try await editor.records(sign)
            #expect(records.map(\.rule.from) == [RiskSeeds.turn, from, Day(number: 15_006)])
            #expect(records.map(\.rule.to) == [nil, RiskSeeds.turn - 1, from - 1])
        }
    }
}
