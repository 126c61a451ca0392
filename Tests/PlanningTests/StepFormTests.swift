import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Testing

@testable import Planning

struct StepFormTests {
    @Test(arguments: Engine.available)
    func `a step of the year keeps the day on which it was done, and a note`(_ engine: Engine) async throws {
        try await BoardWorld.withProgramme(engine) { world, plan in
            let id = plan.programme.id
            let open = try await world.get(PlanPage(), ["plan": id]).body.string
            #expect(open.contains("id=\"step-2025-1-day\"") && open.contains("id=\"step-2025-1-note\""))
            let sent = ["year": "2025", "step": "1", "done": "1"]
            for day in ["\(today + 1)", "rīt"] {
                let typed = sent.merging(["day": day, "note": "Zālē"]) { _, new in new }
                let wrong = try await world.post(StepAction(), ["plan": id], typed)
                #expect(wrong.status == 422 && wrong.text.contains("step-2025-1-day-error"), "\(day)")
                #expect(wrong.text.contains("value=\"Zālē\""))
            }
            #expect(try await world.plan().marks.isEmpty)
            let typed = sent.merging(["day": "10.06.2025.", "note": "Protokols Nr. 4"]) { _, new in new }
            let done = try await world.post(StepAction(), ["plan": id], typed)
            #expect(done.target == "/planning/\(id)#steps")
            let mark = try #require(try await world.plan().marks.first)
            #expect(mark.day == Day(2025, 6, 10) && mark.note == "Protokols Nr. 4")
            let page = try await world.get(PlanPage(), ["plan": id]).body.string
            #expect(page.contains("izdarīts 10.06.2025.") && page.contains("Protokols Nr. 4"))
            // Taken back, it keeps neither; the history has both.
            _ = try await world.post(StepAction(), ["plan": id], ["year": "2025", "step": "1", "done": "0"])
            let back = try #require(try await world.plan().marks.first)
            #expect(back.day == nil && back.note.isEmpty)
        }
    }
}
