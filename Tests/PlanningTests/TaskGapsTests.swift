import Exchange
import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

/// Tasks that could never be late or on anybody's list.
struct TaskGapsTests {
    /// The small programme with an open task that lacks all, one for a person, and one that was dropped.
    private static var text: ProgrammeText {
        var text = ProgrammeText.small
        text.add("uzdevums", "2.1.2", of: "2.1", ["name": "Bez visa"])
        text.add("uzdevums", "2.1.3", of: "2.1", ["name": "Personai", "person": "Koordinatore"])
        text.add("uzdevums", "2.1.4", of: "2.1", ["name": "Atcelts", "state": "atcelts"])
        return text
    }

    @Test(arguments: Engine.available)
    func `an open task that nobody does or that has no day is told with its line`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            let whole = try await world.findings(ProgrammeText.small.csv, "action-programmes")
            #expect(!whole.contains { $0.problem.code.hasPrefix("plan.task") })
            let found = try await world.findings(Self.text.csv, "action-programmes")
            let told = found.filter { $0.problem.code.hasPrefix("plan.task") }
            #expect(
                told.map { "\($0.problem.code) \($0.problem.value)" }.sorted() == [
                    "plan.task.day 2.1.2", "plan.task.day 2.1.3", "plan.task.doer 2.1.2",
                ]
            )
            #expect(told.allSatisfy { $0.kind == .doubtful })
        }
    }

    @Test(arguments: Engine.available)
    func `the programme's page says it in both languages, and no more once it is mended`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(Self.text.csv, "action-programmes")
            let id = try await world.plan().programme.id
            let page = try await world.get(PlanPage(), ["plan": id]).body.string
            #expect(page.contains("Uzdevumam 2.1.2 nav ne izpildītāja, ne atbildīgās personas."))
            #expect(page.contains("Uzdevumam 2.1.2 nav dienas, līdz kurai tas jāizpilda."))
            #expect(!page.contains("Uzdevumam 2.1.4"))
            let english = try await world.get(PlanPage(), ["plan": id], language: .en).body.string
            #expect(english.contains("Nobody does task 2.1.2: it names neither a body nor a person."))
            #expect(english.contains("Task 2.1.3 has no day by which it is to be done."))
            var mend = ProgrammeText("MP")
            mend.add("uzdevums", "2.1.2", of: "2.1", ["doer": "Policija", "to": "31.12.2025."])
            try await world.take(mend.csv, "action-programmes")
            let mended = try await world.get(PlanPage(), ["plan": id]).body.string
            #expect(!mended.contains("Uzdevumam 2.1.2") && mended.contains("Uzdevumam 2.1.3"))
        }
    }

    @Test(arguments: Engine.available)
    func `whoever edits a programme is reminded of such tasks, and nobody else`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            let before = try await PlanReminders.count(world.desk)
            #expect(before.incomplete == 0 && before.unfinished.isEmpty)
            try await world.take(Self.text.csv, "action-programmes")
            let id = try await world.plan().programme.id
            let found = try await PlanReminders.count(world.desk)
            #expect(found.incomplete == 2 && found.unfinished == [id])
            #expect(found.late == before.late && found.soon == before.soon)
            let reader = world.desk.seated(BoardWorld.asker([.seePlans]))
            let other = try await PlanReminders.count(reader)
            #expect(other.incomplete == 0 && other.unfinished.isEmpty)
        }
    }
}
