import Access
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// A pupil goes to another school: the case follows with what that school may know.
struct HandOverTests {
    private static let next = CaseBoard.person(.socialPedagogue, 16, institution: 2)
    /// A case with a note of each level, a colleague and somebody from outside in it.
    private func withCase(_ engine: Engine, _ body: (BoardWorld, Int) async throws -> Void) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            try await world.account(HandOverTests.next)
            let id = try await world.openCase()
            for level in NoteLevel.allCases {
                try await world.work(CaseBoard.pedagogue).note(id, level, "\(level)")
            }
            try await world.admit(id, CaseBoard.colleague, .school)
            try await world.admit(id, CaseBoard.social, .social, .notes)
            try await body(world, id)
        }
    }

    @Test(arguments: Engine.available)
    func `a case stays where it is while the pupil does`(_ engine: Engine) async throws {
        try await withCase(engine) { world, id in
            #expect(try await world.seen(id, by: CaseBoard.pedagogue)?.handOver == nil)
            let version = try await world.version(id)
            await #expect(throws: Refusal.notMoved) {
                try await world.work(CaseBoard.pedagogue)
                    .handOver(id, to: HandOverTests.next.account, "x", version: version)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the case follows the pupil, and restricted notes stay behind`(_ engine: Engine) async throws {
        try await withCase(engine) { world, id in
            try await world.moveAway()
            let choice = try #require(try await world.seen(id, by: CaseBoard.pedagogue)?.handOver)
            #expect(choice.institution.lv == "Liepu skola")
            // Those who may answer for it there, and the coordinator; nobody of the former school.
            #expect(choice.owners.map(\.account.rawValue) == [14, 15, 16])
            #expect(try await world.seen(id, by: HandOverTests.next) == nil)
            let version = try await world.version(id)
            let work = world.work(CaseBoard.pedagogue)
            await #expect(throws: FieldErrors("owner", .missingChoice)) {
                try await work.handOver(id, to: CaseBoard.colleague.account, "x", version: version)
            }
            await #expect(throws: Conflict.self) {
                try await work.handOver(id, to: HandOverTests.next.account, "x", version: version - 1)
            }
            try await work.handOver(
                id,
                to: HandOverTests.next.account,
                "Pārgāja uz Liepu skolu",
                version: version
            )
            let now = try #require(try await world.seen(id, by: HandOverTests.next))
            #expect(now.key.standing == .owner && now.place.lv == "Liepu skola")
            let (former, next) = (CaseBoard.pedagogue.name, HandOverTests.next.name)
            #expect(now.reason == "Kāpēc 1")
            #expect(now.steps.last?.reason == "\(former) → \(next). Pārgāja uz Liepu skolu")
            #expect(now.notes.map(\.level) == [.team])
            // Those of the former school see it no longer, whoever they were; outside bodies keep their place.
            for asker in [CaseBoard.pedagogue, CaseBoard.colleague, CaseBoard.head] {
                #expect(try await world.seen(id, by: asker) == nil, "\(asker.name)")
            }
            #expect(try await world.seen(id, by: CaseBoard.social)?.notes.map(\.level) == [.team])
            // The new school's head leads the new school alone, the coordinator all of them.
            #expect(try await world.seen(id, by: CaseBoard.stranger)?.notes.map(\.level) == [.team])
            let levels = try await world.seen(id, by: CaseBoard.coordinator).map {
                Set($0.notes.map(\.level))
            }
            #expect(levels == Set(NoteLevel.allCases))
        }
    }

    @Test(arguments: Engine.available)
    func `what the former school left open is nobody's, other bodies keep their tasks`(
        _ engine: Engine
    ) async throws {
        try await withCase(engine) { world, id in
            let work = world.work(CaseBoard.pedagogue)
            for asker in [CaseBoard.pedagogue, CaseBoard.colleague, CaseBoard.social] {
                try await work.task(id, of: asker.account, due: CaseBoard.today, "Uzdevums")
            }
            try await world.moveAway()
            let version = try await world.version(id)
            try await work.handOver(id, to: HandOverTests.next.account, "Pārgāja", version: version)
            #expect(try await world.taskOwners(id) == [nil, nil, CaseBoard.social.account])
        }
    }

    @Test(arguments: Engine.available)
    func `nothing is handed over before everything is seen to`(_ engine: Engine) async throws {
        try await withCase(engine) { world, id in
            try await world.moveAway()
            let page = try await world.get(CasePage(), ["case": id], as: CaseBoard.pedagogue)
            for words in ["Izglītojamais tagad mācās citur: Liepu skola.", "Vecāki zina"] {
                #expect(page.text.contains(words), "\(words)")
            }
            let action = try #require(CaseActions.all.first { $0.path == "/cases/:case/hand-over" })
            let form = [
                "owner": String(HandOverTests.next.account.rawValue), "reason": "Pārgāja",
                "checked": "parents",
                "version": String(try await world.version(id)),
            ]
            let answer = try await world.get(
                AnyPage(action),
                ["case": id],
                form: form,
                as: CaseBoard.pedagogue
            )
            #expect(answer.status == 422 && answer.text.contains(HandOverCheck.missing.lv))
            #expect(try await world.file(id).institution.rawValue == 1)
        }
    }
}

/// A page whose type is not known.
private struct AnyPage: Page {
    let page: any Page

    init(_ page: any Page) { self.page = page }

    var method: PageMethod { page.method }
    var path: String { page.path }
    var permission: Permission { page.permission }
    var scope: PageScope { page.scope }

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        try await page.answer(request, desk)
    }
}
