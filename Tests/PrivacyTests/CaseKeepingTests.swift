import Access
import Cases
import Frame
import Kernel
import Prevention
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Privacy

/// The end of keeping of cases: what was written goes, past years count as before, and a pupil waits for it.
struct CaseKeepingTests {
    /// The board with a case of a pupil in class, closed on the day of the tests.
    private func withClosedCase(
        _ engine: Engine,
        _ body: @escaping @Sendable (BoardWorld) async throws -> Void
    ) async throws {
        try await withPersons(engine) { world in
            try await Papers.openCase(of: try await world.pupil("J1"), world)
            let id = try await world.column("id", of: "prevention_case", Int.self)[0]
            try await CaseStage(world.desk).move(
                id,
                to: 6,
                outcome: 1,
                by: world.desk.asker,
                on: today,
                reason: "Mērķis sasniegts"
            )
            try await body(world)
        }
    }

    private func counted(_ world: BoardWorld) async throws -> [MemberKey: Tally] {
        try await world.vector(
            "prevention/cases",
            Selection(year: SchoolYear(2026)),
            over: [.institution, .kind]
        )
    }

    private func closed(_ world: BoardWorld) async throws -> Int {
        try await world.column("closed_on", of: "prevention_case", Int.self)[0]
    }

    @Test(arguments: Engine.available)
    func `texts of a case go when its time is over, and past years count it as before`(
        _ engine: Engine
    ) async throws {
        try await withClosedCase(engine) { world in
            let before = try await counted(world)
            #expect(before.values.map(\.numerator) == [1])
            try await world.keep(["cases": 3])
            let last = today.adding(years: 3)
            try await world.desk(on: last).beginDay()
            #expect(try await world.count("case_note") == 1)
            try await world.desk(on: last + 1).beginDay()
            #expect(try await world.count("case_note") == 0)
            #expect(try await world.count("case_task") == 0)
            #expect(try await world.column("owner_name", of: "prevention_case", String.self) == [""])
            let reasons = try await world.column(
                "length(reason_sealed)",
                of: "case_step",
                by: "ordinal",
                Int.self
            )
            #expect(reasons == [0, 0])
            #expect(try await counted(world) == before)
            // The pupil is there still, and the case is nobody's to open.
            #expect(try await world.count("erased_pupil") == 0)
            let (desk, pupil) = (world.desk, try await world.pupil("J1"))
            let left = try await desk.database.data.read { try CaseGlance.all(of: pupil, desk, $0) }
            #expect(left.isEmpty)
            let ended = try await world.desk(on: last + 1).ended()
            #expect(ended.map(\.what.en) == ["Cases of support"])
            #expect(ended.map(\.count) == [1])
            // A second day there is nothing to do, and keys are changed as before.
            try await world.desk(on: last + 2).beginDay()
            #expect(try await world.count("ended_case") == 1)
            _ = try await desk.database.rotateKeys(tenant: desk.tenant.rawValue)
        }
    }

    @Test(arguments: Engine.available)
    func `an erased pupil with a case leaves it to be counted, without a word`(_ engine: Engine) async throws
    {
        try await withClosedCase(engine) { world in
            let before = try await counted(world)
            let request = try await world.request(.erasure, "J1")
            try await RequestWork(desk: world.desk).erase(request.id, "Vairs nav vajadzīgi", version: 1)
            #expect(try await world.count("case_note") == 0)
            #expect(try await counted(world) == before)
            let words = try await world.column("length(reason_sealed)", of: "prevention_case", Int.self)
            #expect(words == [0])
            #expect(try await world.findings().isEmpty)
        }
    }

    /// Somebody of another body, and what is asked.
    private let worker = BoardWorld.person(
        .outsideWorker,
        21,
        in: .tenant,
        preventionRoom.with(wing: casesWing)
    )
    private let asked = CaseStage.Asked(body: 2, kind: "family-visit", reason: "Ģimenei vajag palīdzību")

