import Exchange
import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

struct BudgetEditTests {
    private static let reader = BoardWorld.asker([.seePlans])

    /// Adds a part to the only line and gives the page of its amounts in 2025.
    private func addPart(_ world: BoardWorld, _ plan: Plan) async throws -> [String: Int] {
        let added = try await world.post(
            EditAction<PartNew<BudgetLine>>(),
            ["plan": plan.programme.id],
            ["number": "1.1", "name": "Telpas", "source": "ES projekts"]
        )
        #expect(added.target == "/planning/\(plan.programme.id)#money")
        let line = try #require(try await world.plan().lines.last)
        #expect(line.number == "1.1" && line.source == "ES projekts" && line.printed == nil)
        return ["part": line.id, "second": 2025]
    }

    @Test(arguments: Engine.available)
    func `a wrong sum that is typed is named in the words of an import`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let parts = try await addPart(world, plan)
            let saved = try await world.notice(
                EditAction<ChildRow<BudgetAmount>>(),
                parts,
                ["planned": "1500", "version": "0"]
            )
            let file = "Nr.;Pasākums;2024;2025;Kopā\n1;Lekcijas;1000;2000;3000\n1.1;Telpas;;1500;1500\n"
            let found = try await world.findings(file, "programme-budget", constants: ["programme": "MP"])
            #expect(found.map(\.problem.code) == ["plan.budget.down"])
            let words = try #require(found.first?.problem.message.lv)
            #expect(saved == "Saglabāts. \(words) \(BudgetCheck.advice.lv)")
            let page = try await world.get(PlanPage(), ["plan": plan.programme.id]).body.string
            #expect(page.contains("Ne visas summas sakrīt.") && page.contains("<li>\(words)</li>"))
            let mended = try await world.notice(
                EditAction<ChildRow<BudgetAmount>>(),
                parts,
                ["planned": "2000", "version": "1"]
            )
            #expect(mended == "Saglabāts.")
            let now = try await world.plan()
            #expect(BudgetCheck(plan: now).findings.isEmpty)
            var texts = plan.lines[0].texts(plan)
            texts["printed"] = "3100"
            texts["version"] = "1"
            let across = try await world.notice(
                EditAction<PartRow<BudgetLine>>(),
                ["part": plan.lines[0].id],
                texts
            )
            #expect(
                across.hasPrefix(
                    "Saglabāts. 1. rindas kopsumma ir 3100\u{a0}EUR, bet gadi kopā ir 3000\u{a0}EUR."
                )
            )
        }
    }

    @Test(arguments: Engine.available)
    func `an amount is planned or spent, once for a line and year`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let parts = try await addPart(world, plan)
            let page = EditAction<ChildRow<BudgetAmount>>()
            let blank = try await world.post(page, parts, ["version": "0"])
            #expect(blank.status == 422 && blank.text.contains("Ierakstiet plānoto vai izlietoto summu."))
            let spent = try await world.post(page, parts, ["spent": "12,30", "version": "0"])
            #expect(spent.target == "/planning/\(plan.programme.id)#money")
            let amount = try #require(try await world.plan().amounts.last)
            #expect(amount.planned == nil && amount.spent == 1230)
            let twice = try await world.post(page, parts, ["spent": "99", "version": "0"])
            #expect(twice.status == 409 && twice.text.contains("Saglabāts tagad: 12,30"))
            #expect(twice.text.contains("Jūsu: 99,00"), "both in one form")
            for year in [1989, 2101] {
                await #expect(throws: Refusal.self) {
                    _ = try await world.get(
                        EditPage<ChildRow<BudgetAmount>>(),
                        ["part": amount.line, "second": year]
                    )
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `two editors of a line are shown both sides`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let line = plan.lines[0]
            var texts = line.texts(plan)
            texts["version"] = "1"
            texts["source"] = "Valsts"
            let page = EditAction<PartRow<BudgetLine>>()
            #expect(try await world.post(page, ["part": line.id], texts).status == 303)
            texts["source"] = "ES fonds"
            let conflict = try await world.post(page, ["part": line.id], texts)
            #expect(conflict.status == 409 && conflict.text.contains("Saglabāts tagad: Valsts"))
            let taken = try await world.post(
                EditAction<PartNew<BudgetLine>>(),
                ["plan": plan.programme.id],
                ["number": "1.", "name": "Tā pati"]
            )
            #expect(taken.status == 422 && taken.text.contains("Šāds numurs jau ir."))
            let now = try await world.plan().lines
            #expect(now.map(\.source) == ["Valsts"] && now.map(\.version) == [2])
        }
    }

    @Test(arguments: Engine.available)
    func `a line goes once its amounts are gone, and all of it comes back`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let line = plan.lines[0]
            let own = ["part": line.id]
            let held = await #expect(throws: Refusal.self) {
                _ = try await world.post(RemoveAction<PartRow<BudgetLine>>(), own, ["version": "1"])
            }
            #expect(held?.message.lv.contains("2\u{a0}summas") == true)
            for amount in plan.amounts {
                _ = try await world.post(
                    RemoveAction<ChildRow<BudgetAmount>>(),
                    ["part": line.id, "second": amount.year],
                    ["version": "1"]
                )
            }
            _ = try await world.post(RemoveAction<PartRow<BudgetLine>>(), own, ["version": "1"])
            let empty = try await world.plan()
            #expect(empty.lines.isEmpty && empty.amounts.isEmpty)
            let page = try await world.get(PlanPage(), ["plan": plan.programme.id]).body.string
            #expect(page.contains("budžeta rinda 1 Lekcijas</a>") && page.contains("1\u{a0}noņemta rinda"))
            _ = try await world.putBack(PartRow<BudgetLine>.self, line, own)
            for amount in plan.amounts {
                _ = try await world.putBack(
                    ChildRow<BudgetAmount>.self,
                    amount,
                    ["part": line.id, "second": amount.year]
                )
            }
            let whole = try await world.plan()
            #expect(whole.lines.map { $0.texts(whole) } == [line.texts(plan)])
            #expect(whole.amounts.map { $0.texts(whole) } == plan.amounts.map { $0.texts(plan) })
            #expect(try await world.findings() == [])
        }
    }

    @Test(arguments: Engine.available, Language.allCases)
    func `editors come to lines, their parts and amounts by links, readers see sums alone`(
        _ engine: Engine,
        _ language: Language
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let (id, line) = (plan.programme.id, plan.lines[0].id)
            let parts = ["plan": id]
            let mine = try await world.get(PlanPage(), parts, language: language).body.string
            for address in [
                "/planning/\(id)/lines/new", "/planning/\(id)/lines/new?under=\(line)",
                "/planning/lines/\(line)/edit", "/planning/lines/\(line)/amounts/2024",
                "/planning/lines/\(line)/amounts/2026",
            ] {
                #expect(mine.contains("\"\(address)\""), "\(address)")
            }
            let theirs = try await world.get(PlanPage(), parts, language: language, as: Self.reader)
            #expect(theirs.body.string.contains("Lekcijas"))
            #expect(!theirs.body.string.contains("/lines/"))
            let form = try await EditPage<PartNew<BudgetLine>>().answer(
                PageRequest(parts: ["plan": String(id)], query: ["under": String(line)], language: language),
                world.desk
            )
            guard case .page(let content) = form else { throw Refusal.noSuchPage }
            #expect(content.body.string.contains("value=\"1.1\""))
        }
    }

    @Test func `a number follows the last of its own`() {
        #expect(PlanNumber.next(among: []) == "1")
        #expect(PlanNumber.next(among: ["1", "1.1", "1.7", "3"]) == "4")
        #expect(PlanNumber.next(among: ["1", "1.1", "1.7", "3"], under: "1") == "1.8")
        #expect(PlanNumber.next(among: ["1.2.1", "1.9"], under: "1.2") == "1.2.2")
    }
}
