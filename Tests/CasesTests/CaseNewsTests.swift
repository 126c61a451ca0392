import Access
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// What others did in a case since one was here.
struct CaseNewsTests {
    private func news(_ world: BoardWorld, _ id: Int, _ asker: Asker, since: Instant) async throws -> [String]
    {
        let desk = world.desk.seated(asker)
        return try await desk.database.data.read { connection in
            let (file, key) = try CaseGate(desk, connection).enter(id)
            return try CaseNews.load(file, key, since: since, connection).items.map(\.lv)
        }
    }

    @Test(arguments: Engine.available)
    func `news are what others did, as far as the reader may read it`(_ engine: Engine) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            try await world.admit(id, CaseBoard.colleague, .school)
            let before = Instant(milliseconds: world.desk.clock().milliseconds - 86_400_000)
            for level in [NoteLevel.team, .restricted] {
                try await world.work(CaseBoard.pedagogue).note(id, level, "\(level)")
            }
            try await world.work(CaseBoard.colleague).note(id, .team, "Runāju ar klasi")
            try await world.move(id, .assessment)
            let colleague = try await news(world, id, CaseBoard.colleague, since: before)
            #expect(colleague == ["stāvoklis: izvērtēšana", "1\u{a0}jauna piezīme"])
            let owner = try await news(world, id, CaseBoard.pedagogue, since: before)
            #expect(owner == ["1\u{a0}jauna piezīme", "1\u{a0}jauns dalībnieks"])
            let now = try await news(world, id, CaseBoard.colleague, since: world.desk.clock())
            #expect(now.isEmpty)
            // Home counts the case once, and nobody's who works beside it.
            for (asker, count) in [(CaseBoard.colleague, 1), (CaseBoard.pedagogue, 1), (CaseBoard.police, 0)]
            {
                let desk = world.desk.seated(asker)
                let fresh = try await desk.database.data.read {
                    try CaseReminders.fresh(days: 7, desk, $0)
                }
                #expect(fresh == count, "\(asker.name)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the page tells what is new since the last visit, and not since a look of the same hour`(
        _ engine: Engine
    ) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            try await world.admit(id, CaseBoard.colleague, .school)
            let trail = AuditTrail(world.desk.database)
            let yesterday = world.desk.seated(CaseBoard.colleague, on: CaseBoard.today - 1)
            let pupil = PupilID(rawValue: 1)
            try await world.work(CaseBoard.pedagogue).note(id, .team, "Kavē pirmdienās")
            try await trail.record(
                world.desk.seated(CaseBoard.colleague).event(.read, "case \(id)", persons: [pupil])
            )
            let first = try await world.get(CasePage(), ["case": id], as: CaseBoard.colleague)
            #expect(!first.text.contains("Jaunumi, kopš šeit bijāt"))
            try await trail.record(yesterday.event(.read, "case \(id)", persons: [pupil]))
            let later = try await world.get(CasePage(), ["case": id], as: CaseBoard.colleague)
            #expect(later.text.contains("Jaunumi, kopš šeit bijāt") && later.text.contains("jauna piezīme"))
        }
    }
}
