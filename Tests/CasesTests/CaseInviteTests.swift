import Access
import Foundation
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// Invitations to a case: what is said in them, and what the invited see before, with and after them.
struct CaseInviteTests {
    private let pedagogue = CaseBoard.pedagogue

    @Test(arguments: Engine.available)
    func `an outside worker sees nothing, then the purpose, then the parts, and after the end nothing`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            try await world.work(pedagogue).note(id, .team, "Komandas piezīme")
            #expect(try await world.seen(id, by: CaseBoard.social) == nil)
            try await world.admit(id, CaseBoard.social, .social, .notes, accepts: false)
            let invited = try #require(try await world.seen(id, by: CaseBoard.social))
            #expect(invited.key.standing == .invited && invited.reason == nil && invited.steps.isEmpty)
            #expect(invited.members.map(\.purpose) == ["Nolūks 21"] && invited.notes.isEmpty)
            try await world.work(CaseBoard.social).answer(id, with: .accepted)
            let seen = try #require(try await world.seen(id, by: CaseBoard.social))
            #expect(seen.notes.map(\.text) == ["Komandas piezīme"] && seen.reason == "Kāpēc 1")
            #expect(!seen.key.opens(.plan) && !seen.seesPupil && !seen.seesSignals)
            // Another body is shown the plan alone, and its own notes.
            try await world.admit(id, CaseBoard.police, .police, .plan)
            try await world.work(CaseBoard.police).note(id, .team, "Policijas piezīme")
            let police = try #require(try await world.seen(id, by: CaseBoard.police))
            #expect(police.notes.map(\.text) == ["Policijas piezīme"] && police.key.opens(.plan))
            let last = CaseBoard.today + 60
            #expect(try await world.seen(id, by: CaseBoard.social, on: last) != nil)
            #expect(try await world.seen(id, by: CaseBoard.social, on: last + 1) == nil)
            let seats = seen.members
            let mine = try #require(seats.first { $0.member.account == CaseBoard.social.account }).member.id
            await #expect(throws: Refusal.notYourCase) {
                try await world.work(CaseBoard.police).revoke(id, mine)
            }
            try await world.work(pedagogue).revoke(id, mine)
            #expect(try await world.seen(id, by: CaseBoard.social) == nil)
            try await world.move(id, .closed, CaseWork.Move(outcome: .reduced, reason: "Labi"))
            // In date a closed case is read, and not written to.
            let after = try #require(try await world.seen(id, by: CaseBoard.police))
            #expect(after.key.takesPart && !after.key.writes && after.steps.last?.reason == "Labi")
            await #expect(throws: Refusal.caseIsOver) {
                try await world.work(CaseBoard.police).note(id, .team, "Par vēlu")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `an invitation says whom, why, by which law and until when`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            let empty = try await world.get(
                try #require(CaseActions.all.first { $0.path == "/cases/:case/members" } as? CaseAction),
                ["case": id],
                as: pedagogue
            )
            #expect(empty.status == 422)
            let missing = empty.text.components(separatedBy: "class=\"wrong\"").count - 1
            #expect(missing == 5, "who, body, purpose, law, end: \(missing)")
            let choose = "izvēlieties vienu no piedāvātajām iespējām."
            for words in [
                "Nolūks: aizpildiet šo lauku.", "Tiesiskais pamats: \(choose)", "Ko aicināt: \(choose)",
            ] {
                #expect(empty.text.contains(words), "\(words)")
            }
            func invite(_ asker: Asker, days: Int) async throws {
                try await world.work(pedagogue).invite(
                    id,
                    CaseWork.Invitation(
                        account: asker.account,
                        body: .social,
                        level: .restricted,
                        parts: .notes,
                        basis: .consent,
                        purpose: "Nolūks",
                        ends: CaseBoard.today + days
                    )
                )
            }
            await #expect(throws: FieldErrors("ends", .dayIsOver)) {
                try await invite(CaseBoard.social, days: -1)
            }
            await #expect(throws: FieldErrors("ends", .tooLong)) {
                try await invite(CaseBoard.social, days: 400)
            }
            await #expect(throws: FieldErrors("account", .missingChoice)) {
                try await invite(CaseBoard.stranger, days: 5)
            }
            try await invite(CaseBoard.social, days: 5)
            await #expect(throws: FieldErrors("account", .isThereAlready)) {
                try await invite(CaseBoard.social, days: 5)
            }
            // Restricted notes stay in the school, whatever was ticked.
            let seat = try #require(try await world.seen(id, by: pedagogue)?.members.first?.member)
            #expect(seat.level == .team && seat.basis == .consent)
            await #expect(throws: Refusal.self) {
                try await world.work(CaseBoard.police).answer(id, with: .accepted)
            }
            try await world.work(CaseBoard.social).answer(id, with: .rejected)
            #expect(try await world.seen(id, by: CaseBoard.social) == nil)
        }
    }
}
