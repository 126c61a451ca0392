import Access
import Frame
import Kernel
import Prevention
import RoomTesting
import SekmeTesting
import Testing

@testable import Cases
@testable import Storage

/// A place in a case is left, or handed over to somebody of the same body; who answers for the case is told.
struct CaseSeatTests {
    private static let next = CaseBoard.person(.outsideWorker, 23)
    private let pedagogue = CaseBoard.pedagogue

    private func withCase(_ engine: Engine, _ body: (BoardWorld, Int) async throws -> Void) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            try await world.account(CaseSeatTests.next)
            let id = try await world.openCase()
            try await world.admit(id, CaseBoard.social, .social, .plan)
            try await body(world, id)
        }
    }

    private func news(_ world: BoardWorld, _ id: Int, _ asker: Asker) async throws -> [String] {
        let desk = world.desk.seated(asker)
        let before = Instant(milliseconds: desk.clock().milliseconds - 60_000)
        return try await desk.database.data.read { connection in
            let (file, key) = try CaseGate(desk, connection).enter(id)
            return try CaseNews.load(file, key, since: before, connection).items.map(\.lv)
        }
    }

    private func action(_ path: String) throws -> CaseAction {
        let found = CaseActions.all.first { $0.path == "/cases/:case/\(path)" }
        return try #require(found as? CaseAction)
    }

    @Test(arguments: Engine.available)
    func `who stops taking part has left, and the owner is told on the same day`(
        _ engine: Engine
    ) async throws {
        try await withCase(engine) { world, id in
            try await world.admit(id, CaseBoard.police, .police, accepts: false)
            try await world.work(CaseBoard.police).answer(id, with: .rejected)
            let page = try await world.get(CasePage(), ["case": id], as: CaseBoard.social)
            #expect(page.text.contains("Beigt piedalīties"))
            let form = ["answer": String(MemberState.left.rawValue)]
            let sent = try await world.get(
                try action("answer"),
                ["case": id],
                form: form,
                as: CaseBoard.social
            )
            #expect(sent.status == 303 && sent.text == "/cases")
            let owner = try #require(try await world.seen(id, by: pedagogue))
            #expect(owner.members.map(\.member.state) == [.left, .rejected])
            #expect(
                try await news(world, id, pedagogue) == [
                    "vairs nepiedalās: \(CaseBoard.social.name)",
                    "uzaicinājumu noraidīja: \(CaseBoard.police.name)",
                ]
            )
            let shown = try await world.get(CasePage(), ["case": id], as: pedagogue)
            #expect(shown.text.contains("vairs nepiedalās") && !shown.text.contains("nodeva"))
            // Nobody hands over what has to name a successor.
            await #expect(throws: Refusal.noSuchPage) {
                try await world.work(CaseBoard.social).answer(id, with: .handedOver)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a place is handed over to a named colleague, who is asked with the same purpose and ground`(
        _ engine: Engine
    ) async throws {
        try await withCase(engine) { world, id in
            let next = CaseSeatTests.next
            // The police is known as another body.
            let other = try await world.openCase(2)
            try await world.admit(other, CaseBoard.police, .police)
            let mine = try #require(try await world.seen(id, by: CaseBoard.social))
            #expect(mine.successors.map(\.account) == [next.account])
            let bad = try await world.get(
                try action("place"),
                ["case": id],
                form: ["successor": String(CaseBoard.police.account.rawValue)],
                as: CaseBoard.social
            )
            #expect(bad.status == 422 && bad.text.contains("id=\"place-successor-error\""))
            let sent = try await world.get(
                try action("place"),
                ["case": id],
                form: ["successor": String(next.account.rawValue)],
                as: CaseBoard.social
            )
            #expect(sent.status == 303 && sent.text == "/cases")
            #expect(try await world.seen(id, by: CaseBoard.social) == nil)
            let members = try #require(try await world.seen(id, by: pedagogue)).members
            let (old, new) = (try #require(members.first), try #require(members.last))
            #expect(old.member.state == .handedOver && new.member.state == .invited)
            #expect(new.member.insteadOf == old.member.id && new.member.account == next.account)
            #expect(new.member.basis == old.member.basis && new.member.ends == old.member.ends)
            #expect(new.member.body == .social && new.member.parts == .plan)
            #expect(new.purpose == old.purpose && new.purpose?.isEmpty == false)
            let told = "\(CaseBoard.social.name) vietu nodeva: \(next.name)"
            #expect(try await news(world, id, pedagogue) == [told])
            let page = try await world.get(CasePage(), ["case": id], as: pedagogue)
            #expect(page.text.contains("nodeva vietu citam: \(next.name)"))
            // The successor reads of nothing but the purpose before accepting.
            let asked = try await world.get(CasePage(), ["case": id], as: next)
            #expect(asked.text.contains("Vietu nodod") && !asked.text.contains("Kāpēc 1"))
            try await world.work(next).answer(id, with: .accepted)
            #expect(try await world.seen(id, by: next)?.key.opens(.plan) == true)
        }
    }

    @Test(arguments: Engine.available)
    func `of the school only those who work with the pupil take over, and restricted notes do not go along`(
        _ engine: Engine
    ) async throws {
        try await withCase(engine) { world, id in
            try await world.admit(id, CaseBoard.colleague, .school, level: .restricted)
            let able = try #require(try await world.seen(id, by: CaseBoard.colleague)).successors
            let accounts = able.map(\.account.rawValue)
            #expect(accounts.contains(13) && !accounts.contains(21) && !accounts.contains(23))
            try await world.work(CaseBoard.colleague).passOn(id, to: CaseBoard.head.account)
            let seat = try await world.seen(id, by: pedagogue)?.members.last?.member
            #expect(seat?.account == CaseBoard.head.account && seat?.level == .team)
            // Whoever has no place has none to give.
            await #expect(throws: Refusal.noSuchPage) {
                try await world.work(CaseBoard.colleague).passOn(id, to: CaseBoard.head.account)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `places of before the migration are as they were, and who had gone has left`(
        _ engine: Engine
    ) async throws {
        let before = Room(
            "prevention",
            CasesPage.title,
            migrations: [.cases, .supportPlans, .handOver, .referrals, .caseOwners]
        )
        try await CaseBoard.with(engine, preventionRoom.with(wing: before)) { world in
            let id = try await world.openCase()
            let (tenant, today) = (world.desk.tenant, world.desk.today)
            let members = try await world.desk.database.data.write { connection in
                for (number, state) in [(1, 2), (2, 4), (3, 5)] {
                    try connection.execute(
                        """
                        INSERT INTO case_member (tenant_id, id, case_id, body, account_id, name, level, parts, state,
                            basis, purpose_sealed, invited_on, answered_on, ends_on, invited_by, version)
                        VALUES (\(tenant), \(number), \(id), 2, \(number), 'x', 1, 3, \(state), 2, \([UInt8]()),
                            \(today), \(today), \(today + 9), 11, 4)
                        """
                    )
                }
                for text in MigrationText.statements(Migration.caseSeats.sql, for: connection.dialect) {
                    try connection.backend.script(text)
                }
                return try CaseMember.all(of: id, tenant, connection)
            }
            #expect(members.map(\.state) == [.accepted, .left, .revoked])
            let isSame = members.allSatisfy { seat in
                seat.parts == .all && seat.basis == .childRights && seat.version == 4 && seat.insteadOf == 0
                    && seat.ends == today + 9 && seat.answered == today && seat.name == "x"
            }
            #expect(isSame)
        }
    }
}
