import Exchange
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

struct UndoTests {
    @Test(arguments: Engine.available)
    func `undo restores registers, facts and cells row by row`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let empty = try await world.dump()
            let first = try #require(try await world.take(pupilFile).batch)
            let pupilsOnly = try await world.dump()
            let second = try #require(try await world.take(lessonFile).batch)
            let full = try await world.dump()
            // Changes a row, adds one, and removes the other two of the class that it covers.
            let text = """
                Skolēns;Datums;Stunda;Kavējums
                p1;01.09.2025.;1;2
                p2;02.09.2025.;7;1

                """
            let report = try await world.take(text, mapping: "complete-lessons")
            #expect(report.plan.tables.map(\.changed) == [1])
            #expect(report.plan.tables.map(\.added) == [1])
            #expect(report.plan.tables.map(\.removed) == [3])
            let third = try #require(report.batch)
            #expect(try await world.count("lesson") == 3)
            try await world.importer.undo(third)
            #expect(try await world.dump() == full)
            try await world.importer.undo(second)
            #expect(try await world.dump() == pupilsOnly)
            try await world.importer.undo(first)
            #expect(try await world.dump() == empty)
            #expect(try await world.count("undo_row") == 0)
            #expect(try await world.importer.list().allSatisfy { $0.undoneAt != nil })
        }
    }

    @Test(arguments: Engine.available)
    func `undo brings sealed columns and versions back`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let before = try await world.dump()
            let changed = pupilFile.replacing("p1;Bērziņš;5.a;111", with: "p1;Bērziņa;5.b;999")
            let report = try await world.take(changed)
            #expect(report.plan.changed == 1)
            #expect(report.plan.unchanged == 4)
            #expect(try await world.dump() != before)
            try await world.importer.undo(try #require(report.batch))
            #expect(try await world.dump() == before)
        }
    }

    @Test(arguments: Engine.available)
    func `an import can be taken again after it was undone`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let first = try #require(try await world.take(lessonFile).batch)
            try await world.importer.undo(first)
            let second = try await world.take(lessonFile)
            #expect(second.plan.added == 5)
            #expect(second.batch != first)
            await #expect(throws: Refusal.self) { try await world.importer.undo(first) }
        }
    }

    @Test(arguments: Engine.available)
    func `undo refuses where a later batch changed the same facts, and names it`(engine: Engine) async throws
    {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let first = try #require(try await world.take(lessonFile).batch)
            let second = try #require(
                try await world.take("Skolēns;Datums;Stunda;Kavējums\np1;01.09.2025.;1;2\n").batch
            )
            let before = try await world.dump()
            let refusal = await #expect(throws: Refusal.self) { try await world.importer.undo(first) }
            #expect(refusal?.kind == .conflict)
            #expect(refusal?.message.en.contains("import no. \(second.rawValue)") == true)
            #expect(try await world.dump() == before)
            try await world.importer.undo(second)
            try await world.importer.undo(first)
            #expect(try await world.count("lesson") == 0)
            #expect(try await world.count("pupil_cell") == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `undo refuses where a removed fact is there again`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            try await world.take(lessonFile)
            let one = "Skolēns;Datums;Stunda;Kavējums\np3;02.09.2025.;1;0\n"
            let removing = try #require(try await world.take(one, mapping: "complete-lessons").batch)
            let again = try #require(try await world.take(lessonFile).batch)
            let before = try await world.dump()
            let refusal = await #expect(throws: Refusal.self) { try await world.importer.undo(removing) }
            #expect(refusal?.advice.en.contains("\(again.rawValue)") == true)
            #expect(try await world.dump() == before)
        }
    }

    @Test(arguments: Engine.available)
    func `undo refuses where a register row was edited by hand`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let batch = try #require(try await world.take(pupilFile).batch)
            try await world.database.data.write { connection in
                try connection.execute(
                    "UPDATE pupil SET surname = 'Egle', version = version + 1 WHERE tenant_id = 3 AND code = 'p2'"
                )
            }
            let before = try await world.dump()
            let refusal = await #expect(throws: Refusal.self) { try await world.importer.undo(batch) }
            #expect(refusal?.message.lv.contains("labots ar roku") == true)
            #expect(try await world.dump() == before)
        }
    }

    @Test(arguments: Engine.available)
    func `undo refuses where a fact was edited by hand`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let batch = try #require(try await world.take(lessonFile).batch)
            try await world.database.data.write { connection in
                try connection.execute("UPDATE lesson SET batch_id = 0 WHERE tenant_id = 3 AND slot = 2")
            }
            let before = try await world.dump()
            await #expect(throws: Refusal.self) { try await world.importer.undo(batch) }
            #expect(try await world.dump() == before)
        }
    }

    @Test(arguments: Engine.available)
    func `undo refuses while later facts refer to a pupil that the batch added`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let pupils = try #require(try await world.take(pupilFile).batch)
            let lessons = try #require(try await world.take(lessonFile).batch)
            let refusal = await #expect(throws: Refusal.self) { try await world.importer.undo(pupils) }
            #expect(refusal?.kind == .conflict)
            #expect(try await world.count("pupil") == 3)
            try await world.importer.undo(lessons)
            try await world.importer.undo(pupils)
            #expect(try await world.count("pupil") == 0)
            #expect(try await world.count("class_group") == 0)
        }
    }
}
