import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

struct OutcomeHintTests {
    private static let shipped = OutcomeStateRule(full: 100, partly: 0)

    @Test(
        arguments: [
            // Nothing to judge by, or nothing known.
            (0, 0, 0, nil), (0, 1, 1, nil), (0, 3, 3, nil),
            // All, some, none.
            (3, 0, 3, .reached), (1, 0, 1, .reached), (2, 0, 3, .partly), (1, 0, 200, .partly),
            (0, 0, 3, .missed),
            // What is not known does not reach the target, and may still do so.
            (2, 1, 3, .partly), (0, 1, 3, nil),
        ] as [(Int, Int, Int, OutcomeState?)]
    )
    func
        `all indicators make an outcome reached, one makes it partly reached, and what is open is not judged`(
            reached: Int,
            open: Int,
            all: Int,
            state: OutcomeState?
        )
    {
        #expect(OutcomeHintTests.shipped.proposed(reached: reached, open: open, of: all) == state)
    }

    @Test(
        arguments: [
            (3, 0, 4, .reached), (2, 1, 4, .partly), (2, 0, 4, .partly), (1, 0, 4, .missed), (1, 1, 4, nil),
            (0, 1, 4, .missed), (0, 0, 4, .missed),
        ] as [(Int, Int, Int, OutcomeState?)]
    )
    func `the exact share is enough, and open indicators count where they could change the proposal`(
        reached: Int,
        open: Int,
        all: Int,
        state: OutcomeState?
    ) {
        let rule = OutcomeStateRule(full: 75, partly: 50)
        #expect(rule.proposed(reached: reached, open: open, of: all) == state)
    }

