import Frame
import Kernel
import Pages
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Meetings

/// Meetings of more than a year ago are told to whoever asks for them.
struct PastMeetingsTests {
    private func page(_ world: BoardWorld, _ query: [String: String] = [:]) async throws -> PageContent {
        let request = PageRequest(parts: ["pupil": "1"], query: query)
        let answer = try await PupilMeetingsPage().answer(request, world.desk.seated(TeamBoard.pedagogue))
        guard case .page(let content) = answer else { throw Refusal.noSuchPage }
        return content
    }

    private func date(_ meeting: Int, _ day: Day, _ world: BoardWorld) async throws {
        let tenant = world.desk.tenant
        _ = try await world.desk.database.data.write { connection in
            try connection.execute(
                "UPDATE meeting SET day = \(day) WHERE tenant_id = \(tenant) AND id = \(meeting)"
            )
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil's page has meetings of the last year, older ones for the asking and on record`(
        _ engine: Engine
    ) async throws {
        try await TeamBoard.with(engine) { world in
            let id = try await world.meeting()
            let work = AgendaWork(world.desk.seated(TeamBoard.pedagogue))
            try await work.add(PupilID(rawValue: 1), to: id)
            let way = "href=\"/pupils/1/meetings?past=all\""
            let item = "href=\"/meetings/\(id)/items/"
            try await date(id, TeamBoard.today - 366, world)
            let last = try await page(world)
            #expect(last.body.string.contains(item) && !last.body.string.contains(way))
            try await date(id, TeamBoard.today - 367, world)
            let short = try await page(world)
            #expect(!short.body.string.contains(item) && short.body.string.contains(way))
            #expect(short.body.string.contains("Pēdējā gadā sanāksmēs par izglītojamo nav runāts."))
            #expect(short.record == nil)
            let whole = try await page(world, ["past": "all"])
            #expect(whole.body.string.contains(item) && !whole.body.string.contains(way))
            #expect(whole.record == "/pupils/:pupil/meetings past")
        }
    }
}
