import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

extension BoardWorld {
    /// What is said after a form was kept; empty where it was not.
    func notice(
        _ page: some Page,
        _ parts: [String: Int],
        _ form: [String: String]
    ) async throws -> String {
        let request = PageRequest(parts: parts.mapValues(String.init), form: form.mapValues { [$0] })
        guard case .redirect(_, let notice) = try await page.answer(request, desk) else { return "" }
        return notice?.lv ?? ""
    }

    /// Puts back what a row held before its latest change.
    func putBack<Row: RemovableRow>(
        _ row: Row.Type,
        _ stored: some PlanRow,
        _ parts: [String: Int]
    ) async throws -> (status: Int, target: String, text: String) {
        let change = try #require(try await PlanEditor(desk).history(stored).first)
        return try await post(
            RestoreAction<Row>(),
            parts,
            ["change": String(change.id), "version": "0"]
        )
    }
}

struct RemovalTests {
    @Test(arguments: Engine.available)
    func `a row that others hang on stays, and what hangs on it is said`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let goal = await #expect(throws: Refusal.self) {
                _ = try await world.post(
                    RemoveAction<PartRow<Goal>>(),
                    ["part": plan.goals[0].id],
                    ["version": "1"]
                )
            }
            #expect(
                goal?.message.lv
                    == "Noņemt vēl nevar; pie šīs rindas ir: 2\u{a0}aktivitātes, 1\u{a0}rādītājs."
            )
            try await world.hold("1.1", 1, "19.11.2025.")
            let recurrence = await #expect(throws: Refusal.self) {
                _ = try await world.post(
                    RemoveAction<ChildRow<Recurrence>>(),
                    ["part": plan.activities[0].id, "second": 1],
                    ["version": "1"]
                )
            }
            #expect(recurrence?.message.lv.contains("1\u{a0}pasākums") == true)
            let now = try await world.plan()
            #expect(now.goals.count == 2 && now.recurrences.count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `a task is taken out and comes back with all it held, past whoever read it before`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let task = plan.tasks[0]
            let parts = ["part": task.id]
            let gone = try await world.post(RemoveAction<PartRow<WorkTask>>(), parts, ["version": "1"])
            #expect(gone.target == "/planning/\(plan.programme.id)")
            #expect(try await world.plan().tasks.map(\.number) == ["1.1.2", "2.1.1"])
            let page = try await world.get(PlanPage(), ["plan": plan.programme.id]).body.string
            #expect(page.contains("1\u{a0}noņemta rinda"))
            #expect(page.contains("/planning/tasks/\(task.id)/edit\">uzdevums 1.1.1 Vecāku aptauja</a>"))
            var texts = task.texts(plan)
            texts["version"] = "1"
            let late = try await world.post(EditAction<PartRow<WorkTask>>(), parts, texts)
            #expect(late.status == 409 && late.text.contains("Šī ieraksta vairs nav"))
            let form = try await world.get(EditPage<PartRow<WorkTask>>(), parts).body.string
            #expect(form.contains("noņemta no programmas") && form.contains("Vecāku aptauja"))
            let back = try await world.putBack(PartRow<WorkTask>.self, task, parts)
            #expect(back.status == 303 && back.target == "/planning/tasks/\(task.id)/edit")
            let again = try #require(try await world.plan().tasks.first)
            #expect(again.id == task.id && again.texts(plan) == task.texts(plan) && again.version == 3)
            await #expect(throws: Conflict.self) {
                _ = try await world.post(RemoveAction<PartRow<WorkTask>>(), parts, ["version": "1"])
            }
            let whole = try await world.get(PlanPage(), ["plan": plan.programme.id]).body.string
            #expect(!whole.contains("noņemta rinda"))
            #expect(try await world.findings() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a target that is typed anew after one was taken out goes on counting its versions`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let parts = ["part": plan.indicators[1].id, "second": 2025]
            _ = try await world.post(RemoveAction<ChildRow<Target>>(), parts, ["version": "1"])
            #expect(try await world.plan().targets(of: plan.indicators[1]).map(\.year) == [2026])
            let page = try await world.get(PlanPage(), ["plan": plan.programme.id]).body.string
            #expect(page.contains("2025. gada mērķlielums: 2. Sanāksmes</a>"))
            let form = try await world.get(EditPage<ChildRow<Target>>(), parts).body.string
            #expect(form.contains("Atjaunot iepriekšējo"))
            let answers = ["way": "value", "amount": "7"]
            func save(_ version: String) async throws -> Int {
                try await world.post(
                    EditAction<ChildRow<Target>>(),
                    parts,
                    answers.merging(["version": version]) { own, _ in own }
                )
                .status
            }
            #expect(try await save("1") == 409)
            #expect(try await save("0") == 303)
            let target = try #require(try await world.plan().targets(of: plan.indicators[1]).first)
            #expect(target.amount == 700 && target.version == 3)
            #expect(try await save("1") == 409)
        }
    }

    @Test(arguments: Engine.available)
    func `only editors of a programme take its rows out, and only they read of it`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let parts = ["part": plan.tasks[0].id]
            let head = BoardWorld.asker(
                [.seePlans, .editPlans],
                in: Scope(institution: InstitutionID(rawValue: 2))
            )
            await #expect(throws: Refusal.self) {
                _ = try await world.post(
                    RemoveAction<PartRow<WorkTask>>(),
                    parts,
                    ["version": "1"],
                    as: head
                )
            }
            _ = try await world.post(RemoveAction<PartRow<WorkTask>>(), parts, ["version": "1"])
            let page = try await world.get(PlanPage(), ["plan": plan.programme.id], as: head).body.string
            #expect(!page.contains("noņemta rinda"))
            await #expect(throws: Refusal.self) {
                _ = try await world.get(EditPage<PartRow<WorkTask>>(), parts, as: head)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `what an edit makes contradict itself is told at once, and only that`(_ engine: Engine) async throws
    {
        try await BoardWorld.programme(engine) { world, plan in
            var texts = plan.programme.texts(plan)
            texts["to"] = "31.12.2025."
            texts["version"] = "1"
            let told = try await world.notice(
                EditAction<ProgrammeRow>(),
                ["plan": plan.programme.id],
                texts
            )
            #expect(told.hasPrefix("Saglabāts. Gads ārpus programmas termiņa (1.1): 2026."))
            // That the first indicator has no baseline was so before.
            #expect(!told.contains("bāzes vērtības"))
            var aim = plan.programme.texts(plan)
            aim["to"] = "31.12.2025."
            aim["aim"] = "Cits"
            aim["version"] = "2"
            let quiet = try await world.notice(
                EditAction<ProgrammeRow>(),
                ["plan": plan.programme.id],
                aim
            )
            #expect(quiet == "Saglabāts.")
        }
    }
}
