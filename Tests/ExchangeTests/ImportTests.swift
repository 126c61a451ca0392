import Exchange
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

let pupilFile = """
    Kods;Uzvārds;Klase;Tālrunis
    p1;Bērziņš;5.a;111
    p2;Ozols;5.a;222
    p3;Kļava;5.b;333

    """

let lessonFile = """
    Skolēns;Datums;Stunda;Kavējums
    p1;01.09.2025.;1;0
    p1;01.09.2025.;2;1
    p2;01.09.2025.;1;0
    p2;01.10.2025.;1;2
    p3;01.09.2025.;1;

    """

struct ImportTests {
    @Test(arguments: Engine.available)
    func `a file becomes registers, facts and cells`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let pupils = try await world.take(pupilFile)
            #expect(pupils.plan.added == 5)
            let staged = try await world.stage(lessonFile)
            #expect(staged.plan.added == 5)
            #expect(staged.plan.lines == 5)
            #expect(try await world.count("lesson") == 0, "a plan must save nothing")
            try await world.importer.apply(staged)
            #expect(try await world.count("lesson") == 5)
            let cells = try await world.database.data.read { connection in
                try connection.rows(
                    "SELECT month, lessons, missed FROM class_cell WHERE tenant_id = 3 ORDER BY class_id, month",
                    Int.self,
                    Int.self,
                    Int.self
                )
            }
            #expect(cells.map(\.1) == [3, 1, 1])
            #expect(cells.map(\.2) == [1, 1, 0])
        }
    }

    @Test(arguments: Engine.available)
    func `the same file twice changes nothing`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            try await world.take(lessonFile)
            let before = try await world.dump()
            let batches = try await world.count("batch")
            for text in [pupilFile, lessonFile] {
                let again = try await world.take(text)
                #expect(again.batch == nil)
                #expect(again.plan.changes == 0)
                #expect(again.plan.unchanged == 5)
            }
            #expect(try await world.dump() == before)
            #expect(try await world.count("batch") == batches)
        }
    }

    @Test(arguments: Engine.available)
    func `a changed value changes its row and its cells`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            try await world.take(lessonFile)
            let report = try await world.take("Skolēns;Datums;Stunda;Kavējums\np1;01.09.2025.;1;2\n")
            #expect(report.plan.changed == 1)
            #expect(report.plan.removed == 0)
            let missed = try await world.database.data.read { connection in
                try connection.value("SELECT sum(missed) FROM class_cell WHERE tenant_id = 3", Int.self)
            }
            #expect(missed == 3)
            #expect(try await world.count("lesson") == 5)
        }
    }

    @Test(arguments: Engine.available)
    func `an import once applied is not applied again`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let staged = try await world.stage(lessonFile)
            let first = try await world.importer.apply(staged)
            let dump = try await world.dump()
            let second = try await world.importer.apply(staged)
            #expect(first.batch == second.batch)
            #expect(try await world.dump() == dump)
        }
    }

    @Test(arguments: Engine.available)
    func `a plan that is older than another batch is refused`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let staged = try await world.stage(lessonFile)
            try await world.take(pupilFile.replacing("p3;Kļava", with: "p3;Liepa"))
            let before = try await world.dump()
            await #expect(throws: Refusal.self) { try await world.importer.apply(staged) }
            #expect(try await world.dump() == before)
        }
    }
}
