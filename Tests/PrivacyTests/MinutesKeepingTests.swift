import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Testing

@testable import Privacy

/// The end of keeping of minutes: what was said goes, the meeting is counted still.
struct MinutesKeepingTests {
    private func withMeeting(
        _ engine: Engine,
        _ body: @escaping @Sendable (BoardWorld, Int) async throws -> Void
    ) async throws {
        try await withPersons(engine) { world in
            let pupil = try await world.pupil("J1")
            try await Papers.openCase(of: pupil, world)
            let id = try await Papers.meet(about: pupil, world)
            for table in Papers.minutes {
                let rows = try await world.count(table)
                #expect(rows > 0, "\(table)")
            }
            try await body(world, id)
        }
    }

    @Test(arguments: Engine.available)
    func `minutes go when their time is over, and past years count the meeting as before`(
        _ engine: Engine
    ) async throws {
        try await withMeeting(engine) { world, id in
            let selection = Selection(year: SchoolYear(2026))
            let before = try await world.vector("prevention/team-meetings", selection, over: [.institution])
            #expect(before.values.map(\.numerator) == [1])
            try await world.keep(["minutes": 5])
            let last = today.adding(years: 5)
            try await world.desk(on: last).beginDay()
            #expect(try await world.count("meeting") == 1)
            try await world.desk(on: last + 1).beginDay()
            for table in Papers.minutes {
                let rows = try await world.count(table)
                #expect(rows == 0, "\(table)")
            }
            // What stands in the case is the case's: its own note and that of the meeting.
            #expect(try await world.count("case_note") == 2)
            let after = try await world.vector("prevention/team-meetings", selection, over: [.institution])
            #expect(after == before)
            #expect(try await world.trail().contains("retention minutes \(id)"))
            let ended = try await world.desk(on: last + 1).ended()
            #expect(ended.map(\.what.en) == ["Minutes of meetings"])
            #expect(ended.map(\.count) == [1])
        }
    }

    @Test(arguments: Engine.available)
    func `minutes stay before the board has said so`(_ engine: Engine) async throws {
        try await withMeeting(engine) { world, _ in
            try await world.keep(["staff": 1, "requests": 1])
            try await world.desk(on: today.adding(years: 20)).beginDay()
            #expect(try await world.count("meeting") == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `minutes about a pupil stay while a request about the pupil is open`(_ engine: Engine) async throws {
        try await withMeeting(engine) { world, _ in
            try await world.keep(["minutes": 5])
            let request = try await world.request(.access, "J1")
            let later = world.desk(on: today.adding(years: 6))
            try await later.beginDay()
            #expect(try await world.count("meeting") == 1)
            try await RequestWork(desk: later).decide(request.id, .fulfilled, "Nosūtīts", version: 1)
            try await world.desk(on: later.today + 1).beginDay()
            #expect(try await world.count("meeting") == 0)
        }
    }
}
