import Foundation
import Frame
import Kernel
import Logging
import SekmeTesting
import Storage
import Testing

@testable import Exchange

/// Imports that are cut off while they read, and read once more.
struct GoingOnTests {
    private static let every = 4_096
    private static let lines = 10_000

    /// Lessons with a pupil whom nobody knows at both ends, and a day that there is not at both ends.
    private static let lessons: String = {
        let first = Day(2025, 9, 1) ?? Day(number: 0)
        let rows = (0..<GoingOnTests.lines).map { index -> String in
            let (pupil, day) = (index % 3 + 1, first + index / 3 / 8)
            switch index {
            case 50, 9_500: return "px;\(day);1;0"
            case 100, 9_900: return "p1;31.02.2026.;1;0"
            default: return "p\(pupil);\(day);\(index / 3 % 8 + 1);\(index % 4)"
            }
        }
        return "pupil;day;slot;kind\n" + rows.joined(separator: "\n") + "\n"
    }()

    private func request(_ world: TestWorld, _ text: String = GoingOnTests.lessons) throws -> ImportRequest {
        let path = try world.file("file.csv", text)
        return ImportRequest(files: [path], constants: ["probe": world.folder])
    }

    private func importer(_ world: TestWorld) -> Importer { Importer(world.desk, every: Self.every) }

    /// Leaves an import as a process leaves it that is killed before it has read everything.
    private func cut(_ id: ImportID, _ world: TestWorld, reader: String = "elsewhere 1") async throws {
        try await world.database.state.write { connection in
            try connection.execute(
                """
                UPDATE import_run SET state = 'staging', touched_at = 0, reader = \(reader)
                WHERE tenant_id = 3 AND id = \(id)
                """
            )
        }
    }

    /// The facts that were staged, in the order of their columns.
    private func staged(_ id: ImportID, _ world: TestWorld) async throws -> [[Int64]] {
        let store = StagedStore(
            database: world.database,
            tenant: world.desk.tenant,
            importID: id.rawValue
        )
        var out: [[Int64]] = []
        for (chunk, pieces) in try await store.chunks("fact/lesson") {
            for piece in 0..<pieces {
                let bytes = try await store.piece("fact/lesson", chunk, piece)
                let rows = try #require(FlatCodec.decode(bytes, width: TestTables.lessons.comparedCount + 1))
                out += (0..<rows.count).map { rows.array($0) }
            }
        }
        return out.sorted { $0.lexicographicallyPrecedes($1) }
    }

