import Exchange
import Foundation
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// What the terminal says of lines that are not taken over, as the page does.
struct ImportFindingsTests {
    private static let head = TestFiles.marks.prefix { $0 != "\n" }

    /// Stages lines of marks, as `marks.csv`.
    private func stage(_ lines: [String], _ importer: Importer) async throws -> StagedImport {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("marks.csv")
        let text = ([String(Self.head)] + lines).joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: file)
        return try await importer.stage(ImportRequest(files: [file.path], format: "marks"))
    }

    private static func mark(_ value: String, _ pupil: String = "K1") -> String {
        "Liepu skola;7.a;\(pupil);Latviešu valoda;semestris;2025/2026;2;;;\(value)"
    }

    @Test(arguments: Engine.available)
    func
        `each line that is not taken over is told with its place, value, reason and advice, and the rest is taken`(
            engine: Engine
        ) async throws
    {
        try await TestWorld.run(engine) { test in
            try await test.fill()
            let importer = Importer(test.desk)
            let lines = [Self.mark("7"), Self.mark("77", "K2"), Self.mark("8", "K9")]
            let staged = try await stage(lines, importer)
            let findings = try await importer.findings(staged.id, limit: ImportWords.shown, withDoubts: false)
            let found = ImportWords(sekme, .lv).findings(findings, of: staged.plan)
            let told = try #require(found).split(separator: "\n")
            #expect(told.count == 3 && told[0] == "Nav pārņemts:")
            #expect(
                told[1].hasPrefix(
                    "  marks.csv, 3. rinda, Vērtējums: „77”. Šāda vērtējuma skalā nav. Izlabojiet vērtējumu"
                )
            )
            #expect(told[2].contains("marks.csv, 4. rinda") && told[2].contains("K9"))
            let english = ImportWords(sekme, .en).findings(findings, of: staged.plan)
            #expect(
                english?.contains("marks.csv, line 3, Vērtējums: “77”. The scale has no such mark.") == true
            )
            #expect(ImportWords(sekme, .lv).nothingTaken(staged.plan) == nil)
        }
    }

    @Test
    func `fifty are told and the others are counted, and where nothing is taken over the command fails`()
        async throws
    {
        try await TestWorld.run(.sqlite) { test in
            try await test.fill()
            let importer = Importer(test.desk)
            let words = ImportWords(sekme, .en)
            let staged = try await stage(Array(repeating: Self.mark("77"), count: 60), importer)
            let findings = try await importer.findings(staged.id, limit: ImportWords.shown, withDoubts: false)
            let told = try #require(words.findings(findings, of: staged.plan)).split(separator: "\n")
            #expect(staged.plan.rejected == 60 && told.count == 52)
            #expect(told.last == "  and 10 more; all lines: --rejected FILE.csv")
            let filed = words.findings(findings, of: staged.plan, inFile: true)
            #expect(filed?.split(separator: "\n").last == "  and 10 more")
            let refusal = words.nothingTaken(staged.plan)
            #expect(refusal?.kind == .invalid)
        }
    }

    @Test func `a line that is there already is taken over, and a file without faults tells nothing`()
        async throws
    {
        try await TestWorld.run(.sqlite) { test in
            try await test.fill()
            let importer = Importer(test.desk)
            let words = ImportWords(sekme, .lv)
            let known = "Liepu skola;7.a;K2;Matemātika;gads;2025/2026;;;;10"
            let again = try await stage([known, Self.mark("77")], importer)
            #expect(again.plan.changes == 0 && again.plan.rejected == 1)
            #expect(words.nothingTaken(again.plan) == nil)
            let clean = try await stage([known], importer)
            let findings = try await importer.findings(clean.id)
            #expect(words.findings(findings, of: clean.plan) == nil)
            #expect(words.nothingTaken(clean.plan) == nil)
        }
    }

    @Test func `what a file holds cannot steer the terminal`() async throws {
        try await TestWorld.run(.sqlite) { test in
            try await test.fill()
            let importer = Importer(test.desk)
            let staged = try await stage([Self.mark("\"7\u{1b}[2J\n7\"")], importer)
            let findings = try await importer.findings(staged.id)
            let found = ImportWords(sekme, .lv).findings(findings, of: staged.plan)
            let told = try #require(found)
            #expect(told.contains("7 [2J") && !told.contains("\u{1b}"))
            #expect(told.split(separator: "\n").count == 2)
        }
    }
}