    @Test(arguments: Engine.available)
    func `words of a referral go with those of its case, and its state and days stay to be counted`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            try await Papers.openCase(of: try await world.pupil("J1"), world)
            try await world.account(worker)
            let id = try await world.column("id", of: "prevention_case", Int.self)[0]
            let (stage, owner) = (CaseStage(world.desk), world.desk.asker)
            let sent = try await stage.refer(id, to: worker, by: owner, on: today, asked)
            try await stage.answer(referral: sent, accepts: false, by: worker, on: today, "Dzīvo citur")
            try await stage.move(id, to: 6, outcome: 1, by: owner, on: today, reason: "Mērķis sasniegts")
            try await world.keep(["cases": 3])
            let last = today.adding(years: 3)
            try await world.desk(on: last).beginDay()
            let kept = try await world.column("name", of: "case_referral", String.self)
            #expect(kept == [worker.name])
            let kinds = try await world.column("kind", of: "case_referral", String.self)
            #expect(kinds == ["family-visit"])
            try await world.desk(on: last + 1).beginDay()
            try await expectNoWords(world)
            let states = try await world.column("state", of: "case_referral", Int.self)
            let days = try await world.column("answered_on", of: "case_referral", Int.self)
            #expect(states == [3] && days == [today.number])
        }
    }

    @Test(arguments: Engine.available)
    func `words of a referral without a case go with the pupil, and the file of a person has none before`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            let pupil = try await world.pupil("J1")
            try await world.account(worker)
            _ = try #require(try await CaseStage(world.desk).refer(pupil, by: worker, on: today, asked))
            let records = try #require(try await PersonRecords.load(pupil, world.desk))
            #expect(records.withheld.map(\.rows) == [1, 1])
            let words = records.sections.flatMap(\.rows).flatMap { $0.map(\.plain) }
            #expect(!words.contains("Ģimenei vajag palīdzību"))
            let request = try await world.request(.erasure, "J1")
            try await RequestWork(desk: world.desk).erase(request.id, "Vairs nav vajadzīgi", version: 1)
            try await expectNoWords(world)
            #expect(try await world.findings().isEmpty)
        }
    }

    private func expectNoWords(_ world: BoardWorld) async throws {
        for column: SQL in ["kind", "name", "sender_name", "answered_name", "finished_name"] {
            let names = try await world.column(column, of: "case_referral", String.self)
            #expect(names == [""])
        }
        for column: SQL in ["reason_sealed", "answer_sealed", "outcome_sealed"] {
            let lengths = try await world.column("length(\(column))", of: "case_referral", Int.self)
            #expect(lengths == [0])
        }
        #expect(
            try await world.column("referral_id", of: "referral_form", by: "referral_id", Int.self).isEmpty
        )
    }

    @Test(arguments: Engine.available)
    func `a pupil is not erased while a case is evidence, neither on request nor by time`(
        _ engine: Engine
    ) async throws {
        try await withClosedCase(engine) { world in
            try await world.keep(["schooling": 1, "cases": 10])
            let request = try await world.request(.erasure, "J1")
            await #expect(throws: Refusal.self) {
                try await RequestWork(desk: world.desk).erase(request.id, "Lūdz", version: 1)
            }
            try await RequestWork(desk: world.desk).decide(request.id, .refused, "Pierādījumi", version: 1)
            // Two years after the school year of the class; the one who left long ago goes meanwhile.
            try await world.desk(on: today.adding(years: 3)).beginDay()
            #expect(try await world.column("surname", of: "pupil", String.self) == ["Ozols", ""])
            try await world.desk(on: today.adding(years: 10) + 1).beginDay()
            #expect(try await world.column("surname", of: "pupil", String.self) == ["", ""])
            #expect(try await closed(world) == today.number)
        }
    }

    @Test(arguments: Engine.available)
    func `nobody is erased on request while a case is worked on`(_ engine: Engine) async throws {
        try await withPersons(engine) { world in
            try await Papers.openCase(of: try await world.pupil("J1"), world)
            let request = try await world.request(.erasure, "J1")
            await #expect(throws: Refusal.self) {
                try await RequestWork(desk: world.desk).erase(request.id, "Lūdz", version: 1)
            }
            #expect(try await world.count("case_note") == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `an observation loses its text after the school year and stays a line`(
        _ engine: Engine
    ) async throws {
        try await withPersons(engine) { world in
            let pupil = try await world.pupil("J1")
            try await world.desk.database.data.write { connection in
                try Fixture.observe(pupil, "Bieži viens", world.desk, connection)
            }
            try await world.keep(["observations": 1])
            // The school year of the observation ends on 31 August 2027.
            let day = try #require(Day(2028, 8, 31))
            try await world.desk(on: day).beginDay()
            #expect(try await world.count("ended_observation") == 0)
            try await world.desk(on: day + 1).beginDay()
            #expect(try await world.count("ended_observation") == 1)
            let texts = try await world.column("length(text_sealed)", of: "risk_observation", Int.self)
            #expect(texts == [0])
            let records = try #require(try await PersonRecords.load(pupil, world.desk))
            let words = records.sections.flatMap(\.rows).flatMap { $0.map(\.plain) }
            #expect(!words.contains("Bieži viens"))
        }
    }
}
