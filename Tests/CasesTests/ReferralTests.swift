import Access
import Exchange
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// Referrals from a case to another body, and from another body to the institution of a pupil.
struct ReferralTests {
    private let pedagogue = CaseBoard.pedagogue
    private let social = CaseBoard.social
    private let police = CaseBoard.police

    private func new(_ body: CaseBody = .social, kind: String = "family-assistant") -> ReferralWork.New {
        ReferralWork.New(body: body, kind: kind, basis: .socialServices, reason: "Ģimenei vajag palīdzību")
    }

    private func withReferral(
        _ engine: Engine,
        _ body: (BoardWorld, _ file: Int, _ referral: Int) async throws -> Void
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let file = try await world.openCase()
            let id = try await ReferralWork(world.desk.seated(pedagogue))
                .send(of: file, to: social.account, new())
            try await body(world, file, id)
        }
    }

    /// What somebody sees of a referral; nil where there is no such page for them.
    private func seen(_ id: Int, by asker: Asker, _ world: BoardWorld) async throws -> ReferralContent? {
        let desk = world.desk.seated(asker)
        do {
            return try await desk.database.data.read { try ReferralContent.load(id, desk, $0) }
        } catch let refusal as Refusal where refusal.kind == .unknown {
            return nil
        }
    }

    private func waiting(_ asker: Asker, _ world: BoardWorld) async throws -> Int {
        let desk = world.desk.seated(asker)
        return try await desk.database.data.read { try CaseReminders.referrals(desk, $0) }
    }

    private func dues(_ asker: Asker, until day: Day, _ world: BoardWorld) async throws -> [Day] {
        let question = DueQuestion(.own(asker), until: day, at: world.desk)
        return try await world.desk.database.data.read { try ReferralDues.dues(question, $0).map(\.day) }
    }

    @Test(arguments: Engine.available)
    func `the addressee sees the referral and nothing of the case, others see neither`(
        _ engine: Engine
    ) async throws {
        try await withReferral(engine) { world, file, id in
            let theirs = try #require(try await seen(id, by: social, world))
            #expect(theirs.reason == "Ģimenei vajag palīdzību" && theirs.key.standing == .receiver)
            #expect(theirs.name?.contains("Ābols") == true && !theirs.seesCase && !theirs.opensCase)
            #expect(try await world.seen(file, by: social) == nil)
            let ours = try #require(try await seen(id, by: pedagogue, world))
            #expect(ours.key.standing == .sender && ours.seesCase)
            #expect(try await seen(id, by: CaseBoard.head, world) != nil)
            // Neither another body, even one that takes part in the case, nor a colleague who does not.
            try await world.admit(file, police, .police, .all)
            for asker in [police, CaseBoard.colleague, CaseBoard.stranger] {
                #expect(try await seen(id, by: asker, world) == nil, "\(asker.name)")
            }
            #expect(try await world.seen(file, by: police)?.referrals.isEmpty == true)
            let page = try await world.get(CasePage(), ["case": file], as: pedagogue)
            #expect(page.text.contains("/referrals/\(id)") && page.text.contains("Ģimenes asistenta"))
        }
    }

    @Test(arguments: Engine.available)
    func `a referral is accepted and finished, each with the day and the person`(
        _ engine: Engine
    ) async throws {
        try await withReferral(engine) { world, _, id in
            #expect(try await waiting(social, world) == 1)
            #expect(try await waiting(pedagogue, world) == 0)
            let later = ReferralWork(world.desk(social, on: CaseBoard.today + 3))
            try await later.answer(id, accepts: true, "", version: 1)
            #expect(try await waiting(social, world) == 0)
            await #expect(throws: Conflict.self) {
                try await later.answer(id, accepts: false, "Par vēlu", version: 1)
            }
            await #expect(throws: FieldErrors("outcome", .missingAnswer)) {
                try await later.finish(id, "", version: 2)
            }
            let last = ReferralWork(world.desk(social, on: CaseBoard.today + 20))
            try await last.finish(id, "Asistents strādā ar ģimeni", version: 2)
            let content = try #require(try await seen(id, by: pedagogue, world))
            let referral = content.referral
            #expect(referral.state == .finished && content.outcome == "Asistents strādā ar ģimeni")
            #expect(referral.answered == CaseBoard.today + 3 && referral.answeredBy == social.name)
            #expect(referral.finished == CaseBoard.today + 20 && referral.finishedBy == social.name)
            let selection = Selection(year: CaseBoard.year)
            let sections = try await world.answer("prevention/institutions", selection).sections
            #expect(sections.last?.table == ["Sociālais dienests|1|1||3,00|1|20,00"])
        }
    }

    @Test(arguments: Engine.available)
    func `a rejection needs a reason, and the sender of the case answers nothing`(
        _ engine: Engine
    ) async throws {
        try await withReferral(engine) { world, _, id in
            let work = ReferralWork(world.desk.seated(social))
            await #expect(throws: FieldErrors("answer", .missingAnswer)) {
                try await work.answer(id, accepts: false, "", version: 1)
            }
            await #expect(throws: Refusal.noSuchPage) {
                try await ReferralWork(world.desk.seated(pedagogue))
                    .answer(id, accepts: true, "", version: 1)
            }
            try await work.answer(id, accepts: false, "Ģimene dzīvo citur", version: 1)
            let content = try #require(try await seen(id, by: pedagogue, world))
            #expect(content.referral.state == .rejected && content.answer == "Ģimene dzīvo citur")
        }
    }

    @Test(arguments: Engine.available)
    func `a referral to the wrong person is withdrawn and seen no longer`(_ engine: Engine) async throws {
        try await withReferral(engine) { world, _, id in
            try await ReferralWork(world.desk.seated(pedagogue)).withdraw(id, version: 1)
            #expect(try await seen(id, by: social, world) == nil)
            #expect(try await seen(id, by: pedagogue, world)?.referral.state == .withdrawn)
            let list = try await world.get(ReferralsPage(), as: social)
            #expect(!list.text.contains("/referrals/\(id)"))
        }
    }

    @Test(arguments: Engine.available)
    func `the list says from whom and to whom a referral goes, and whose turn it is`(
        _ engine: Engine
    ) async throws {
        try await withReferral(engine) { world, _, _ in
            let own = try await world.get(ReferralsPage(), as: social).text
            #expect(own.contains("gaida jūsu atbildi") && own.contains("Ozolu skola"))
            let sent = try await world.get(ReferralsPage(), as: pedagogue).text
            #expect(sent.contains("gaida atbildi") && !sent.contains("gaida jūsu atbildi"))
            #expect(sent.contains(social.name) && !own.contains(social.name))
        }
    }

    @Test(arguments: Engine.available)
    func `who was asked and the owner of the case are reminded after the days of the rule`(
        _ engine: Engine
    ) async throws {
        try await withReferral(engine) { world, _, id in
            let day = CaseBoard.today + 7
            for asker in [social, pedagogue] {
                #expect(try await dues(asker, until: day, world) == [day], "\(asker.name)")
                #expect(try await dues(asker, until: day - 1, world).isEmpty)
            }
            #expect(try await dues(police, until: day, world).isEmpty)
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE regulation SET parameters = \(#"{"days":2}"#)
                    WHERE tenant_id = \(tenant) AND name = \(ReferralAnswerRule.regulation)
                    """
                )
            }
            #expect(try await dues(social, until: day, world) == [CaseBoard.today + 2])
            try await ReferralWork(world.desk.seated(social)).answer(id, accepts: true, "", version: 1)
            #expect(try await dues(social, until: day, world).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `only people of other bodies are referred to, by those who work on the case for the school`(
        _ engine: Engine
    ) async throws {
        try await withReferral(engine) { world, file, _ in
            let work = ReferralWork(world.desk.seated(pedagogue))
            await #expect(throws: FieldErrors("account", .missingChoice)) {
                _ = try await work.send(of: file, to: CaseBoard.colleague.account, new())
            }
            await #expect(throws: FieldErrors("kind", .missingChoice)) {
                _ = try await work.send(of: file, to: social.account, new(kind: "x"))
            }
            try await world.admit(file, police, .police, .all)
            for asker in [police, CaseBoard.colleague, CaseBoard.stranger] {
                await #expect(throws: Refusal.noSuchPage, "\(asker.name)") {
                    _ = try await ReferralWork(world.desk.seated(asker))
                        .send(of: file, to: social.account, new())
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the form of the page sends a referral, and comes back where something is missing`(
        _ engine: Engine
    ) async throws {
        try await withReferral(engine) { world, file, _ in
            let found = CaseActions.all.first { $0.path == "/cases/:case/referrals" }
            let action = try #require(found as? CaseAction)
            var form = [
                "account": String(police.account.rawValue), "body": "4", "kind": "police-talk", "basis": "2",
            ]
            let wrong = try await world.get(action, ["case": file], form: form, as: pedagogue)
            #expect(wrong.status == 422)
            let empty = try await world.get(action, ["case": file], form: ["body": "4"], as: pedagogue)
            let missing = empty.text.ranges(of: "class=\"wrong\"").count
            #expect(missing == 4, "whom, what is asked, reason, law: \(missing)")
            form["reason"] = "Kavē stundas"
            let done = try await world.get(action, ["case": file], form: form, as: pedagogue)
            #expect(done.status == 303)
            #expect(try await waiting(police, world) == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `the doctor finds a referral of a case that is not there`(_ engine: Engine) async throws {
        try await withReferral(engine) { world, _, _ in
            #expect(try await world.findings().isEmpty)
            let tenant = world.desk.tenant
            try await world.desk.database.data.write { connection in
                try connection.execute("UPDATE case_referral SET case_id = 99 WHERE tenant_id = \(tenant)")
            }
            let found = try await world.findings()
            #expect(found.map(\.kind) == [.orphan] && found.map(\.key) == [[99]])
            #expect(found.map(\.table) == ["case_referral"] && found.map(\.column) == ["case_id"])
        }
    }
}
