import Access
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// Another body turns to the institution of a pupil: it knows the personal code, and learns no more than the answer.
struct OutsideReferralTests {
    private static let code = "329999-00001"
    private let social = CaseBoard.social
    private let pedagogue = CaseBoard.pedagogue

    private func withCode(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let tenant = world.desk.tenant
            let code = try PersonalCode(OutsideReferralTests.code)
            try await world.desk.database.data.write { connection in
                let index = try connection.sealer.blindIndex(
                    code.normal,
                    tenant: tenant.rawValue,
                    purpose: PersonalCodeIndex.pupil
                )
                try connection.execute(
                    "UPDATE pupil SET code_index = \(index) WHERE tenant_id = \(tenant) AND id = 1"
                )
            }
            try await body(world)
        }
    }

    private func send(
        _ world: BoardWorld,
        by asker: Asker,
        _ text: String = OutsideReferralTests.code
    ) async throws -> Int {
        let code = try PersonalCode(text)
        let new = ReferralWork.New(
            body: .social,
            kind: "support-at-school",
            basis: .childRights,
            reason: "Bērns nakšņo krīzes centrā"
        )
        return try await ReferralWork(world.desk.seated(asker)).send(about: code, new)
    }

    private func seen(_ id: Int, by asker: Asker, _ world: BoardWorld) async throws -> ReferralContent? {
        let desk = world.desk.seated(asker)
        do {
            return try await desk.database.data.read { try ReferralContent.load(id, desk, $0) }
        } catch let refusal as Refusal where refusal.kind == .unknown {
            return nil
        }
    }

    @Test(arguments: Engine.available)
    func
        `those who work with the whole institution and the coordinator get it, the sender is told no name before`(
            _ engine: Engine
        ) async throws
    {
        try await withCode(engine) { world in
            let id = try await send(world, by: social)
            for asker in [pedagogue, CaseBoard.head, CaseBoard.coordinator] {
                let content = try #require(try await seen(id, by: asker, world), "\(asker.name)")
                #expect(content.key.standing == .receiver && content.opensCase)
                #expect(content.reason == "Bērns nakšņo krīzes centrā" && content.name != nil)
            }
            let teacher = CaseBoard.person(.classTeacher, 31, classGroup: 1)
            for asker in [CaseBoard.stranger, CaseBoard.police, teacher] {
                #expect(try await seen(id, by: asker, world) == nil, "\(asker.name)")
            }
            let own = try #require(try await seen(id, by: social, world))
            #expect(own.key.standing == .sender && own.name == nil)
            let page = try await world.get(ReferralPage(), ["referral": id], as: social)
            #expect(page.status == 200 && !page.text.contains("Ābols") && !page.text.contains("Ozolu"))
            try await ReferralWork(world.desk.seated(pedagogue)).answer(id, accepts: true, "", version: 1)
            #expect(try await seen(id, by: social, world)?.name?.contains("Ābols") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `whose role names a body asks in its name alone`(_ engine: Engine) async throws {
        try await withCode(engine) { world in
            func worker(_ account: Int, _ body: CaseBody) -> Asker {
                BoardWorld.person(.outsideWorker, account, in: .tenant, CaseBoard.room, body: body)
            }
            let (own, police) = (worker(61, .social), worker(62, .police))
            await #expect(throws: FieldErrors("body", .workForYours([.police]))) {
                _ = try await send(world, by: police)
            }
            let id = try await send(world, by: own)
            #expect(try await seen(id, by: own, world)?.referral.body == .social)
            let page = try await world.get(ReferralNewPage(), as: police).text
            #expect(page.contains("policija") && !page.contains("bāriņtiesa"))
            // Whose role was given before bodies were asked chooses among all of them.
            let all = try await world.get(ReferralNewPage(), as: social).text
            #expect(all.contains("policija") && all.contains("bāriņtiesa"))
        }
    }

    @Test(arguments: Engine.available)
    func `a case that is opened takes the referral up`(_ engine: Engine) async throws {
        try await withCode(engine) { world in
            let id = try await send(world, by: social)
            #expect(try await seen(id, by: pedagogue, world)?.referral.caseID == 0)
            let file = try await world.openCase()
            #expect(try await seen(id, by: pedagogue, world)?.referral.caseID == file)
            #expect(try await world.seen(file, by: pedagogue)?.referrals.map(\.id) == [id])
            // The sender was not invited.
            #expect(try await world.seen(file, by: social) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `an unknown code is told so, and those who work with pupils open a case instead`(
        _ engine: Engine
    ) async throws {
        try await withCode(engine) { world in
            await #expect(throws: FieldErrors("code", .learnsNowhere)) {
                _ = try await send(world, by: social, "329999-00009")
            }
            // Who is asked into the case of one pupil refers no other one.
            let other = Scope(institution: InstitutionID(rawValue: 1), pupil: PupilID(rawValue: 2))
            await #expect(throws: FieldErrors("code", .learnsNowhere)) {
                _ = try await send(world, by: CaseBoard.person(.partner, 32, in: other))
            }
            await #expect(throws: Refusal.noSuchPage) { _ = try await send(world, by: pedagogue) }
            let ofSchool = try await world.get(ReferralNewPage(), as: pedagogue).status
            let ofService = try await world.get(ReferralNewPage(), as: social).status
            #expect(ofSchool == 404 && ofService == 200)
        }
    }
}
