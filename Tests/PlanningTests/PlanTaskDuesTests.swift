import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

struct PlanTaskDuesTests {
    @Test(arguments: Engine.available)
    func `an open task that names a person is among that person's dates`(_ engine: Engine) async throws {
        try await BoardWorld.programme(engine) { world, plan in
            func days(_ name: String) async throws -> [Day] {
                let asker = Asker(
                    account: AccountID(rawValue: 9),
                    name: name,
                    language: .lv,
                    grants: world.desk.asker.grants
                )
                let question = DueQuestion(
                    .own(asker),
                    until: today,
                    today: today,
                    tenant: world.desk.tenant,
                    measures: world.desk.house.measures
                )
                return try await world.desk.database.data.read {
                    try PlanTaskDues.dues(question, $0).map(\.day)
                }
            }
            // Of the two tasks that name her one is done.
            let due = try #require(plan.tasks.first { $0.number == "1.1.1" }?.to)
            let own = try await days("koordinatore")
            #expect(own == [due])
            let other = try await days("Cita Persona")
            #expect(other.isEmpty)
        }
    }
}
