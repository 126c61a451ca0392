import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Meetings

/// What people take back before a meeting: a request, somebody who was asked, and taking a pupil off the agenda.
struct TakenBackTests {
    private let pedagogue = TeamBoard.pedagogue
    private let teacher = TeamBoard.teacher

    @Test(arguments: Engine.available)
    func `one's own request is taken back while it waits, and can be made again`(
        _ engine: Engine
    ) async throws {
        try await TeamBoard.with(engine) { world in
            let (desk, pupil) = (world.desk, PupilID(rawValue: 1))
            try await RequestWork(desk.seated(teacher)).ask(pupil, "Kļuvis noslēgts")
            func waiting() async throws -> [MeetingRequest] {
                try await desk.database.data.read {
                    try MeetingRequest.all(where: "q.item_id = 0", desk.tenant, $0)
                }
            }
            let id = try #require(try await waiting().first).id
            await #expect(throws: Refusal.self) {
                try await RequestWork(desk.seated(pedagogue)).takeBack(id, of: pupil)
            }
            await #expect(throws: Refusal.self) {
                try await RequestWork(desk.seated(teacher)).takeBack(id, of: PupilID(rawValue: 2))
            }
            let before = try await waiting()
            #expect(before.map(\.id) == [id])
            try await RequestWork(desk.seated(teacher)).takeBack(id, of: pupil)
            let after = try await waiting()
            #expect(after.isEmpty)
            await #expect(throws: Refusal.self) {
                try await RequestWork(desk.seated(teacher)).takeBack(id, of: pupil)
            }
            try await RequestWork(desk.seated(teacher)).ask(pupil, "Vēlreiz")
            let again = try await waiting()
            #expect(again.count == 1 && again.first?.id != id)
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil who was taken off the agenda comes back with what was asked`(
        _ engine: Engine
    ) async throws {
        try await TeamBoard.with(engine) { world in
            let id = try await world.meeting()
            try await RequestWork(world.desk.seated(teacher)).ask(PupilID(rawValue: 1), "Kļuvis noslēgts")
            let work = AgendaWork(world.desk.seated(pedagogue))
            #expect(try await work.gather([1, 3], for: id) == 2)
            let item = try await world.item(1, of: id)
            try await work.takeOff(item, of: id)
            #expect(try await world.seen(id, pedagogue)?.lines.map(\.name) == ["Celms Centis"])
            try await work.add(PupilID(rawValue: 1), to: id)
            let lines = try #require(try await world.seen(id, pedagogue)).lines
            #expect(lines.map(\.name) == ["Ābols Ansis", "Celms Centis"])
            #expect(lines.first?.requests.map(\.text) == ["Kļuvis noslēgts"])
            let same = try await world.item(1, of: id)
            #expect(same == item, "it is the item of before")
            #expect(try await world.count("meeting_item") == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `whoever was asked is taken off the list until the meeting is held`(_ engine: Engine) async throws {
        try await TeamBoard.with(engine) { world in
            let id = try await world.meeting()
            let work = MeetingWork(world.desk.seated(pedagogue))
            let members = try #require(try await world.seen(id, pedagogue)).members
            let asked = try #require(members.first { $0.account == TeamBoard.colleague.account })
            let other = try #require(members.first { $0.account == teacher.account })
            try await work.remove(asked.id, from: id)
            let left = try #require(try await world.seen(id, pedagogue)).members
            #expect(left.map(\.id) == members.map(\.id).filter { $0 != asked.id })
            await #expect(throws: Refusal.self) { try await work.remove(asked.id, from: id) }
            try await world.hold(id)
            await #expect(throws: Refusal.self) { try await work.remove(other.id, from: id) }
        }
    }
}
