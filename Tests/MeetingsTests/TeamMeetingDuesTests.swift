import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Meetings

/// A support team that meets too seldom is told of to whoever leads it, while the month can be mended.
struct TeamMeetingDuesTests {
    private static let last = Day(2026, 2, 28) ?? TeamBoard.today

    private func dues(
        _ whose: DueQuestion.Whose,
        _ world: BoardWorld,
        on today: Day = TeamBoard.today,
        until: Day = TeamMeetingDuesTests.last
    ) async throws -> [Due] {
        let desk = world.desk
        let question = DueQuestion(
            whose,
            until: until,
            today: today,
            tenant: desk.tenant,
            measures: desk.house.measures
        )
        return try await desk.database.data.read { try TeamMeetingDues.dues(question, $0) }
    }

    @Test(arguments: Engine.available)
    func `whoever led the last meeting is told by the end of the month while one of two is planned`(
        _ engine: Engine
    ) async throws {
        try await TeamBoard.with(engine) { world in
            // Nobody has called a team together yet.
            let none = try await dues(.within(.all), world)
            #expect(none.isEmpty)
            let first = try await world.meeting()
            let own = try await dues(.own(TeamBoard.pedagogue), world)
            #expect(own.map(\.day) == [Self.last])
            #expect(own.allSatisfy { $0.pupil == nil && $0.words.lv.hasSuffix("1 no 2") })
            let early = try await dues(.own(TeamBoard.pedagogue), world, until: Self.last - 1)
            #expect(early.isEmpty)
            for other in [TeamBoard.colleague, TeamBoard.stranger, TeamBoard.coordinator] {
                let theirs = try await dues(.own(other), world)
                #expect(theirs.isEmpty, "\(other.name)")
            }
            let led = try await dues(.within(.all), world)
            #expect(led.map(\.owner?.lv) == [TeamBoard.pedagogue.name])
            _ = try await world.meeting()
            let enough = try await dues(.own(TeamBoard.pedagogue), world)
            #expect(enough.isEmpty)
            try await MeetingWork(world.desk.seated(TeamBoard.pedagogue))
                .cancel(first, version: try await world.version(first))
            let cancelled = try await dues(.own(TeamBoard.pedagogue), world)
            #expect(cancelled.count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `where the leader leads no longer, all who may lead the team are told`(
        _ engine: Engine
    ) async throws {
        try await TeamBoard.with(engine) { world in
            _ = try await world.meeting()
            let (tenant, leader) = (world.desk.tenant, TeamBoard.pedagogue.account)
            try await world.desk.database.data.write {
                try $0.execute(
                    """
                    UPDATE grant_role SET to_day = \(TeamBoard.today - 1)
                    WHERE tenant_id = \(tenant) AND account_id = \(leader)
                    """
                )
            }
            let colleague = try await dues(.own(TeamBoard.colleague), world)
            #expect(colleague.count == 1 && colleague.allSatisfy { $0.owner == nil })
            // Of another school, of one class, of the whole board.
            for other in [TeamBoard.stranger, TeamBoard.teacher, TeamBoard.coordinator] {
                let theirs = try await dues(.own(other), world)
                #expect(theirs.isEmpty, "\(other.name)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `how many meetings are asked for is the board's to say`(_ engine: Engine) async throws {
        try await TeamBoard.with(engine) { world in
            _ = try await world.meeting()
            let tenant = world.desk.tenant
            for (parameters, told) in [
                (#"{"meetings":1}"#, 0), (#"{"meetings":3}"#, 1), (#"{"meetings":0}"#, 0),
            ] {
                try await world.desk.database.data.write {
                    try $0.execute(
                        """
                        UPDATE regulation SET parameters = \(parameters)
                        WHERE tenant_id = \(tenant) AND name = \(TeamMeetingRule.regulation)
                        """
                    )
                }
                let own = try await dues(.own(TeamBoard.pedagogue), world)
                #expect(own.count == told, "\(parameters)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `in a month outside the terms nobody is told`(_ engine: Engine) async throws {
        try await TeamBoard.with(engine) { world in
            _ = try await world.meeting()
            let (tenant, summer) = (world.desk.tenant, Month(2026, 7))
            let before = try await dues(
                .own(TeamBoard.pedagogue),
                world,
                on: summer.first,
                until: summer.last
            )
            #expect(before.count == 1)
            let (from, to) = (Month(2026, 1).first, Month(2026, 5).last)
            try await world.desk.database.data.write {
                try $0.execute(
                    """
                    INSERT INTO term (tenant_id, year, term, from_day, to_day, version)
                    VALUES (\(tenant), 2025, 2, \(from), \(to), 1)
                    """
                )
            }
            let after = try await dues(.own(TeamBoard.pedagogue), world, on: summer.first, until: summer.last)
            #expect(after.isEmpty)
        }
    }
}
