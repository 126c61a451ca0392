import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Tabular
import Testing

struct RejectedTests {
    @Test(arguments: Engine.available)
    func `a finding names file, line, column and value, also behind quoted line breaks`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let text = """
                Skolēns;Datums;Stunda;Kavējums;Piezīme
                p1;01.09.2025.;1;0;"divas
                rindas"
                p1;31.02.2026.;1;0;

                """
            let staged = try await world.stage(text, name: "zurnals.csv")
            let findings = try await world.importer.findings(staged.id)
            let finding = try #require(findings.first)
            #expect(findings.count == 1)
            #expect(finding.problem.place == Place(file: "zurnals.csv", line: 4, column: "Datums"))
            #expect(finding.problem.value == "31.02.2026.")
            #expect(finding.source.column == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `rejected lines can be downloaded, mended and fed in again`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let text = lessonFile + "p1;31.02.2026.;3;0\np2;02.09.2025.;x;1\n"
            let staged = try await world.stage(text)
            #expect(staged.plan.rejected == 2)
            try await world.importer.apply(staged)
            #expect(try await world.count("lesson") == 5)
            let file = String(decoding: try await world.importer.rejected(staged.id), as: UTF8.self)
            #expect(file.contains("file.csv, 7. rinda, Datums"))
            let mended = file.replacing("31.02.2026.", with: "28.02.2026.").replacing(";x;", with: ";5;")
            let report = try await world.take(mended, name: "mended.csv")
            #expect(report.plan.rejected == 0)
            #expect(report.plan.added == 2)
            #expect(try await world.count("lesson") == 7)
        }
    }

    @Test(arguments: Engine.available)
    func `both lines of a contradiction are kept as they stood`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let staged = try await world.stage(lessonFile + "p1;01.09.2025.;1;3\n")
            let findings = try await world.importer.findings(staged.id)
            #expect(findings.map(\.problem.code) == ["key.contradicts", "key.contradicts"])
            #expect(findings.map(\.source.line) == [2, 7])
            #expect(findings.first?.problem.message.en.contains("line 7") == true)
            let file = String(decoding: try await world.importer.rejected(staged.id), as: UTF8.self)
            #expect(file.contains("p1;01.09.2025.;1;0;"))
            #expect(file.contains("p1;01.09.2025.;1;3;"))
        }
    }

    @Test(arguments: Engine.available)
    func `nothing personal lies open in staging`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            _ = try await world.stage(pupilFile.replacing("p1;", with: "p1;Xyzzyname"))
            let open = try await world.database.state.read { connection in
                var bytes: [UInt8] = []
                try connection.each("SELECT rows_sealed FROM staging_chunk WHERE tenant_id = 3") {
                    bytes += try $0.next([UInt8].self)
                }
                return bytes
            }
            #expect(!open.isEmpty)
            #expect(String(decoding: open, as: UTF8.self).contains("Xyzzyname") == false)
        }
    }
}
