import Access
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

struct CaseWorkTests {
    private let pedagogue = CaseBoard.pedagogue

    @Test func `a case goes from state to state as drawn, and ends or is reopened only with a reason`() {
        let drawn: [CaseState: Set<CaseState>] = [
            .open: [.assessment, .closed, .transferred], .assessment: [.plan, .closed, .transferred],
            .plan: [.progress, .closed, .transferred], .progress: [.review, .closed, .transferred],
            .review: [.progress, .plan, .closed, .transferred], .closed: [.assessment],
            .transferred: [.assessment],
        ]
        for from in CaseState.allCases {
            for to in CaseState.allCases {
                #expect(from.next.contains(to) == drawn[from]?.contains(to), "\(from) → \(to)")
            }
            #expect(from.needsReason(.assessment) == [.closed, .transferred].contains(from))
            #expect(from.needsReason(.closed) && from.needsReason(.transferred))
        }
    }

    @Test(arguments: Engine.available)
    func `a case is worked through, closed with an outcome and reopened with a reason`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            for state in [CaseState.assessment, .plan, .progress, .review] { try await world.move(id, state) }
            await #expect(throws: FieldErrors.self) { try await world.move(id, .open) }
            await #expect(throws: FieldErrors("outcome", .missingChoice)) {
                try await world.move(id, .closed, CaseWork.Move(reason: "Viss kārtībā"))
            }
            await #expect(throws: FieldErrors("reason", .missingAnswer)) {
                try await world.move(id, .closed, CaseWork.Move(outcome: .reduced))
            }
            try await world.move(id, .closed, CaseWork.Move(outcome: .reduced, reason: "Apmeklē stundas"))
            let closed = try await world.file(id)
            #expect(closed.state == .closed && closed.outcome == .reduced && closed.closed == CaseBoard.today)
            let work = world.work(pedagogue)
            await #expect(throws: Refusal.caseIsOver) { try await work.note(id, .team, "Vēl kaut kas") }
            await #expect(throws: FieldErrors.self) { try await world.move(id, .assessment) }
            try await world.move(id, .assessment, CaseWork.Move(reason: "Kavē atkal"))
            let again = try await world.file(id)
            #expect(again.state == .assessment && again.closed == nil && again.outcome == .none)
            let steps = try #require(try await world.seen(id, by: pedagogue)).steps
            #expect(
                steps.map(\.state) == [.open, .assessment, .plan, .progress, .review, .closed, .assessment]
            )
            #expect(steps.suffix(2).map(\.reason) == ["Apmeklē stundas", "Kavē atkal"])
        }
    }

    @Test(arguments: Engine.available)
    func `whoever closes a case is told what is not finished, and invitations that wait are withdrawn`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            func page() async throws -> String {
                try await world.get(CasePage(), ["case": id], as: pedagogue).text
            }
            #expect(!(try await page()).contains("Gadījumā vēl nav pabeigts"))
            try await world.work(pedagogue).task(
                id,
                of: pedagogue.account,
                due: CaseBoard.today,
                "Zvanīt mātei"
            )
            try await world.admit(id, CaseBoard.social, .social, accepts: false)
            try await world.admit(id, CaseBoard.police, .police)
            let open = try await page()
            #expect(open.contains("uzdevums: Zvanīt mātei") && open.contains("neatbildēts uzaicinājums: "))
            let found = CaseActions.all.first { $0.path == "/cases/:case/close" }
            let close = try #require(found as? CaseAction)
            // Everything that is missing is told at once.
            let back = try await world.get(close, ["case": id], form: ["version": "1"], as: pedagogue)
            #expect(back.status == 422)
            #expect(back.text.contains("close-outcome-error") && back.text.contains("close-reason-error"))
            let form = ["version": "1", "outcome": "1", "reason": "Beidzies"]
            #expect(try await world.get(close, ["case": id], form: form, as: pedagogue).status == 303)
            let over = try #require(try await world.seen(id, by: pedagogue))
            #expect(over.file.state == .closed && over.members.map(\.member.state) == [.revoked, .accepted])
            #expect(try await world.seen(id, by: CaseBoard.social) == nil)
            #expect(try await world.seen(id, by: CaseBoard.police) != nil)
        }
    }

    @Test(arguments: Engine.available)
    func `a case is opened from the pupils of a class, each with the case that there is`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            // Of several classes one is chosen first.
            let none = try await world.get(NewCasePage(), as: pedagogue).text
            #expect(!none.contains("/pupils/1/cases"))
            let text = try await world.get(NewCasePage(), query: ["class": "1"], as: pedagogue).text
            #expect(text.contains("/pupils/1/cases") && text.contains("/pupils/2/cases"))
            #expect(text.contains("/cases/\(id)") && !text.contains("/pupils/3/cases"))
            let teacher = CaseBoard.person(.classTeacher, 31, classGroup: 1)
            let own = try await world.get(NewCasePage(), query: ["class": "2"], as: teacher).text
            #expect(own.contains("/pupils/1/cases") && !own.contains("/pupils/3/cases"))
            let list = try await world.get(CasesPage(), as: pedagogue).text
            #expect(list.contains("href=\"/cases/new\"") && list.contains("8.a"))
        }
    }

    @Test(arguments: Engine.available)
    func `a pupil has one open case, which the page shows, and of two who change it one is told`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            let id = try await world.openCase()
            await #expect(throws: Refusal.hasCase) { _ = try await world.openCase() }
            let page = try await world.get(PupilCasesPage(), ["pupil": 1], as: CaseBoard.colleague)
            #expect(page.text.contains("/cases/\(id)") && !page.text.contains("name=\"reason\""))
            await #expect(throws: Conflict.self) {
                try await world.work(pedagogue).move(id, to: .assessment, CaseWork.Move(), version: 7)
            }
            // Who does not work with the pupil opens nothing, and where nothing is said nothing is opened.
            await #expect(throws: Refusal.self) { _ = try await world.openCase(2, by: CaseBoard.stranger) }
            await #expect(throws: Refusal.self) { _ = try await world.openCase(2, by: CaseBoard.social) }
            let back = try await world.get(
                OpenCaseAction(),
                ["pupil": 2],
                form: ["reason": " "],
                as: pedagogue
            )
            #expect(back.status == 422)
            let other = try await world.openCase(2)
            try await world.move(id, .closed, CaseWork.Move(outcome: .left, reason: "Izbrauca"))
            let third = try await world.openCase()
            #expect(Set([id, other, third]).count == 3)
            await #expect(throws: Refusal.hasCase) {
                try await world.move(id, .assessment, CaseWork.Move(reason: "Atgriezās"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a case always has an owner, who is one of those who may answer for it`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            func give(_ next: Asker, by asker: Asker) async throws {
                try await world.work(asker).give(id, to: next.account, version: try await world.version(id))
            }
            await #expect(throws: Refusal.notYourCase.self) {
                try await world.admit(id, CaseBoard.colleague, .school)
                try await give(CaseBoard.colleague, by: CaseBoard.colleague)
            }
            for other in [CaseBoard.social, CaseBoard.stranger] {
                await #expect(throws: FieldErrors.self) { try await give(other, by: pedagogue) }
            }
            // The head gives the case of somebody who is away to a colleague.
            try await give(CaseBoard.colleague, by: CaseBoard.head)
            #expect(try await world.file(id).owner == CaseBoard.colleague.account)
            #expect(try await world.seen(id, by: pedagogue)?.key.standing == .knows)
            #expect(try await world.seen(id, by: CaseBoard.colleague)?.key.standing == .owner)
        }
    }

    @Test(arguments: Engine.available)
    func `words of a case are sealed where they are stored`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            let work = world.work(pedagogue)
            try await work.note(id, .team, "Kāpēc slepeni")
            try await work.task(
                id,
                CaseWork.NewTask(text: "Kāpēc jādara", person: "X", body: .school, due: CaseBoard.today)
            )
            try await world.admit(id, CaseBoard.social, .social)
            let tenant = world.desk.tenant
            let columns: [(SQL, SQL)] = [
                ("prevention_case", "reason_sealed"), ("case_step", "reason_sealed"),
                ("case_member", "purpose_sealed"), ("case_note", "text_sealed"), ("case_task", "text_sealed"),
            ]
            for (table, column) in columns {
                let stored = try await world.desk.database.data.read {
                    try $0.rows("SELECT \(column) FROM \(table) WHERE tenant_id = \(tenant)", [UInt8].self)
                }
                #expect(!stored.isEmpty)
                for bytes in stored {
                    let text = String(decoding: bytes, as: UTF8.self)
                    #expect(!text.contains("slepeni") && !text.contains("jādara") && !text.contains("Nolūks"))
                }
            }
        }
    }
}
