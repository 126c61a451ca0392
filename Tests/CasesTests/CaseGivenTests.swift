import Access
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// A case that is given to another owner: its course names both, and both are told.
struct CaseGivenTests {
    private let pedagogue = CaseBoard.pedagogue
    private let colleague = CaseBoard.colleague
    private let head = CaseBoard.head

    private func give(_ world: BoardWorld, _ id: Int, to next: Asker, by asker: Asker) async throws {
        let version = try await world.version(id)
        try await world.work(asker).give(id, to: next.account, version: version)
    }

    /// What home tells somebody: cases that they got, and to whom those went that were theirs.
    private func told(
        _ world: BoardWorld,
        _ asker: Asker,
        days: Int = 7
    ) async throws -> (received: [Int], passedOn: [String], opens: [Bool]) {
        let desk = world.desk.seated(asker)
        return try await desk.database.data.read { connection in
            let passed = try CaseGiven.passedOn(days: days, desk, connection)
            let received = try CaseGiven.received(days: days, desk, connection)
            return (received.map(\.caseID), passed.map(\.next), passed.map(\.opens))
        }
    }

    @Test(arguments: Engine.available)
    func `the course of a case names who answered for it before and who does now`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            try await world.move(id, .assessment)
            try await give(world, id, to: colleague, by: head)
            let steps = try #require(try await world.seen(id, by: colleague)).steps
            #expect(steps.map(\.state) == [.open, .assessment, .assessment])
            #expect(steps.map(\.isOfOwner) == [false, false, true])
            #expect(steps.last?.reason == "\(pedagogue.name) → \(colleague.name)")
            #expect(steps.last?.who == head.name)
            for (language, words) in [(Language.lv, "cits gadījuma vadītājs"), (.en, "another owner")] {
                let page = try await world.get(CasePage(), ["case": id], language: language, as: colleague)
                #expect(page.text.contains("\(words) (\(head.name)) – \(pedagogue.name) → \(colleague.name)"))
            }
            // A case is not given to whoever has it.
            await #expect(throws: FieldErrors("owner", .missingChoice)) {
                try await give(world, id, to: colleague, by: head)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `another owner is no other state, neither for measures nor in the news`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            try await world.admit(id, CaseBoard.social, .social)
            try await world.move(id, .assessment)
            let selection = Selection(year: SchoolYear(containing: world.desk.today))
            let before = try await world.vector("prevention/cases", selection, over: [.kind])
            try await give(world, id, to: colleague, by: head)
            let after = try await world.vector("prevention/cases", selection, over: [.kind])
            #expect(before == after && after.values.map(\.numerator) == [1])
            let since = Instant(milliseconds: world.desk.clock().milliseconds - 86_400_000)
            func news(_ asker: Asker) async throws -> [String] {
                let desk = world.desk.seated(asker)
                return try await desk.database.data.read { connection in
                    let (file, key) = try CaseGate(desk, connection).enter(id)
                    return try CaseNews.load(file, key, since: since, connection).items.map(\.lv)
                }
            }
            let outside = try await news(CaseBoard.social)
            #expect(outside == ["gadījuma vadītājs tagad ir \(colleague.name)", "stāvoklis: izvērtēšana"])
            let owner = try await news(colleague)
            #expect(owner.contains("gadījums nodots jums"))
            // Home tells a case that one got in a line of its own; what others did in it besides counts as before.
            for (asker, count) in [(CaseBoard.social, 1), (colleague, 1), (head, 0)] {
                let desk = world.desk.seated(asker)
                let fresh = try await desk.database.data.read {
                    try CaseReminders.fresh(days: 7, desk, $0)
                }
                #expect(fresh == count, "\(asker.name)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `both owners are told for some days, and nobody else is`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            try await give(world, id, to: colleague, by: head)
            let next = try await told(world, colleague)
            #expect(next.received == [id] && next.passedOn.isEmpty)
            // Whoever works with the pupil may open the page, which says whom to ask.
            let former = try await told(world, pedagogue)
            #expect(former.received.isEmpty && former.passedOn == [colleague.name] && former.opens == [true])
            for asker in [head, CaseBoard.stranger, CaseBoard.social] {
                let nothing = try await told(world, asker)
                #expect(nothing.received.isEmpty && nothing.passedOn.isEmpty, "\(asker.name)")
            }
            for asker in [pedagogue, colleague] {
                let later = try await told(world, asker, days: 0)
                #expect(later.received.isEmpty && later.passedOn.isEmpty, "\(asker.name)")
            }
            // What came back went nowhere.
            try await give(world, id, to: pedagogue, by: head)
            let back = try await told(world, pedagogue)
            #expect(back.received == [id] && back.passedOn.isEmpty)
            let again = try await told(world, colleague)
            #expect(again.received.isEmpty && again.passedOn == [pedagogue.name])
        }
    }

    @Test(arguments: Engine.available)
    func `a former owner who may not enter any more is told without a way`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            try await give(world, id, to: colleague, by: head)
            let gone = CaseBoard.person(.socialPedagogue, 11, institution: 2)
            let former = try await told(world, gone)
            #expect(former.passedOn == [colleague.name] && former.opens == [false])
        }
    }
}
