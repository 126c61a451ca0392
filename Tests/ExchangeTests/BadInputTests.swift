import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Tabular
import Testing

struct BadInputTests {
    /// What a bad file says, having left nothing behind.
    private func refusal(_ bytes: [UInt8], name: String = "file.csv") async throws -> Refusal? {
        var out: Refusal?
        try await TestWorld.with(.sqlite) { world in
            try await world.take(pupilFile)
            let before = try await world.dump()
            let path = "\(world.folder)/\(name)"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            out = await #expect(throws: Refusal.self) {
                try await world.importer.stage(ImportRequest(files: [path]))
            }
            #expect(try await world.dump() == before)
            let chunks = try await world.database.state.read { connection in
                try connection.value(
                    """
                    SELECT count(*) FROM staging_chunk AS c JOIN import_run AS r
                    ON r.tenant_id = c.tenant_id AND r.id = c.import_id WHERE r.state <> 'applied'
                    """,
                    Int.self
                )
            }
            #expect(chunks == 0)
        }
        return out
    }

    @Test func `an empty file is refused by name`() async throws {
        let refusal = try await refusal([])
        #expect(refusal?.message.lv.contains("file.csv") == true)
        #expect(refusal?.kind == .invalid)
    }

    @Test func `a cut-off zip file is refused`() async throws {
        #expect(try await refusal([0x50, 0x4b, 0x03, 0x04, 1, 2, 3], name: "a.xlsx")?.kind == .invalid)
    }

    @Test func `a quote that never closes is refused with its line, and nothing is half-read`() async throws {
        let refusal = try await refusal(
            Array((lessonFile + "p1;\"02.09.2025.;1;0\np2;02.09.2025.;1;0\n").utf8)
        )
        #expect(refusal?.message.en.contains("line 7") == true)
    }

    @Test func `a file that lacks a required column shows the headings it has`() async throws {
        let refusal = try await refusal(Array("Skolēns;Datums;Kavējums\np1;01.09.2025.;1\n".utf8))
        #expect(refusal?.message.en.contains("Skolēns | Datums | Kavējums") == true)
    }

    @Test func `a mixed encoding is refused with its line`() async throws {
        let refusal = try await refusal(
            Array(lessonFile.utf8) + [0x70, 0x31, 0xe2, 0x3b] + Array("x;1;1\n".utf8)
        )
        #expect(refusal != nil)
    }

    @Test(arguments: Engine.available)
    func `lines that are cut off or shifted are rejected, the others are not`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let text = "Skolēns;Datums;Stunda;Kavējums\np1;01.09.2025.;1;0;9\np1;01.09.2025.;2;0\np2;01.0"
            let staged = try await world.stage(text)
            let problems = try await world.importer.findings(staged.id).map(\.problem)
            #expect(problems.map(\.code) == ["line.shifted", "line.short"])
            #expect(problems.map(\.place?.column) == ["E", "Stunda"])
            #expect(problems.map(\.value) == ["9", "01.0"])
            #expect(staged.plan.added == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a workbook is read like a text file, and findings name the sheet`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let path = "\(world.folder)/stundas.xlsx"
            let writer = try XLSXWriter(path: path)
            let heads = ["Skolēns", "Datums", "Stunda", "Kavējums"]
            try writer.begin(SheetLayout(name: "Par failu", headings: ["Teksts"]))
            try writer.row([.text("Nekas")])
            try writer.begin(SheetLayout(name: "5.a", headings: heads))
            let day = try #require(Day(2025, 9, 1))
            try writer.row([.text("p1"), .day(day), .integer(1), .integer(0)])
            try writer.row([.text("p1"), .text("31.02.2026."), .integer(2), .integer(0)])
            _ = try writer.finish()
            let staged = try await world.importer.stage(ImportRequest(files: [path]))
            #expect(staged.plan.added == 1)
            #expect(staged.plan.skippedSheets == ["stundas.xlsx, Par failu"])
            let place = try await world.importer.findings(staged.id).first?.problem.place
            #expect(place == Place(file: "stundas.xlsx", sheet: "5.a", line: 3, column: "Datums"))
            let batch = try #require(try await world.importer.apply(staged).batch)
            let sources = try await world.database.data.read {
                try SourceBatch.find([batch], world.desk, $0)
            }
            let kept = sources.first?.place(SourcePlace(file: 0, sheet: 1, line: 2))
            #expect(kept == Place(file: "stundas.xlsx", sheet: "5.a", line: 2))
        }
    }

    @Test(arguments: Engine.available)
    func `a heading may be named by a mapping, and a constant may stand for a column`(
        engine: Engine
    ) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            let path = try world.file("a.csv", "Kas;Kad\np1;01.09.2025.\n")
            let request = ImportRequest(
                files: [path],
                format: "lesson-list",
                columns: ["pupil": "Kas", "day": "kad"],
                constants: ["slot": "4"]
            )
            let staged = try await world.importer.stage(request)
            #expect(staged.plan.added == 1)
            #expect(staged.plan.tables.first?.samples.first?.key.last == 4)
        }
    }

    @Test(arguments: Engine.available)
    func `saved mappings are found by name and hide shipped ones`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            let mappings = Mappings(world.desk)
            let shipped = try await mappings.list().count
            var mapping = try await mappings.find("complete-lessons")
            mapping.removes = false
            try await mappings.save(mapping)
            #expect(try await mappings.find("complete-lessons").removes == false)
            #expect(try await mappings.list().count == shipped)
            await #expect(throws: Refusal.self) { try await mappings.find("no-such") }
        }
    }
}
