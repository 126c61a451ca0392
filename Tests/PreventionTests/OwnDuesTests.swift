import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

/// What of signs and of steps over absence is somebody's own to do, and by when.
struct OwnDuesTests {
    private func question(_ whose: DueQuestion.Whose, _ world: BoardWorld, until: Day) -> DueQuestion {
        DueQuestion(
            whose,
            until: until,
            today: world.desk.today,
            tenant: world.desk.tenant,
            measures: world.desk.house.measures
        )
    }

    @Test(arguments: Engine.available)
    func `a sign under review is looked at again by whoever took it, after two weeks`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine) { world in
            try await world.lessons([
                ("Ozolu skola", "8.a", "K1", "2026-01-12", "nn", 12),
                ("Ozolu skola", "8.a", "K1", "2026-01-13", "nn", 12),
            ])
            let taker = DutyBoard.asker(1)
            let other = Asker(
                account: AccountID(rawValue: 8),
                name: "Cits",
                language: .lv,
                grants: taker.grants
            )
            func codes(_ whose: DueQuestion.Whose, until: Day) async throws -> [Day] {
                let asked = question(whose, world, until: until)
                return try await world.desk.database.data.read {
                    try SignalReviewDues.dues(asked, $0).map(\.day)
                }
            }
            let day = RiskBoard.today + 14
            let before = try await codes(.within(.all), until: day)
            #expect(before.isEmpty)
            let signal = try #require(try await world.signals(of: 1).open.first)
            try await SignalWork(desk: world.desk.seated(taker)).move(
                signal.id,
                of: PupilID(rawValue: 1),
                to: .review,
                version: signal.version
            )
            let own = try await codes(.own(taker), until: day)
            #expect(own == [day])
            let early = try await codes(.own(taker), until: day - 1)
            #expect(early.isEmpty)
            let others = try await codes(.own(other), until: day)
            #expect(others.isEmpty)
            // Whoever works elsewhere now cannot look again, and those who lead the work still hear of it.
            let moved = Asker(
                account: taker.account,
                name: taker.name,
                language: .lv,
                grants: DutyBoard.asker(2).grants
            )
            let elsewhere = try await codes(.own(moved), until: day)
            #expect(elsewhere.isEmpty)
            let led = try await codes(.within(taker.reach(.workSignals, on: RiskBoard.today)), until: day)
            #expect(led == [day])
        }
    }

    @Test(arguments: Engine.available)
    func `the next step over absence is of those whom the order gives it to`(_ engine: Engine) async throws {
        func asker(_ role: String, _ institution: Int) -> Asker {
            let grant = Grant(
                role: role,
                roleWords: Text(same: role),
                permissions: DutyBoard.worker,
                scope: Scope(institution: InstitutionID(rawValue: institution)),
                from: Day(number: 0),
                to: nil
            )
            return Asker(account: AccountID(rawValue: 9), name: "Kāds", language: .lv, grants: [grant])
        }
        try await DutyBoard.with(engine) { world in
            func codes(_ asker: Asker) async throws -> [String] {
                let asked = question(.own(asker), world, until: RiskBoard.today)
                return try await world.desk.database.data.read { try DutyDues.dues(asked, $0).map(\.code) }
            }
            // After the talk with pupil 1 the social pedagogue meets the parents; of pupil 4 all is done.
            let pedagogue = try await codes(asker("social-pedagogue", 1))
            #expect(pedagogue == ["duty-1-2"])
            for (role, institution) in [("class-teacher", 1), ("head", 1), ("social-pedagogue", 2)] {
                let none = try await codes(asker(role, institution))
                #expect(none.isEmpty, "\(role) \(institution)")
            }
        }
    }
}
