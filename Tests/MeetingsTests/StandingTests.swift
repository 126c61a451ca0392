import Cases
import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Meetings

struct StandingTests {
    private func standings(_ world: BoardWorld, _ id: Int, _ asker: Asker) async throws -> [String] {
        let seen = try #require(try await world.seen(id, asker))
        return seen.standings?.lines.map { "\($0.name) \($0.standing) \($0.done)/\($0.given)" } ?? []
    }

    @Test(arguments: Engine.available)
    func `pupils of the last meeting and of this one stand by what became of them`(
        _ engine: Engine
    ) async throws {
        try await TeamBoard.with(engine) { world in
            let pedagogue = TeamBoard.pedagogue
            let agenda = AgendaWork(world.desk.seated(pedagogue))
            let first = try await world.meeting()
            _ = try await agenda.gather([1, 2], for: first)
            let alone = try await standings(world, first, pedagogue)
            #expect(alone.isEmpty, "there was no meeting before")
            try await world.hold(first)
            let decision = MinutesWork.Decision(
                text: "Zvanīt",
                member: nil,
                person: "Paraugs Policists",
                body: .police,
                due: world.desk.today + 7
            )
            try await MinutesWork(world.desk.seated(pedagogue))
                .decide(decision, try await world.item(2, of: first), of: first)
            let second = try await world.meeting()
            _ = try await agenda.gather([2, 3], for: second)
            let open = try await standings(world, second, pedagogue)
            #expect(open == ["Ābols Ansis open 0/0", "Bērzs Baiba again 0/1", "Celms Centis new 0/0"])
            let tenant = world.desk.tenant
            let today = world.desk.today
            _ = try await world.desk.database.data.write {
                try $0.execute(
                    "UPDATE risk_signal SET ended_on = \(today) WHERE tenant_id = \(tenant) AND pupil_id = 1"
                )
            }
            let solved = try await standings(world, second, pedagogue)
            #expect(solved.first == "Ābols Ansis solved 0/0")
            let page = try await MeetingPage().answer(
                PageRequest(parts: ["meeting": "\(second)"]),
                world.desk.seated(pedagogue)
            )
            guard case .page(let content) = page else { throw Refusal.noSuchPage }
            #expect(content.persons.map(\.rawValue) == [1, 2, 3], "the trail has all who are named")
            #expect(content.body.string.contains("atrisināts"))
            // The class teacher knows the pupils of one class; somebody of another body works with none of them.
            let teacher = try await standings(world, second, TeamBoard.teacher)
            #expect(teacher == ["Ābols Ansis solved 0/0", "Bērzs Baiba again 0/1"])
            let outside = try await standings(world, second, TeamBoard.outside)
            #expect(outside.isEmpty)
        }
    }
}
