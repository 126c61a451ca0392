import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

struct ResumeTests {
    private func set(_ state: String, _ world: TestWorld) async throws {
        try await world.database.state.write { connection in
            try connection.execute(
                "UPDATE import_run SET state = \(state), touched_at = 0 WHERE state = 'planned'"
            )
        }
    }

    @Test(arguments: Engine.available)
    func `an import cut off while its file was read is read again`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let staged = try await world.stage(lessonFile + "p1;31.02.2026.;1;0\n")
            try await set("staging", world)
            let resumed = try #require(try await world.importer.resume().first)
            #expect(resumed.id == staged.id)
            #expect(resumed.plan == staged.plan)
            #expect(try await world.importer.findings(resumed.id).count == 1)
            try await world.importer.apply(resumed)
            #expect(try await world.count("lesson") == 5)
        }
    }

    @Test(arguments: Engine.available)
    func `an import cut off before its batch was committed waits again`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            _ = try await world.stage(lessonFile)
            try await set("applying", world)
            let resumed = try #require(try await world.importer.resume().first)
            #expect(resumed.state == .planned)
            try await world.importer.apply(resumed)
            #expect(try await world.count("lesson") == 5)
        }
    }

    @Test(arguments: Engine.available)
    func `an import cut off behind its commit is not applied twice`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let staged = try await world.stage(lessonFile)
            let report = try await world.importer.apply(staged)
            try await world.database.state.write { connection in
                try connection.execute(
                    """
                    UPDATE import_run SET state = 'applying', batch_id = 0, touched_at = 0
                    WHERE tenant_id = 3 AND id = \(staged.id)
                    """
                )
            }
            #expect(try await world.importer.resume().isEmpty)
            let found = try await world.importer.find(staged.id)
            #expect(found.state == .applied)
            #expect(found.batch == report.batch)
            #expect(try await world.count("batch") == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `an import whose file changed meanwhile is given up`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let staged = try await world.stage(lessonFile)
            try await set("staging", world)
            _ = try world.file("file.csv", lessonFile + "p2;05.09.2025.;1;0\n")
            #expect(try await world.importer.resume().isEmpty)
            #expect(try await world.importer.find(staged.id).state == .failed)
        }
    }

    @Test(arguments: Engine.available)
    func `an import that somebody works on is let be`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            _ = try await world.stage(lessonFile)
            try await world.database.state.write { connection in
                try connection.execute("UPDATE import_run SET state = 'staging' WHERE state = 'planned'")
            }
            #expect(try await world.importer.resume().isEmpty)
            #expect(try await world.importer.pending().count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `an uploaded file is kept sealed, read from any server, and dropped when applied`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            let path = try world.file("up", pupilFile)
            let file = UploadedFile(
                field: "file",
                name: "skolēni.csv",
                path: path,
                size: pupilFile.utf8.count
            )
            let id = try await Uploads(world.desk).keep(file)
            try FileManager.default.removeItem(atPath: path)
            let staged = try await world.importer.stage(ImportRequest(uploads: [id]))
            #expect(staged.files.map(\.name) == ["skolēni.csv"])
            try await world.importer.apply(staged)
            #expect(try await world.count("pupil") == 3)
            let left = try await world.database.state.read { connection in
                try connection.value("SELECT count(*) FROM upload_chunk", Int.self)
            }
            #expect(left == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a discarded import leaves nothing and cannot be applied`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let staged = try await world.stage(lessonFile)
            try await world.importer.discard(staged.id)
            await #expect(throws: Refusal.self) { try await world.importer.apply(staged) }
            #expect(try await world.count("lesson") == 0)
            #expect(try await world.importer.pending().isEmpty)
        }
    }
}
