import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

struct PlanDuesTests {
    private func dues(_ world: BoardWorld, _ whose: DueQuestion.Whose) async throws -> [Due] {
        let question = DueQuestion(
            whose,
            until: today + 60,
            today: today,
            tenant: world.desk.tenant,
            measures: world.desk.house.measures
        )
        return try await world.desk.database.data.read { try PlanDues.dues(question, $0) }
    }

    @Test(arguments: Engine.available)
    func `steps of the year and baselines are dates of those who edit the programme, until they are done`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            let editor = BoardWorld.asker([.seePlans, .editPlans])
            let all = try await dues(world, .own(editor))
            // Three steps of 2024, two of 2025 that are past and three of its last day; one baseline.
            #expect(all.count == 9)
            #expect(all.count { $0.day == Day(2025, 12, 31) } == 3)
            #expect(all.last?.words.lv == "Noteikt 1. rādītāja bāzes vērtību")
            #expect(all.allSatisfy { $0.pupil == nil && $0.about?.lv == "Mazā programma" })
            let id = plan.programme.id
            _ = try await world.post(StepAction(), ["plan": id], ["year": "2025", "step": "1", "done": "1"])
            let left = try await dues(world, .own(editor))
            #expect(left.count == 8)
        }
    }

    @Test(arguments: Engine.available)
    func `dates of the municipality's programme are nobody's who does not edit or lead it`(
        _ engine: Engine
    ) async throws {
        try await BoardWorld.programme(engine) { world, _ in
            let reader = try await dues(world, .own(BoardWorld.asker([.seePlans, .recordEvents])))
            #expect(reader.isEmpty)
            var school = Reach()
            school.add(Scope(institution: InstitutionID(rawValue: 1)))
            let ofSchool = try await dues(world, .within(school))
            #expect(ofSchool.isEmpty)
            let ofBoard = try await dues(world, .within(.all))
            #expect(ofBoard.count == 9)
        }
    }
}
