import Exchange
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

struct FindingTests {
    @Test(arguments: Engine.available)
    func `lines that contradict each other are rejected, and neither removes what is there`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            try await world.take(lessonFile)
            let before = try await world.dump()
            let text = lessonFile + "p1;01.09.2025.;1;3\np3;01.09.2025.;1;0\n"
            let report = try await world.take(text, mapping: "complete-lessons")
            #expect(report.plan.tables.map(\.contested) == [2])
            #expect(report.plan.rejected == 4)
            #expect(report.plan.removed == 0)
            #expect(try await world.dump() == before)
        }
    }

    @Test(arguments: Engine.available)
    func `the mapping says whether the first or the last of several lines counts`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let text = """
                Skolēns;Datums;Stunda;Kavējums
                p1;01.09.2025.;1;1
                p1;01.09.2025.;1;2
                p1;01.09.2025.;1;3

                """
            for (mapping, kind) in [("first-lessons", 1), ("last-lessons", 3)] {
                let report = try await world.take(text, mapping: mapping)
                #expect(report.plan.tables.map(\.superseded) == [2])
                #expect(report.plan.rejected == 0)
                let found = try await world.database.data.read { connection in
                    try connection.rows("SELECT kind FROM lesson WHERE tenant_id = 3", Int.self)
                }
                #expect(found == [kind])
            }
        }
    }

    @Test(arguments: Engine.available)
    func `rows are removed only within what the file covers, and never many without consent`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            try await world.take(lessonFile)
            let text = "Skolēns;Datums;Stunda;Kavējums\np1;01.09.2025.;1;0\n"
            let staged = try await world.stage(text, mapping: "complete-lessons")
            #expect(staged.plan.removed == 3)
            #expect(staged.plan.removalsNeedConsent)
            let refusal = await #expect(throws: Refusal.self) { try await world.importer.apply(staged) }
            #expect(refusal?.advice.en.contains("--accept-removals") == true)
            #expect(try await world.count("lesson") == 5)
            try await world.importer.apply(staged, acceptRemovals: true)
            let left = try await world.database.data.read { connection in
                try connection.value("SELECT count(*) FROM lesson WHERE tenant_id = 3", Int.self)
            }
            // The other class is not in the file, so its lesson stays.
            #expect(left == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `a few removals need consent too where lines were rejected`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let days = (1...28).map { "0\($0)".suffix(2) }
            let lines = days.flatMap { day in (1...8).map { "p1;\(day).02.2026.;\($0);0" } }
            let head = "Skolēns;Datums;Stunda;Kavējums\n"
            try await world.take(head + lines.joined(separator: "\n") + "\n")
            let fewer = lines.dropLast().joined(separator: "\n")
            let clean = try await world.stage(head + fewer + "\n", mapping: "complete-lessons")
            #expect(clean.plan.removed == 1)
            #expect(!clean.plan.removalsNeedConsent)
            let spoiled = try await world.stage(
                head + fewer + "\np1;31.02.2026.;1;0\n",
                mapping: "complete-lessons"
            )
            #expect(spoiled.plan.removed == 1)
            #expect(spoiled.plan.removalsNeedConsent)
        }
    }

    @Test(arguments: Engine.available)
    func `what is not found is counted apart and creates nobody`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let text = lessonFile + "p9;01.09.2025.;1;0\np9;01.09.2025.;2;0\n"
            let report = try await world.take(text)
            #expect(report.plan.unmatched == 1)
            #expect(report.plan.idle == 1)
            #expect(report.plan.rejected == 0)
            #expect(report.plan.added == 5)
            #expect(try await world.count("pupil") == 3)
        }
    }
}
