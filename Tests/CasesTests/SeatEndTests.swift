import Access
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// A place in a case opens nothing once the role that it was given for is over, whatever other role is held.
struct SeatEndTests {
    private let pedagogue = CaseBoard.pedagogue
    private let social = CaseBoard.social

    /// Somebody whose roles ended yesterday, with those of somebody else from then on.
    private func ended(_ asker: Asker, then next: Asker? = nil) -> Asker {
        let over = asker.grants.map { grant in
            Grant(
                role: grant.role,
                roleWords: grant.roleWords,
                permissions: grant.permissions,
                scope: grant.scope,
                from: grant.from,
                to: CaseBoard.today - 1,
                body: grant.body
            )
        }
        return Asker(
            account: asker.account,
            name: asker.name,
            language: .lv,
            grants: over + (next?.grants ?? [])
        )
    }

    private func partner(of pupil: Int) -> Asker {
        let scope = Scope(institution: InstitutionID(rawValue: 1), pupil: PupilID(rawValue: pupil))
        return CaseBoard.person(.partner, 41, in: scope)
    }

    private func dues(_ source: any DueSource.Type, _ asker: Asker, _ world: BoardWorld) async throws -> Int {
        let question = DueQuestion(.own(asker), until: world.desk.today + 60, at: world.desk)
        return try await world.desk.database.data.read { try source.dues(question, $0).count }
    }

    private func invited(_ asker: Asker, _ world: BoardWorld) async throws -> Int {
        let desk = world.desk.seated(asker)
        return try await desk.database.data.read { try CaseReminders.count(desk, $0).invited }
    }

    private func refer(_ file: Int, to worker: Asker, _ world: BoardWorld) async throws -> Int {
        let new = ReferralWork.New(
            body: .social,
            kind: "family-assistant",
            basis: .socialServices,
            reason: "Ģimenei vajag palīdzību"
        )
        return try await ReferralWork(world.desk.seated(pedagogue)).send(of: file, to: worker.account, new)
    }

    private func status(_ referral: Int, by asker: Asker, _ world: BoardWorld) async throws -> Int {
        try await world.get(ReferralPage(), ["referral": referral], as: asker).status
    }

    @Test(arguments: Engine.available)
    func `who went to another school keeps nothing of the case of the former one`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let colleague = CaseBoard.colleague
            let id = try await world.openCase()
            try await world.work(pedagogue).note(id, .restricted, "Slēgts")
            try await world.admit(id, colleague, .school, level: .restricted)
            try await world.work(pedagogue).task(id, of: colleague.account, due: CaseBoard.today, "Runāt")
            let referral = try await refer(id, to: social, world)
            let before = try #require(try await world.seen(id, by: colleague))
            #expect(before.notes.map(\.text) == ["Slēgts"] && before.key.writesPlans)
            let open = try await status(referral, by: colleague, world)
            let had = try await dues(TaskDues.self, colleague, world)
            #expect(open == 200 && had == 1)
            // The place is still in date and accepted; the role is over, with another one elsewhere or without.
            let there = CaseBoard.person(.supportSpecialist, 12, institution: 2)
            for moved in [ended(colleague, then: there), ended(colleague)] {
                #expect(try await world.seen(id, by: moved) == nil)
                let left = try await status(referral, by: moved, world)
                let dates = try await dues(TaskDues.self, moved, world)
                #expect(left == 404 && dates == 0)
                let list = try await world.get(CasesPage(), query: ["state": "all"], as: moved)
                #expect(!list.text.contains("Ābols"))
                await #expect(throws: Refusal.noSuchPage) {
                    try await world.work(moved).note(id, .team, "Vēl te")
                }
                await #expect(throws: Refusal.noSuchPage) {
                    try await world.work(moved).passOn(id, to: CaseBoard.head.account)
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `whose role is over is given no task`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let (colleague, tenant) = (CaseBoard.colleague.account, world.desk.tenant)
            let id = try await world.openCase()
            try await world.admit(id, CaseBoard.colleague, .school)
            try await world.admit(id, social, .social)
            let able = try #require(try await world.seen(id, by: pedagogue)).doers.map(\.account)
            #expect(able == [pedagogue.account, colleague, social.account])
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    """
                    UPDATE grant_role SET institution_id = 2
                    WHERE tenant_id = \(tenant) AND account_id = \(colleague)
                    """
                )
            }
            let left = try #require(try await world.seen(id, by: pedagogue)).doers.map(\.account)
            #expect(left == [pedagogue.account, social.account])
            await #expect(throws: FieldErrors("doer", .missingChoice)) {
                try await world.work(pedagogue).task(id, of: colleague, due: CaseBoard.today, "Runāt")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a place in the school's team stays while its holder works there, be the pupil in another class`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let teacher = CaseBoard.person(.classTeacher, 31, classGroup: 1)
            let other = CaseBoard.person(.classTeacher, 32, classGroup: 1)
            for asker in [teacher, other] { try await world.account(asker) }
            let (id, tenant) = (try await world.openCase(), world.desk.tenant)
            try await world.admit(id, teacher, .school)
            try await world.desk.database.data.write { connection in
                try connection.execute(
                    "UPDATE enrolment SET class_id = 2 WHERE tenant_id = \(tenant) AND pupil_id = 1"
                )
            }
            let seen = try #require(try await world.seen(id, by: teacher))
            #expect(seen.key.standing == .member(.school, .team, .all) && seen.key.writesPlans)
            // Who had no place knows of the case no longer.
            #expect(try await world.seen(id, by: other) == nil)
            let there = CaseBoard.person(.classTeacher, 31, institution: 2, classGroup: 3)
            #expect(try await world.seen(id, by: ended(teacher, then: there)) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a partner's place ends with the role for its pupil, though another role be in force`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let partner = self.partner(of: 1)
            try await world.account(partner)
            let id = try await world.openCase()
            try await world.admit(id, partner, .social, .all, accepts: false)
            let referral = try await refer(id, to: partner, world)
            let over = ended(partner, then: self.partner(of: 2))
            for (asker, count) in [(partner, 1), (over, 0)] {
                let asked = try await invited(asker, world)
                let dates = try await dues(InvitationDues.self, asker, world)
                let answers = try await dues(ReferralDues.self, asker, world)
                let page = try await status(referral, by: asker, world)
                #expect(asked == count && dates == count && answers == count, "\(asked) \(dates) \(answers)")
                #expect(page == (count == 1 ? 200 : 404))
            }
            #expect(try await world.seen(id, by: over) == nil)
            await #expect(throws: Refusal.noSuchPage) {
                try await world.work(over).answer(id, with: .accepted)
            }
            try await world.work(partner).answer(id, with: .accepted)
            try await world.work(pedagogue).task(id, of: partner.account, due: CaseBoard.today, "Zvanīt")
            #expect(try await world.seen(id, by: partner)?.key.opens(.plan) == true)
            #expect(try await world.seen(id, by: over) == nil)
            let (had, left) = (
                try await dues(TaskDues.self, partner, world), try await dues(TaskDues.self, over, world)
            )
            #expect(had == 1 && left == 0)
        }
    }
}
