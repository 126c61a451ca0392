import Access
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// A plan has as many rows as there is to say.
struct PlanRowTests {
    private let pedagogue = CaseBoard.pedagogue

    /// Answers with a risk in each of some rows.
    private func risks(_ numbers: some Sequence<Int>) -> EditTexts {
        numbers.reduce(into: BoardWorld.planned) { texts, number in
            texts["risk\(number)"] = number % 2 == 0 ? "3-meals" : "1-absence"
            texts["evidence\(number)"] = "Pierādījums-\(number)-."
            texts["severity\(number)"] = "2"
        }
    }

    @Test(arguments: Engine.available)
    func `a plan of support names nine risks, and all are counted, shown and offered again`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            // A row that was left empty falls away.
            let plan = try await world.plan(id, risks([1, 2, 3, 4, 5, 6, 8, 9, 10]))
            let parts = ["case": id, "plan": plan]
            let page = try await world.get(PlanPage(), parts, as: pedagogue).text
            for number in [1, 2, 6, 8, 10] { #expect(page.contains("Pierādījums-\(number)-."), "\(number)") }
            let body = try await world.planContent(id, plan, by: pedagogue).body
            #expect(body["evidence9"] == "Pierādījums-10-." && body["evidence10"] == nil)
            let tenant = world.desk.tenant
            let counts = try await world.desk.database.data.read { connection in
                try connection.rows(
                    "SELECT learning_risks, economic_risks FROM support_plan WHERE tenant_id = \(tenant)",
                    Int.self,
                    Int.self
                )
            }
            // Rows 1, 3, 5 and 9 of learning; 2, 4, 6, 8 and 10 of money.
            #expect(counts.map { [$0.0, $0.1] } == [[4, 5]])
            let edit = try await world.get(PlanEditPage(), parts, as: pedagogue).text
            #expect(edit.contains("name=\"risk12\"") && !edit.contains("name=\"risk13\""))
            // With fewer rows sent, those that were there before do not stay behind.
            let fewer = risks([1]).merging(["version": "1"]) { $1 }
            #expect(try await world.get(PlanAction(), parts, form: fewer, as: pedagogue).status == 303)
            #expect(try await world.planContent(id, plan, by: pedagogue).body["risk2"] == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a button gives the form more rows without a script, and saves nothing`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            let new = try await world.get(PlanNewPage(), ["case": id], query: ["kind": "1"], as: pedagogue)
            #expect(new.text.contains("name=\"risk4\"") && !new.text.contains("name=\"risk5\""))
            #expect(new.text.contains("name=\"more\"") && new.text.contains("name=\"rows\" value=\"4\""))
            var form = risks(1...4).merging(["more": "1", "rows": "4", "goals": ""]) { $1 }
            for last in [7, 10] {
                let longer = try await world.get(PlanNewAction(), ["case": id], form: form, as: pedagogue)
                #expect(longer.status == 200 && longer.text.contains("Pierādījums-4-."))
                #expect(longer.text.contains("name=\"risk\(last)\""))
                #expect(!longer.text.contains("name=\"risk\(last + 1)\""))
                form["rows"] = String(last)
            }
            #expect(try await world.seen(id, by: pedagogue)?.plans.isEmpty == true)
            // A kind without rows has no such button.
            let home = try await world.get(PlanNewPage(), ["case": id], query: ["kind": "4"], as: pedagogue)
            #expect(!home.text.contains("name=\"more\""))
        }
    }

    @Test func `a mistake in a late row stands beside that row`() {
        let typed = risks(1...6).merging(["evidence6": ""]) { $1 }
        #expect(BoardWorld.errors(of: .support, typed) == ["evidence6"])
    }
}