    @Test func `the rule says its shares, and partly reached takes no more than reached`() {
        #expect(
            OutcomeHintTests.shipped.words.lv
                == "sasniegts, ja mērķi sasniedz visi rādītāji; daļēji sasniegts, ja vismaz viens rādītājs"
        )
        #expect(
            OutcomeStateRule(full: 75, partly: 50).words.en
                == """
                reached where at least 75% of the indicators reached the target, partly reached where at least 50% of the \
                indicators did
                """
        )
        #expect(OutcomeStateRule(full: 50, partly: 51).fault?.field == "partly")
        #expect(OutcomeStateRule(full: 50, partly: 50).fault == nil)
    }

    /// The small programme with two indicators more for its second goal: one that reached its target each year, one
    /// that did not.
    private static func withMore(
        _ engine: Engine,
        _ body: (BoardWorld, Plan) async throws -> Void
    ) async throws {
        try await BoardWorld.withProgramme(engine) { world, _ in
            var text = ProgrammeText("MP")
            for (number, amount) in [("3", "5"), ("4", "3")] {
                text.add("rādītājs", number, of: "2", ["name": "Rādītājs", "unit": "count", "base": "1"])
                for year in ["2024", "2025"] {
                    text.add("mērķlielums", of: number, ["year": year, "amount": "5"])
                    text.add("vērtība", of: number, ["year": year, "amount": amount, "source": "Protokoli"])
                }
            }
            try await world.take(text.csv, "action-programmes")
            try await body(world, try await world.plan())
        }
    }

    private static func hints(
        _ world: BoardWorld,
        _ plan: Plan,
        _ goal: Int
    ) async throws -> [Int: OutcomeHint] {
        try await OutcomeHint.of(plan.goals[goal], in: plan, years: [2024, 2025], world.desk)
    }

    @Test(arguments: Engine.available)
    func `indicators are counted as their report stands them, each year by the values it had`(
        _ engine: Engine
    ) async throws {
        try await Self.withMore(engine) { world, plan in
            let hints = try await Self.hints(world, plan, 1)
            #expect(hints[2025]?.state == .partly)
            #expect(hints[2025]?.reason.lv == "2 no 3 rādītājiem sasniedz mērķi: 2, 3")
            #expect(hints[2025]?.reason.en == "2 of 3 indicators reached the target: 2, 3")
            // The first target of the second indicator is of 2025.
            #expect(hints[2024]?.state == .partly)
            #expect(hints[2024]?.reason.lv == "1 no 3 rādītājiem sasniedz mērķi: 3; vēl ceļā: 2")
            // A value that nobody knows is named, and nothing is proposed.
            let other = try await Self.hints(world, plan, 0)
            #expect(other[2025]?.state == nil)
            #expect(other[2025]?.reason.lv == "0 no 1 rādītāja sasniedz mērķi; nav zināms: 1")
        }
    }

    @Test(arguments: Engine.available)
    func `a value of the year before is not held to the target of this one`(_ engine: Engine) async throws {
        try await Self.withMore(engine) { world, plan in
            var plan = plan
            plan.indicatorValues.removeAll { $0.year == 2025 }
            let hints = try await Self.hints(world, plan, 1)
            #expect(hints[2025]?.state == nil)
            #expect(
                hints[2025]?.reason.lv == "0 no 3 rādītājiem sasniedz mērķi; vēl ceļā: 2; nav zināms: 3, 4"
            )
            #expect(hints[2024]?.reason.lv == "1 no 3 rādītājiem sasniedz mērķi: 3; vēl ceļā: 2")
        }
    }

    @Test(arguments: Engine.available)
    func `a year that is over is judged by the rule of its time`(_ engine: Engine) async throws {
        try await Self.withMore(engine) { world, plan in
            let (tenant, name) = (world.desk.tenant, OutcomeStateRule.regulation)
            let (end, first) = (Day(2024, 12, 31)?.number ?? 0, Day(2025, 1, 1)?.number ?? 0)
            let (old, new) = (#"{"full":30,"partly":0}"#, #"{"full":100,"partly":80}"#)
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    "DELETE FROM regulation WHERE tenant_id = \(tenant) AND name = \(name)"
                )
                for (from, to, parameters) in [(0, end, old), (first, 0, new)] {
                    try connection.execute(
                        """
                        INSERT INTO regulation (tenant_id, name, from_day, to_day, lv, en, source, parameters, is_editable,
                            version)
                        VALUES (\(tenant), \(name), \(from), \(to), 'Ieteikums', 'Proposal', 'Pārvalde', \(parameters),
                            1, 1)
                        """
                    )
                }
            }
            let hints = try await Self.hints(world, plan, 1)
            #expect(hints[2024]?.state == .reached && hints[2024]?.rule.full == 30)
            #expect(hints[2025]?.state == .missed && hints[2025]?.rule.partly == 80)
        }
    }

    @Test(arguments: Engine.available)
    func `beside the form stand the proposal and its numbers, and the choice stays with the person`(
        _ engine: Engine
    ) async throws {
        try await Self.withMore(engine) { world, plan in
            let page = EditPage<ChildRow<Outcome>>()
            let parts = ["part": plan.activities[2].id, "second": 2025]
            let form = try await world.get(page, parts).body.string
            #expect(form.contains("Sistēma iesaka") && form.contains("<strong>daļēji sasniegts</strong>"))
            #expect(form.contains("2 no 3 rādītājiem sasniedz mērķi: 2, 3</a>"))
            #expect(form.contains("/planning/\(plan.programme.id)#indicators-section"))
            let meetings = plan.indicators[1].id
            #expect(
                form.contains(
                    """
                    <a href="/planning/indicators/\(meetings)/values/2025">6 sanāksmes</a> (2025); mērķis: 6 sanāksmes – \
                    2025. gada mērķis sasniegts
                    """
                )
            )
            #expect(form.contains("2025. gada mērķis nav sasniegts"))
            #expect(form.contains("sasniegts, ja mērķi sasniedz visi rādītāji"))
            // The answer is as it was kept: nobody has judged yet.
            #expect(form.contains("<option value=\"unknown\" selected>"))
            #expect(try await world.plan().outcomes.count == plan.outcomes.count)
            let english = try await world.get(page, parts, language: .en).body.string
            #expect(
                english.contains("The system proposes") && english.contains("<strong>partly reached</strong>")
            )
            #expect(english.contains("2 of 3 indicators reached the target: 2, 3</a>"))
            // What a person chose stays chosen beside another proposal.
            let answers = ["state": "missed", "done": "Sanāksmes notika", "version": "0"]
            let saved = try await world.post(EditAction<ChildRow<Outcome>>(), parts, answers)
            #expect(saved.status == 303)
            let again = try await world.get(page, parts).body.string
            #expect(again.contains("<option value=\"missed\" selected>"))
            #expect(again.contains("<strong>daļēji sasniegts</strong>"))
        }
    }

    @Test(arguments: Engine.available)
    func `a result of a goal is judged beside the same proposal, also one that is new`(
        _ engine: Engine
    ) async throws {
        try await Self.withMore(engine) { world, plan in
            let goal = plan.goals[1].id
            let parts = ["part": goal, "second": 1]
            let form = try await world.get(EditPage<ChildRow<GoalResult>>(), parts).body.string
            #expect(form.contains("Sistēma iesaka") && form.contains("<strong>daļēji sasniegts</strong>"))
            #expect(form.contains("2 no 3 rādītājiem sasniedz mērķi: 2, 3</a>"))
            #expect(form.contains("<option value=\"unknown\" selected>"))
            let answers = [
                "kind": "qualitative", "result": "Bērns turpina mācības", "state": "missed",
                "note": "Divi aizgāja.", "version": "0",
            ]
            let saved = try await world.post(EditAction<ChildRow<GoalResult>>(), parts, answers)
            #expect(saved.status == 303)
            let again = try await world.get(EditPage<ChildRow<GoalResult>>(), parts).body.string
            #expect(again.contains("<option value=\"missed\" selected>"))
            #expect(again.contains("<strong>daļēji sasniegts</strong>"))
            // The page of the programme says what differs, until it differs no more.
            let id = ["plan": plan.programme.id]
            let page = try await world.get(PlanPage(), id).body.string
            #expect(
                page.contains(
                    """
                    <a href="/planning/goals/\(goal)/results/1">pēc rādītājiem: daļēji sasniegts (2 no 3)</a>
                    """
                )
            )
            var agreed = answers
            agreed["state"] = "partly"
            agreed["version"] = "1"
            _ = try await world.post(EditAction<ChildRow<GoalResult>>(), parts, agreed)
            let now = try await world.get(PlanPage(), id, language: .en).body.string
            #expect(!now.contains("by the indicators"))
        }
    }

    @Test func `a result is judged by the year that runs, and by the last of a programme that is over`() {
        var programme = ActionProgramme(id: 1, institution: InstitutionID(rawValue: 0), code: "MP")
        programme.from = Day(2024, 1, 1)
        programme.to = Day(2026, 12, 31)
        let plan = Plan(programme)
        #expect(plan.judgedYear(on: Day(2025, 11, 20) ?? Day(number: 0)) == 2025)
        #expect(plan.judgedYear(on: Day(2028, 2, 1) ?? Day(number: 0)) == 2026)
    }

    @Test(arguments: Engine.available)
    func `where nothing is known nothing is proposed, and the indicator is named`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.withProgramme(engine) { world, plan in
            let parts = ["part": plan.activities[0].id, "second": 2025]
            let form = try await world.get(EditPage<ChildRow<Outcome>>(), parts).body.string
            #expect(form.contains("pagaidām neko, jo zināms par maz"))
            #expect(form.contains("1. Apmierināti vecāki: vērtība nav zināma"))
            #expect(!form.contains("<strong>sasniegts</strong>"))
        }
    }

    @Test(arguments: Engine.available)
    func `the page of the activity shows the proposal while the judgement is another one`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.withProgramme(engine) { world, plan in
            let activity = plan.activities[2].id
            let page = try await world.get(ActivityPage(), ["part": activity]).body.string
            let told =
                "<a href=\"/planning/activities/\(activity)/outcomes/2025\">pēc rādītājiem: sasniegts (1 no 1)</a>"
            #expect(page.contains(told))
            // Of 2024 nothing is proposed: its only target is of the year after.
            #expect(page.count(of: "pēc rādītājiem") == 1)
            let reader = BoardWorld.asker([.seePlans])
            let read = try await world.get(ActivityPage(), ["part": activity], language: .en, as: reader)
            #expect(
                read.body.string.contains(
                    "<a href=\"/planning/\(plan.programme.id)#indicators-section\">by the indicators: reached (1 of 1)</a>"
                )
            )
            _ = try await world.post(
                EditAction<ChildRow<Outcome>>(),
                ["part": activity, "second": 2025],
                ["state": "reached", "done": "Sanāksmes notika", "version": "0"]
            )
            let judged = try await world.get(ActivityPage(), ["part": activity]).body.string
            #expect(!judged.contains("pēc rādītājiem"))
        }
    }

    @Test(arguments: Engine.available)
    func `a draft of the annual report tells its author what differs, and its paper does not`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.withProgramme(engine) { world, plan in
            let report = try await AnnualDesk(desk: world.desk).begin(plan.programme.id, year: 2025)
            let page = try await world.get(AnnualPage(maker: .init()), ["report": report]).body.string
            let activity = plan.activities[2].id
            #expect(page.contains("Novērtējumi, kas atšķiras no rādītājiem"))
            #expect(
                page.contains(
                    """
                    <a href="/planning/activities/\(activity)/outcomes/2025">2.1 Gadījuma vadīšana</a>: nav novērtēts; pēc \
                    rādītājiem: sasniegts (1 no 1)
                    """
                )
            )
            let found = try await world.found(report)
            #expect(!AnnualPaper(found, .lv).html.string.contains("pēc rādītājiem"))
            let draft = try await AnnualHints.load(found, world.desk)
            #expect(draft?.rows.map(\.activity.id) == [activity])
        }
    }
}

extension String {
    /// How many times some words stand in it.
    fileprivate func count(of words: String) -> Int { ranges(of: words).count }
}
