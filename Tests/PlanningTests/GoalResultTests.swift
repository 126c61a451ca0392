import Exchange
import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

/// The qualitative and quantitative results of priorities, each with its own judgement and comment.
struct GoalResultTests {
    private static let year = SchoolYear(2025)

    /// The small programme with both results of its first goal, as the form of self-evaluation has them.
    private static var text: ProgrammeText {
        var text = ProgrammeText.small
        text.add(
            "sasniedzamais rezultāts",
            of: "1",
            [
                "type": "a) kvalitatīvi", "result": "Vecāki zina, ko bērns mācās",
                "state": "Sasniegts daļēji", "note": "Sapulcēs piedalās ne visi.",
            ]
        )
        text.add(
            "sasniedzamais rezultāts",
            of: "1",
            [
                "type": "b) kvantitatīvi", "result": "80 % vecāku piedalās sapulcēs",
                "state": "Sasniegts", "note": "Piedalījās 84 %.",
            ]
        )
        return text
    }

    @Test(arguments: Engine.available)
    func `both results of a priority come in by their kind, in the words of the document`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            let report = try await world.take(Self.text.csv, "action-programmes")
            #expect(report.plan.rejected + report.plan.unmatched == 0)
            let plan = try await world.plan()
            let results = plan.results(of: plan.goals[0])
            #expect(results.map(\.kind) == [.qualitative, .quantitative])
            #expect(results.map(\.ordinal) == [1, 2])
            #expect(results.map(\.state) == [.partly, .reached])
            #expect(results.map(\.note) == ["Sapulcēs piedalās ne visi.", "Piedalījās 84 %."])
            #expect(plan.results(of: plan.goals[1]).isEmpty)
            try await world.expectRoundTrip(ProgrammeTable.self, SchoolYear(2024), rows: 28)
            try await world.undo(#require(report.batch))
            #expect(try await world.plans().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a result without a kind is rejected, and a second block of the same kind is told`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            var text = ProgrammeText.small
            text.add("sasniedzamais rezultāts", of: "1", ["result": "Bez veida"])
            text.add("sasniedzamais rezultāts", of: "9", ["type": "a", "result": "Bez mērķa"])
            text.add("sasniedzamais rezultāts", "1", of: "2", ["type": "a", "result": "Pirmie"])
            text.add("sasniedzamais rezultāts", "2", of: "2", ["type": "a", "result": "Otrie"])
            let found = try await world.findings(text.csv, "action-programmes").map(\.problem.code)
            #expect(found.contains("plan.parent") && found.contains("plan.result.kinds"))
            #expect(found.contains(Problem(ParseFault.empty).code))
        }
    }

    @Test(arguments: Engine.available)
    func `the report and the annual report have the columns of the form`(_ engine: Engine) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            let before = try await world.answer("planning/activities", Selection(year: Self.year))
            #expect(!before.sections.contains { $0.code == "results" })
            try await world.take(Self.text.csv, "action-programmes")
            let document = try await world.answer("planning/activities", Selection(year: Self.year))
            let table = try #require(document.sections.last)
            #expect(table.code == "results")
            #expect(table.columns.map(\.code) == ["priority", "expected", "met", "comments"])
            let goal = "1. Vecāki līdzdarbojas"
            #expect(
                table.words == [
                    [
                        goal, "a) kvalitatīvi: Vecāki zina, ko bērns mācās", "daļēji sasniegts",
                        "Sapulcēs piedalās ne visi.",
                    ],
                    [
                        goal, "b) kvantitatīvi: 80 % vecāku piedalās sapulcēs", "sasniegts",
                        "Piedalījās 84 %.",
                    ],
                ]
            )
            let (plan, desk) = (try await world.plan(), world.desk)
            let content = try await desk.database.data.read {
                try AnnualComposer(plan, 2025, desk, $0).content
            }
            let own = content.goals.map { goal in goal.tables.filter { $0.code == "results" } }
            #expect(own.map(\.count) == [1, 0])
            #expect(own[0].first?.columns.map(\.code) == ["expected", "met", "comments"])
            #expect(own[0].first?.rows.count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `a result is typed with its comment, taken out and put back`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let (id, goal) = (plan.programme.id, plan.goals[0].id)
            let page = EditAction<ChildRow<GoalResult>>()
            let first = ["part": goal, "second": 1]
            let answers = ["kind": "qualitative", "result": "Vecāki zina", "state": "missed", "version": "0"]
            let bare = try await world.post(page, first, answers)
            #expect(bare.status == 422 && bare.text.contains("Pamatojiet novērtējumu"))
            let judged = answers.merging(["note": "Sapulces nenotika."]) { own, _ in own }
            let saved = try await world.post(page, first, judged)
            #expect(saved.target == "/planning/\(id)#results-section")
            #expect(try await world.post(page, first, judged).status == 409)
            let result = try #require(try await world.plan().results.first)
            #expect(result.state == .missed && result.note == "Sapulces nenotika.")
            let shown = try await world.get(PlanPage(), ["plan": id]).body.string
            #expect(shown.contains("a) kvalitatīvi") && shown.contains("Sapulces nenotika."))
            #expect(shown.contains("nav sasniegts"))
            // The other kind is asked for beside it.
            #expect(shown.contains("/planning/goals/\(goal)/results/2\""))
            let english = try await world.get(PlanPage(), ["plan": id], language: .en).body.string
            #expect(english.contains("a) qualitative") && english.contains("not reached"))
            _ = try await world.post(RemoveAction<ChildRow<GoalResult>>(), first, ["version": "1"])
            #expect(try await world.plan().results.isEmpty)
            _ = try await world.putBack(ChildRow<GoalResult>.self, result, first)
            #expect(try await world.plan().results.map(\.result) == ["Vecāki zina"])
        }
    }

    @Test(arguments: Engine.available)
    func `an institution's priorities are asked for both kinds, and a goal with results stays`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            var text = ProgrammeText("PR")
            text.add(
                "programma",
                "",
                [
                    "name": "Prioritātes", "type": "priorities", "from": "01.09.2025.", "to": "31.08.2026.",
                    "institution": "Bērzu pamatskola",
                ]
            )
            text.add("mērķis", "1", ["name": "Vienota kopiena"])
            try await world.take(text.csv, "action-programmes")
            let plan = try await world.plan()
            let shown = try await world.get(PlanPage(), ["plan": plan.programme.id]).body.string
            let goal = plan.goals[0].id
            #expect(shown.contains("/planning/goals/\(goal)/results/1\""))
            #expect(shown.contains("/planning/goals/\(goal)/results/2\""))
            text.add("sasniedzamais rezultāts", of: "1", ["type": "b", "result": "75 % dalās pieredzē"])
            try await world.take(text.csv, "action-programmes")
            let refusal = await #expect(throws: Refusal.self) {
                _ = try await world.post(
                    RemoveAction<PartRow<Goal>>(),
                    ["part": goal],
                    ["version": "1"]
                )
            }
            #expect(refusal?.message.lv.contains("1\u{a0}sasniedzamais rezultāts") == true)
        }
    }
}
