import Access
import Foundation
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// What was entered wrongly of a measure is put right, and what was there before can be read.
struct MeasureWorkTests {
    private let pedagogue = CaseBoard.pedagogue
    private let form = [
        "kind": "1", "subject": "1", "body": "1", "provider": "Anna Kļava", "planned": "10,5",
        "from": "02.02.2026.", "to": "29.05.2026.",
    ]

    /// A plan with one measure; gives the parts of the measure's address.
    private func withMeasure(
        _ engine: Engine,
        _ body: (BoardWorld, [String: Int]) async throws -> Void
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            let parts = ["case": id, "plan": try await world.plan(id)]
            #expect(try await world.get(MeasureAction(), parts, form: form, as: pedagogue).status == 303)
            let measure = try #require(try await measures(world, parts).first)
            try await body(world, parts.merging(["measure": measure.id]) { $1 })
        }
    }

    private func content(_ world: BoardWorld, _ parts: [String: Int]) async throws -> PlanContent {
        try await world.planContent(parts["case"] ?? 0, parts["plan"] ?? 0, by: pedagogue)
    }

    private func measures(_ world: BoardWorld, _ parts: [String: Int]) async throws -> [PlanMeasure] {
        try await content(world, parts).measures
    }

    @Test(arguments: Engine.available)
    func `a measure is corrected in everything but its hours given, by whoever read it last`(
        _ engine: Engine
    ) async throws {
        try await withMeasure(engine) { world, parts in
            let given = ["given": "3", "version": "1"]
            _ = try await world.get(MeasureGivenAction(), parts, form: given, as: pedagogue)
            let right = [
                "kind": "3", "subject": "2", "body": "2", "provider": "Baiba Liepa", "planned": "8",
                "from": "03.02.2026.", "to": "30.05.2026.", "version": "2",
            ]
            let page = try await world.get(MeasurePage(), parts, as: pedagogue)
            #expect(page.status == 200 && page.text.contains("value=\"10,5\""))
            let bad = right.merging(["to": "01.02.2026."]) { $1 }
            let back = try await world.get(MeasureCorrectAction(), parts, form: bad, as: pedagogue)
            #expect(back.status == 422 && back.text.contains("Beigas ir pirms sākuma"))
            let sent = try await world.get(MeasureCorrectAction(), parts, form: right, as: pedagogue)
            #expect(sent.status == 303)
            // A second answer to the same page writes nothing over.
            let late = right.merging(["provider": "Cits"]) { $1 }
            _ = try await world.get(MeasureCorrectAction(), parts, form: late, as: CaseBoard.head)
            let hours = ["given": "9", "version": "2"]
            _ = try await world.get(MeasureGivenAction(), parts, form: hours, as: CaseBoard.head)
            let measure = try #require(try await measures(world, parts).first)
            #expect(measure.kind == .mentor && measure.subject == 2 && measure.body == .social)
            #expect(measure.provider == "Baiba Liepa" && measure.planned == 480 && measure.given == 180)
            #expect(measure.from == CaseBoard.today + 1 && measure.to == Day(2026, 5, 30))
            let text = try await world.get(MeasurePage(), parts, as: pedagogue).text
            #expect(text.contains("kas sniedz Anna Kļava → Baiba Liepa"))
        }
    }

    @Test(arguments: Engine.available)
    func `a kind that is used no longer may stay, and no other is taken`(_ engine: Engine) async throws {
        try await withMeasure(engine) { world, parts in
            try await CodeEditor(world.desk).set(CodeLists.supportMeasures, "1", ["to": "01.02.2026."])
            let version = ["version": "1"]
            let same = form.merging(version) { $1 }
            let other = same.merging(["kind": "12"]) { $1 }
            let bad = try await world.get(MeasureCorrectAction(), parts, form: other, as: pedagogue)
            #expect(bad.status == 422)
            let sent = try await world.get(MeasureCorrectAction(), parts, form: same, as: pedagogue)
            #expect(sent.status == 303)
        }
    }

    @Test(arguments: Engine.available)
    func `who gave hours, when, and from what to what, is kept`(_ engine: Engine) async throws {
        try await withMeasure(engine) { world, parts in
            let first = ["given": "9", "over": "1", "result": "2"]
            _ = try await world.get(MeasureGivenAction(), parts, form: first, as: pedagogue)
            _ = try await world.get(MeasureGivenAction(), parts, form: ["given": "5"], as: CaseBoard.head)
            // Saving what stands already is no entry.
            _ = try await world.get(MeasureGivenAction(), parts, form: ["given": "5"], as: CaseBoard.head)
            let steps = try await content(world, parts).steps.filter { $0.change.deed == .given }
            #expect(steps.map(\.who) == [CaseBoard.head.name, pedagogue.name])
            #expect(steps.map { $0.change.before?.given } == [540, 0])
            #expect(steps.map { $0.change.after?.given } == [300, 540])
            #expect(steps.map { $0.change.after?.ended } == [0, CaseBoard.today.number])
            let text = try await world.get(MeasurePage(), parts, as: pedagogue).text
            #expect(text.contains("sniegts 9\u{a0}h → 5\u{a0}h") && text.contains(CaseBoard.head.name))
        }
    }

    @Test(arguments: Engine.available)
    func `a measure is over only with what came of it, which the plan, its history and the report tell`(
        _ engine: Engine
    ) async throws {
        try await withMeasure(engine) { world, parts in
            let bare = ["given": "9", "over": "1", "version": "1"]
            let back = try await world.get(MeasureGivenAction(), parts, form: bare, as: pedagogue)
            #expect(back.status == 422 && back.text.contains("Jānorāda, ja pasākums ir beidzies."))
            #expect(try await measures(world, parts).first?.ended == nil)
            let told = bare.merging(["result": "1"]) { $1 }
            let sent = try await world.get(MeasureGivenAction(), parts, form: told, as: pedagogue)
            #expect(sent.status == 303)
            let measure = try #require(try await measures(world, parts).first)
            #expect(measure.ended == CaseBoard.today && measure.result == .reduced)
            let day = Format(.lv).day(CaseBoard.today)
            let plan = try await world.get(PlanPage(), parts, as: pedagogue).text
            #expect(plan.contains("beidzies \(day), risks mazināts"))
            #expect(plan.contains("rezultāts – → risks mazināts"))
            let page = try await world.get(MeasurePage(), parts, as: pedagogue).text
            #expect(page.contains("Risks mazināts"))
            let selection = Selection(year: CaseBoard.year)
            let document = try await world.answer("prevention/open-measures", selection)
            let ended = document.sections.first { $0.code == "ended" }
            #expect(ended?.table.last == "Kopā|1|1|0|0|0")
            // The result is not taken away while the measure is over; one that goes on again has none.
            let unsaid = ["given": "9", "over": "1", "version": "2"]
            let blank = try await world.get(MeasureGivenAction(), parts, form: unsaid, as: pedagogue)
            #expect(blank.status == 422)
            let again = ["given": "9", "version": "2"]
            _ = try await world.get(MeasureGivenAction(), parts, form: again, as: pedagogue)
            let open = try #require(try await measures(world, parts).first)
            #expect(open.ended == nil && open.result == PlanResult.none)
        }
    }

    @Test(arguments: Engine.available)
    func `one that ended before results were asked says so, and its hours are corrected without one`(
        _ engine: Engine
    ) async throws {
        try await withMeasure(engine) { world, parts in
            let (tenant, ended) = (world.desk.tenant, CaseBoard.today)
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    "UPDATE plan_measure SET ended_on = \(ended) WHERE tenant_id = \(tenant)"
                )
            }
            let plan = try await world.get(PlanPage(), parts, as: pedagogue).text
            #expect(plan.contains("rezultāts nav ierakstīts"))
            let hours = ["given": "4", "over": "1", "version": "1"]
            let sent = try await world.get(MeasureGivenAction(), parts, form: hours, as: pedagogue)
            #expect(sent.status == 303)
            let selection = Selection(year: CaseBoard.year)
            let document = try await world.answer("prevention/open-measures", selection)
            #expect(document.sections.first { $0.code == "ended" }?.table.last == "Kopā|1|0|0|0|1")
        }
    }

    @Test func `a state of a plan from before results were asked is read as it was kept`() throws {
        let kept = Data(
            #"{"body":1,"ended":20000,"from":19900,"given":60,"id":1,"kind":3,"planned":60,"provider":"X","subject":0,"to":20000}"#
                .utf8
        )
        let measure = try JSONDecoder().decode(KeptMeasure.self, from: kept).measure
        #expect(measure.result == PlanResult.none && measure.ended == Day(number: 20_000))
    }

    @Test(arguments: Engine.available)
    func `a measure entered by mistake is taken out with a reason, counts no more and stays in the history`(
        _ engine: Engine
    ) async throws {
        try await withMeasure(engine) { world, parts in
            func open() async throws -> [String] {
                let selection = Selection(year: CaseBoard.year)
                return try await world.answer("prevention/open-measures", selection).sections.first?.table
                    ?? []
            }
            #expect(try await open().last?.hasPrefix("Kopā|1|") == true)
            let unsaid = ["version": "1", "reason": " "]
            let bad = try await world.get(MeasureRemoveAction(), parts, form: unsaid, as: pedagogue)
            #expect(bad.status == 422 && bad.text.contains("id=\"remove-reason-error\""))
            let stale = ["version": "7", "reason": "Cits izglītojamais"]
            _ = try await world.get(MeasureRemoveAction(), parts, form: stale, as: pedagogue)
            #expect(try await measures(world, parts).count == 1)
            let form = ["version": "1", "reason": "Cits izglītojamais"]
            let guest = try await world.get(MeasureRemoveAction(), parts, form: form, as: CaseBoard.social)
            #expect(guest.status == 404)
            let sent = try await world.get(MeasureRemoveAction(), parts, form: form, as: pedagogue)
            #expect(sent.status == 303)
            #expect(try await measures(world, parts).isEmpty)
            #expect(try await open().allSatisfy { !$0.hasPrefix("Kopā|1|") })
            #expect(try await world.get(MeasurePage(), parts, as: pedagogue).status == 404)
            let plan = try await world.get(PlanPage(), parts, as: pedagogue).text
            #expect(plan.contains("noņemts pasākums: ") && plan.contains("– Cits izglītojamais"))
            #expect(plan.contains("Pasākumu vēl nav."))
        }
    }
}
