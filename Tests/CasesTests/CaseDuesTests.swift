import Access
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// Dates of plans, invitations and places in cases.
struct CaseDuesTests {
    private func dues(
        _ source: any DueSource.Type,
        _ whose: DueQuestion.Whose,
        _ world: BoardWorld,
        until: Day
    ) async throws -> [Day] {
        let desk = world.desk
        let question = DueQuestion(whose, until: until, at: desk)
        return try await desk.database.data.read { try source.dues(question, $0).map(\.day) }
    }

    @Test(arguments: Engine.available)
    func `a plan is reviewed in the middle of its term and assessed at its end`(_ engine: Engine) async throws
    {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            _ = try await world.plan(id)
            let second = SchoolYear(2025).last
            // From 1 January to 31 August: the middle is 2 May.
            let middle = try #require(Day(2026, 5, 2))
            let own = DueQuestion.Whose.own(CaseBoard.pedagogue)
            let all = try await dues(SupportPlanDues.self, own, world, until: second)
            #expect(all == [middle, second])
            let soon = try await dues(SupportPlanDues.self, own, world, until: middle - 1)
            #expect(soon.isEmpty)
            let others = try await dues(SupportPlanDues.self, .own(CaseBoard.colleague), world, until: second)
            #expect(others.isEmpty)
            let other = try await world.openCase(2)
            _ = try await world.plan(other, ["midterm_on": "02.02.2026.", "midterm": "Kavē mazāk"])
            let led = try await dues(SupportPlanDues.self, .within(.all), world, until: second)
            #expect(led == [middle, second, second])
        }
    }

    @Test(arguments: Engine.available)
    func `an invitation is answered within a week, and whoever leads the work hears where it is not`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            try await world.admit(id, CaseBoard.social, .social, accepts: false)
            let day = CaseBoard.today + 7
            let own = try await dues(InvitationDues.self, .own(CaseBoard.social), world, until: day)
            #expect(own == [day])
            let owner = try await dues(InvitationDues.self, .own(CaseBoard.pedagogue), world, until: day)
            #expect(owner.isEmpty)
            let reach = CaseBoard.head.reach(.superviseCases, on: CaseBoard.today)
            let led = try await dues(InvitationDues.self, .within(reach), world, until: day)
            #expect(led == [day])
            try await world.work(CaseBoard.social).answer(id, with: .accepted)
            let after = try await dues(InvitationDues.self, .within(reach), world, until: day)
            #expect(after.isEmpty)
            // From then on the owner has the last day of the place.
            let last = CaseBoard.today + 60
            let seat = try await dues(SeatDues.self, .own(CaseBoard.pedagogue), world, until: last)
            #expect(seat == [last])
            let guest = try await dues(SeatDues.self, .own(CaseBoard.social), world, until: last)
            #expect(guest.isEmpty)
        }
    }
}
