import Access
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Testing

@testable import Cases

/// Whose role names a body stands for that body alone: in a case, in a place that is handed over, in a referral.
struct BodyOfRoleTests {
    private static func worker(_ account: Int, _ body: CaseBody) -> Asker {
        BoardWorld.person(.outsideWorker, account, in: .tenant, CaseBoard.room, body: body)
    }

    private let pedagogue = CaseBoard.pedagogue
    private let social = BodyOfRoleTests.worker(61, .social)
    private let police = BodyOfRoleTests.worker(62, .police)
    private let next = BodyOfRoleTests.worker(63, .social)

    private func withCase(_ engine: Engine, _ body: (BoardWorld, Int) async throws -> Void) async throws {
        try await CaseBoard.with(engine) { world in
            for asker in [pedagogue, social, police, next] { try await world.account(asker) }
            try await body(world, try await world.openCase())
        }
    }

    @Test(arguments: Engine.available)
    func `nobody is invited for another body than the role names`(_ engine: Engine) async throws {
        try await withCase(engine) { world, id in
            await #expect(throws: FieldErrors("body", .worksFor([.police]))) {
                try await world.admit(id, police, .social)
            }
            await #expect(throws: FieldErrors("body", .notOfSchool)) {
                try await world.admit(id, police, .school)
            }
            try await world.admit(id, police, .police)
            let page = try await world.get(CasePage(), ["case": id], as: pedagogue)
            #expect(page.text.contains("\(social.name) (Citas institūcijas speciālists, sociālais dienests)"))
        }
    }

    @Test(arguments: Engine.available)
    func `a place is handed over to those whose role names its body`(_ engine: Engine) async throws {
        try await withCase(engine) { world, id in
            try await world.admit(id, social, .social, .plan)
            // Nobody has ever invited the police, so that the role alone tells.
            let able = try #require(try await world.seen(id, by: social)).successors
            #expect(able.map(\.account) == [next.account])
            await #expect(throws: FieldErrors("successor", .missingChoice)) {
                try await world.work(social).passOn(id, to: police.account)
            }
            try await world.work(social).passOn(id, to: next.account)
            #expect(try await world.seen(id, by: next)?.key.standing == .invited)
        }
    }

    @Test(arguments: Engine.available)
    func `a referral goes to somebody whose role names its body`(_ engine: Engine) async throws {
        try await withCase(engine) { world, id in
            let work = ReferralWork(world.desk.seated(pedagogue))
            func new(_ body: CaseBody) -> ReferralWork.New {
                ReferralWork.New(body: body, kind: "other", basis: .childRights, reason: "Kavē stundas")
            }
            await #expect(throws: FieldErrors("body", .worksFor([.police]))) {
                _ = try await work.send(of: id, to: police.account, new(.social))
            }
            _ = try await work.send(of: id, to: police.account, new(.police))
            let found = CaseActions.all.first { $0.path == "/cases/:case/referrals" }
            let action = try #require(found as? CaseAction)
            let form = [
                "account": String(social.account.rawValue), "body": "4", "kind": "other", "basis": "2",
                "reason": "Kavē stundas",
            ]
            let wrong = try await world.get(action, ["case": id], form: form, as: pedagogue)
            #expect(wrong.status == 422 && wrong.text.contains("pārstāv citu institūciju"))
        }
    }
}