    @Test(arguments: Engine.available)
    func `the same files go on where they were, and give what an uninterrupted reading gives`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let whole = try await importer(world).stage(request(world))
            #expect(LinesRead.take(world.folder) == Self.lines)
            #expect(whole.readBefore == 0)
            let rows = try await staged(whole.id, world)
            let findings = try await world.importer.findings(whole.id)
            #expect(rows.count == Self.lines - 4)
            #expect(findings.count == 4)
            try await cut(whole.id, world)
            let second = try await importer(world).stage(request(world))
            #expect(second.id == whole.id)
            #expect(second.readBefore == 2 * Self.every)
            // Of what was read before it looks at the one line whose pupil was not found.
            #expect(LinesRead.take(world.folder) == Self.lines - 2 * Self.every + 1)
            #expect(second.plan == whole.plan)
            #expect(try await staged(second.id, world) == rows)
            #expect(try await world.importer.findings(second.id) == findings)
            #expect(try await world.importer.pending().map(\.id) == [second.id])
            let report = try await world.importer.apply(second)
            #expect(report.plan.added == rows.count)
            #expect(try await world.count("lesson") == rows.count)
            #expect(try await Doctor(world.desk).run().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `rows that were new before the interruption are known behind it`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let pupils = (1...5_000).map { "k\($0);Bērzs;\($0 % 7 + 1).a" }
            let text = "code;surname;class\n" + pupils.joined(separator: "\n") + "\n"
            let whole = try await importer(world).stage(request(world, text))
            #expect(whole.plan.added == 5_007)
            try await cut(whole.id, world)
            let second = try await importer(world).stage(request(world, text))
            #expect(second.readBefore == Self.every)
            #expect(second.plan.added == 5_007)
            try await world.importer.apply(second)
            #expect(try await world.count("pupil") == 5_000)
            #expect(try await world.count("class_group") == 7)
            #expect(try await world.stage(text).plan.changes == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a job that was cut off goes on where it was`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let job = try await JobQueue(world.desk).stage(request(world))
            let whole = try await importer(world).stage(request(world))
            let rows = try await staged(whole.id, world)
            try await cut(whole.id, world)
            _ = LinesRead.take(world.folder)
            try await world.database.state.write { connection in
                try connection.execute(
                    """
                    UPDATE job SET state = 'running', owner = 'dead', attempts = 1, lease_until = 1,
                    subject_id = \(whole.id)
                    """
                )
            }
            let runner = JobRunner(
                owner: "two",
                logger: Logger(label: "test"),
                tenants: { [TenantID(rawValue: 3)] },
                desk: { _ in world.desk }
            )
            #expect(try await runner.step())
            #expect(try await JobQueue(world.desk).find(job).state == .done)
            #expect(LinesRead.take(world.folder) == Self.lines - 2 * Self.every + 1)
            #expect(try await staged(whole.id, world) == rows)
        }
    }

    @Test(arguments: Engine.available)
    func `an import that is begun anew is listed in the place of the one that was left`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            // Nothing was marked of so small a file.
            let small = try await world.stage(lessonFile)
            try await cut(small.id, world)
            let second = try await world.stage(lessonFile)
            #expect(second.readBefore == 0)
            #expect(try await world.importer.pending().map(\.id) == [second.id])
            #expect(try await world.importer.find(small.id).state == .discarded)
        }
    }

    @Test(arguments: Engine.available)
    func `what was read of other data is not gone on with`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let whole = try await importer(world).stage(request(world))
            try await cut(whole.id, world)
            try await world.take("code;surname;class\npx;Liepa;5.a\n", name: "more.csv")
            let second = try await importer(world).stage(request(world))
            #expect(second.readBefore == 0)
            #expect(second.plan.unmatched == 0)
            #expect(try await world.importer.pending().map(\.id) == [second.id])
        }
    }

    @Test(arguments: Engine.available)
    func `an import that another process reads is left to it`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let first = try await importer(world).stage(request(world))
            try await world.database.state.write { connection in
                try connection.execute("UPDATE import_run SET state = 'staging' WHERE id = \(first.id)")
            }
            let second = try await importer(world).stage(request(world))
            #expect(second.id != first.id)
            #expect(second.readBefore == 0)
            #expect(try await world.importer.pending().count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `whoever was taken for dead writes nothing more`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let first = try await importer(world).stage(request(world))
            try await cut(first.id, world)
            let imports = ImportStore(tenant: world.desk.tenant)
            let record = try #require(
                try await world.database.state.read { try imports.find(first.id, $0) }
            )
            let now = world.desk.clock()
            try await world.database.state.write { connection in
                let turn = try #require(try imports.take(record, record.order, now, connection))
                #expect(try imports.take(record, record.order, now, connection) == nil)
                let isOld = try imports.touch(first.id, record.turn, now, done: 0, lines: 0, connection)
                let isNew = try imports.touch(first.id, turn, now, done: 0, lines: 0, connection)
                #expect(!isOld && isNew)
            }
        }
    }

    @Test func `a process of this machine is known to be gone, and of another one it is not known`() {
        let own = ReadingProcess.own
        let earlier = own.split(separator: " ").dropLast().joined(separator: " ") + " earlier"
        let (heard, minute) = (Instant(milliseconds: 0), Instant(milliseconds: 61_000))
        #expect(!ReadingProcess.isGone(own) && !ReadingProcess.hasLeft(own, heard: heard, now: minute))
        #expect(ReadingProcess.isGone(earlier))
        #expect(!ReadingProcess.isGone("elsewhere 1 x"))
        #expect(ReadingProcess.hasLeft("elsewhere 1 x", heard: heard, now: minute))
        #expect(!ReadingProcess.hasLeft("elsewhere 1 x", heard: heard, now: heard))
    }
}
