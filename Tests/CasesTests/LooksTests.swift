import Access
import Frame
import Kernel
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Cases

/// Who looked at a case, told to the family in full.
struct LooksTests {
    private let pupil = PupilID(rawValue: 1)
    private let former = PupilID(rawValue: 2)

    /// A look at something on a day at noon.
    private func look(
        _ world: BoardWorld,
        _ what: String,
        daysAgo: Int,
        _ kind: AuditKind = .read,
        of pupil: PupilID? = nil
    ) -> AuditEvent {
        world.desk.seated(CaseBoard.colleague, on: CaseBoard.today - daysAgo)
            .event(kind, what, persons: [pupil ?? self.pupil])
    }

    private func day(_ daysAgo: Int) -> String { Format(.lv).day(CaseBoard.today - daysAgo) }

    /// A case with looks of long ago, more than a thousand other reads and changes of the pupil, and a look of yesterday.
    private func withLooks(_ engine: Engine, _ body: (BoardWorld, Int) async throws -> Void) async throws {
        try await CaseBoard.with(engine) { world in
            try await CaseBoard.accounts(world)
            let id = try await world.openCase()
            var events = [
                look(world, "case \(id)", daysAgo: 60),
                look(world, "case \(id) notes", daysAgo: 50, of: former),
                look(world, "case \(id)0", daysAgo: 40),
                look(world, CaseGiving.record(id), daysAgo: 35, .change),
            ]
            for _ in 0..<1_050 {
                events.append(look(world, "/pupils/:pupil", daysAgo: 30))
                events.append(look(world, "pupil", daysAgo: 30, .change))
            }
            try await AuditTrail(world.desk.database).record(events)
            try await body(world, id)
        }
    }

    private func join(_ world: BoardWorld) async throws {
        let (tenant, former, pupil) = (world.desk.tenant, former, pupil)
        try await world.desk.database.data.write { connection in
            try connection.execute(
                """
                INSERT INTO pupil_alias (tenant_id, pupil_id, target_id, merge_id)
                VALUES (\(tenant), \(former), \(pupil), 1)
                """
            )
        }
    }

    @Test(arguments: Engine.available)
    func `the first look is shown whatever was read since, and one under a former number too`(
        _ engine: Engine
    ) async throws {
        try await withLooks(engine) { world, id in
            try await AuditTrail(world.desk.database).record(look(world, "case \(id)", daysAgo: 1))
            let apart = try await world.get(LooksPage(), ["case": id], as: CaseBoard.pedagogue).text
            #expect(apart.contains(day(60)) && apart.contains(day(35)) && apart.contains(day(1)))
            // Neither another case whose number begins alike, nor what was read of the pupil elsewhere.
            #expect(!apart.contains(day(40)) && !apart.contains(day(30)) && !apart.contains(day(50)))
            try await join(world)
            let joined = try await world.get(LooksPage(), ["case": id], as: CaseBoard.pedagogue).text
            #expect(joined.contains(day(60)) && joined.contains(day(50)) && joined.contains(day(1)))
        }
    }

    @Test(arguments: Engine.available)
    func `the last visit and what was given out are found behind a thousand other records`(
        _ engine: Engine
    ) async throws {
        try await withLooks(engine) { world, id in
            let desk = world.desk.seated(CaseBoard.colleague)
            let before = try await CaseNews.lastVisit(id, pupil, desk)
            #expect(before?.day == CaseBoard.today - 60)
            try await join(world)
            let joined = try await CaseNews.lastVisit(id, pupil, desk)
            #expect(joined?.day == CaseBoard.today - 50)
            let changes = try await CasesGiven.changes(of: [pupil], since: CaseBoard.today - 90, desk)
            #expect(changes.contains { $0.what == CaseGiving.record(id) })
        }
    }
}
