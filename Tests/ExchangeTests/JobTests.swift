import Exchange
import Foundation
import Frame
import Kernel
import Logging
import SekmeTesting
import Storage
import Testing

struct JobTests {
    private func runner(_ world: TestWorld, _ owner: String = "one") -> JobRunner {
        JobRunner(
            owner: owner,
            logger: Logger(label: "test"),
            tenants: { [TenantID(rawValue: 3)] },
            desk: { _ in world.desk }
        )
    }

    @Test(arguments: Engine.available)
    func `an import runs through jobs, from its upload to its undoing`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let (queue, runner) = (JobQueue(world.desk), runner(world))
            #expect(try await runner.step() == false)
            let path = try world.file("up", pupilFile)
            let upload = try await Uploads(world.desk).keep(
                UploadedFile(field: "file", name: "pupils.csv", path: path, size: 1)
            )
            let staging = try await queue.stage(ImportRequest(uploads: [upload]))
            #expect(try await queue.find(staging).state == .waiting)
            #expect(try await runner.step())
            let staged = try await queue.find(staging)
            #expect(staged.state == .done)
            let id = ImportID(rawValue: staged.subject)
            #expect(try await world.importer.find(id).plan.added == 5)
            let applying = try await queue.apply(id, acceptRemovals: false)
            #expect(try await runner.step())
            #expect(try await queue.find(applying).state == .done)
            #expect(try await world.count("pupil") == 3)
            let batch = try await world.importer.find(id).batch
            let undoing = try await queue.undo(batch)
            #expect(try await runner.step())
            #expect(try await queue.find(undoing).state == .done)
            #expect(try await world.count("pupil") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a job that cannot be done says why in both languages`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let (queue, runner) = (JobQueue(world.desk), runner(world))
            let path = try world.file("empty.csv", "")
            let job = try await queue.stage(ImportRequest(files: [path]))
            #expect(try await runner.step())
            let failed = try await queue.find(job)
            #expect(failed.state == .failed)
            #expect(failed.message?.lv.contains("empty.csv") == true)
            #expect(failed.message?.en.contains("empty.csv") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `a job whose server died is taken up by another, and its import with it`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let queue = JobQueue(world.desk)
            let path = try world.file("pupils.csv", pupilFile)
            let job = try await queue.stage(ImportRequest(files: [path]))
            let staged = try await world.importer.stage(ImportRequest(files: [path]))
            // As a server leaves them that stops while it reads.
            try await world.database.state.write { connection in
                try connection.execute("UPDATE import_run SET state = 'staging'")
                try connection.execute(
                    """
                    UPDATE job SET state = 'running', owner = 'dead', attempts = 1, lease_until = 1,
                    subject_id = \(staged.id)
                    """
                )
            }
            #expect(try await runner(world, "two").step())
            #expect(try await queue.find(job).state == .done)
            #expect(try await world.importer.find(staged.id).state == .planned)
            #expect(try await world.importer.pending().count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a job under a lease is left to its server`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let queue = JobQueue(world.desk)
            let job = try await queue.stage(ImportRequest(files: [try world.file("p.csv", pupilFile)]))
            try await world.database.state.write { connection in
                try connection.execute(
                    "UPDATE job SET state = 'running', owner = 'alive', lease_until = 9000000000000000"
                )
            }
            #expect(try await runner(world, "two").step() == false)
            #expect(try await queue.find(job).state == .running)
        }
    }

    @Test(arguments: Engine.available)
    func `what nobody came back to is removed, and what is young is kept`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let path = try world.file("up", pupilFile)
            let file = UploadedFile(field: "file", name: "pupils.csv", path: path, size: 1)
            let upload = try await Uploads(world.desk).keep(file)
            let staged = try await world.importer.stage(ImportRequest(uploads: [upload]))
            try await runner(world).tidy()
            #expect(try await world.importer.find(staged.id).state == .planned)
            try await world.database.state.write { connection in
                try connection.execute("UPDATE import_run SET touched_at = 1")
                try connection.execute("UPDATE upload SET created_at = 1")
            }
            try await runner(world).tidy()
            #expect(try await world.importer.find(staged.id).state == .discarded)
            let left = try await world.database.state.read { connection in
                try ["staging_chunk", "upload", "upload_chunk"].map { table in
                    try connection.value("SELECT count(*) FROM \(SQL.name(table))", Int.self)
                }
            }
            #expect(left == [0, 0, 0])
        }
    }

    @Test(arguments: Engine.available)
    func `what an import rejected is kept for two weeks after it, which is looked at every day`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let staged = try await world.stage(lessonFile + "p1;31.02.2026.;3;0\n")
            try await world.importer.apply(staged)
            await runner(world).chores(now: true)
            #expect(try await !world.importer.findings(staged.id).isEmpty)
            try await world.database.state.write { connection in
                try connection.execute("UPDATE import_run SET touched_at = 1")
            }
            await runner(world).chores(now: true)
            let left = try await world.database.state.read { connection in
                try ["import_run", "rejected_row"].map { table in
                    try connection.value("SELECT count(*) FROM \(SQL.name(table))", Int.self)
                }
            }
            #expect(left == [0, 0])
            // The import itself stays in the history.
            #expect(try await world.importer.list().count == 2)
        }
    }
}
