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

    @Test(arguments: Engine.available)
    func `a share without least data is not kept, and a rule that was kept so gets a successor`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine) { world in
            let editor = RuleEditor(world.desk)
            let share = [
                "quantity": "absence-share", "comparison": "at-least", "threshold": "10", "group": "1",
                "mode": "live", "lv": "Savs", "en": "Own", "source": "Pārvalde",
            ]
            for exposure in ["", "0"] {
                let refusal = await #expect(throws: Refusal.self) {
                    try await editor.set(
                        "risk-own",
                        from: RiskBoard.today,
                        share.merging(["exposure": exposure]) { $1 }
                    )
                }
                #expect(refusal?.kind == .invalid)
            }
            try await editor.set("risk-own", from: RiskBoard.today, share.merging(["exposure": "1"]) { $1 })
            let tenant = world.desk.tenant
            let kept =
                #"{"comparison":"at-least","group":"1","mode":"live","overrides":{},"quantity":"absence-share","threshold":10}"#
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE regulation SET parameters = \(kept)
                    WHERE tenant_id = \(tenant) AND name = 'risk-absence' AND from_day = 0
                    """
                )
            }
            let tomorrow = RiskBoard.today + 1
            try await editor.set("risk-absence", from: tomorrow, ["exposure": "40"])
            let records = try await editor.records("risk-absence")
            let texts = try records.map { try $0.texts["exposure"] ?? "" }
            #expect(texts == ["60", "40", ""])
        }
    }

    @Test(arguments: Engine.available)
    func `two low marks of two are too early from the turn on, and two of three are a sign`(
        _ engine: Engine
    ) async throws {
        let today = try #require(Day(2027, 2, 1))
        let pupils = "\(RiskBoard.headings)\nOzolu skola,2026/2027,8.a,K1,Ābols,Ansis,,,"
        let marks = """
            institution,class,pupil_code,year,subject,mark,kind,term,teacher
            Ozolu skola,8.a,K1,2026/2027,Matemātika,3,term,2,
            Ozolu skola,8.a,K1,2026/2027,Fizika,3,term,2,
            """
        try await RiskBoard.with(engine, pupils: pupils, today: today) { world in
            try await world.take(marks, "marks")
            let two = try await world.signals(on: today, SchoolYear(2026))
            #expect(two == ["1 exam-subjects 2 1/1 >1"])
            let early = try await world.signals(of: 1).early.filter { $0.rule == "risk-subjects-below" }
            #expect(early.map { [$0.recorded, $0.needed] } == [[2, 3]])
            try await world.take(marks + "\nOzolu skola,8.a,K1,2026/2027,Latviešu valoda,9,term,2,", "marks")
            let three = try await world.signals(on: today, SchoolYear(2026))
            #expect(three == ["1 exam-subjects 2 1/2 >1", "1 subjects-below 2 2/3 >2"])
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
