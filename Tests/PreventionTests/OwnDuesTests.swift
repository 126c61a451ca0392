import Frame
import Kernel
import Pages
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

/// What of signs and of steps over absence is somebody's own to do, and by when.
struct OwnDuesTests {
    private func question(_ whose: DueQuestion.Whose, _ world: BoardWorld, until: Day) -> DueQuestion {
        DueQuestion(whose, until: until, at: world.desk)
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
    func `new signs are a number for whoever works with the pupils, from the first day until somebody looks`(
        _ engine: Engine
    ) async throws {
        try await RiskBoard.with(engine) { world in
            try await world.lessons([
                ("Ozolu skola", "8.a", "K1", "2026-01-12", "nn", 12),
                ("Ozolu skola", "8.a", "K1", "2026-01-13", "nn", 12),
            ])
            func dues(_ asker: Asker) async throws -> [Due] {
                // What is new is told of whatever its date.
                let asked = question(.own(asker), world, until: RiskBoard.today)
                return try await world.desk.database.data.read { try SignalDues.dues(asked, $0) }
            }
            let signs = try await world.signals(of: 1).open
            let own = try await dues(DutyBoard.asker(1))
            #expect(own.count == 1)
            let due = try #require(own.first)
            #expect(due.count == signs.count && due.isNew && due.pupil == nil)
            #expect(due.words.lv == "Izskatīt jaunas riska pazīmes: \(signs.count)")
            #expect(due.day == RiskBoard.today + 14 && due.address.text == "/signals")
            // Others have none, and whoever leads the work hears of what is late.
            for other in [DutyBoard.asker(2), DutyBoard.asker(1, DutyBoard.worker.union([.superviseCases]))] {
                let none = try await dues(other)
                #expect(none.isEmpty)
            }
            let taken = SignalWork(desk: world.desk.seated(DutyBoard.asker(1)))
            for sign in signs {
                try await taken.move(sign.id, of: PupilID(rawValue: 1), to: .review, version: sign.version)
            }
            let seen = try await dues(DutyBoard.asker(1))
            #expect(seen.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `where nothing is recorded the first step is due from the day on which the limit was passed`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            let passed = try #require(Day(2025, 10, 6))
            func dues(until: Day) async throws -> [Due] {
                let asked = question(.within(.all), world, until: until)
                return try await world.desk.database.data.read { try DutyDues.dues(asked, $0) }
                    .sorted { $0.code < $1.code }
            }
            let all = try await dues(until: RiskBoard.today)
            #expect(all.map(\.code) == ["duty-1-2", "duty-3-1"] && all.last?.day == passed)
            let first = try await dues(until: passed)
            #expect(first.map(\.code) == ["duty-3-1"])
            let none = try await dues(until: passed - 1)
            #expect(none.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `where only sums are known the first step counts from the day on which they came in`(
        _ engine: Engine
    ) async throws {
        try await DutyBoard.with(engine) { world in
            try await world.take(
                """
                institution,class,pupil_code,code,lessons,year,term
                Liepu skola,8.a,K5,unexcused,30,2025/2026,1
                """,
                "absences"
            )
            let duty = try #require(try await world.duties(pupil: 5).first)
            #expect(duty.passed == nil && duty.known == RiskBoard.today && duty.due == RiskBoard.today)
            #expect(duty.standing(on: RiskBoard.today) == .untouched && !duty.isLate(on: RiskBoard.today))
            #expect(duty.isLate(on: RiskBoard.today + 1))
            for (until, isTold) in [(RiskBoard.today, true), (RiskBoard.today - 1, false)] {
                let asked = question(.within(.all), world, until: until)
                let codes = try await world.desk.database.data.read {
                    try DutyDues.dues(asked, $0).map(\.code)
                }
                #expect(codes.contains("duty-5-1") == isTold, "\(until)")
            }
            let request = PageRequest(parts: ["pupil": "5"])
            guard case .page(let page) = try await DutyPupilPage().answer(request, world.desk) else {
                throw Refusal.noSuchPage
            }
            #expect(page.body.string.contains("diena nav zināma; ziņas saņemtas 02.02.2026."))
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
            // Of pupil 3 nothing is recorded: the first step waits since the limit was passed.
            let teacher = try await codes(asker("class-teacher", 1))
            #expect(teacher == ["duty-3-1"])
            for (role, institution) in [("class-teacher", 2), ("head", 1), ("social-pedagogue", 2)] {
                let none = try await codes(asker(role, institution))
                #expect(none.isEmpty, "\(role) \(institution)")
            }
        }
    }
}
