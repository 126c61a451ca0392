import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Meetings

struct RequestDuesTests {
    @Test(arguments: Engine.available)
    func `a request that no agenda takes is told of to those who lead the work after two weeks`(
        _ engine: Engine
    ) async throws {
        try await TeamBoard.with(engine) { world in
            let desk = world.desk
            try await RequestWork(desk.seated(TeamBoard.teacher)).ask(PupilID(rawValue: 1), "Kļuvis noslēgts")
            func days(_ whose: DueQuestion.Whose, until: Day) async throws -> [Day] {
                let question = DueQuestion(whose, until: until, at: desk)
                return try await desk.database.data.read { try RequestDues.dues(question, $0).map(\.day) }
            }
            let day = TeamBoard.today + 14
            let led = try await days(.within(.all), until: day)
            #expect(led == [day])
            let early = try await days(.within(.all), until: day - 1)
            #expect(early.isEmpty)
            let stranger = TeamBoard.stranger.reach(.superviseCases, on: TeamBoard.today)
            let elsewhere = try await days(.within(stranger), until: day)
            #expect(elsewhere.isEmpty)
            let own = try await days(.own(TeamBoard.teacher), until: day)
            #expect(own.isEmpty)
        }
    }
}
