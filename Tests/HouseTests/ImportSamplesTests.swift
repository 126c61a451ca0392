import Access
import Exchange
import Frame
import Foundation
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// What the terminal shows of a file before it is saved: rows by which letters are judged, and samples of changes.
struct ImportSamplesTests {
    private static let head = "institution,year,class,personal_code,external_code,surname,forename,from,to"

    /// Stages a list of pupils, as `pupils.csv`.
    private func stage(_ lines: [String], _ importer: Importer) async throws -> StagedImport {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("pupils.csv")
        let text = ([Self.head] + lines).joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: file)
        return try await importer.stage(ImportRequest(files: [file.path], format: "pupils"))
    }

    private static func pupil(_ number: Int, _ surname: String) -> String {
        let code = "329999-0\(1000 + number)"
        return "Liepu skola,2025/2026,7.a,\(code),K\(number),\(surname),Anna,2025-09-01,"
    }

    @Test(arguments: Engine.available)
    func `rows with Latvian letters are told, though they stand far below, and no personal code is`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let plain = (1...60).map { Self.pupil($0, "Liepa") }
            let staged = try await stage(plain + [Self.pupil(61, "Āboliņš")], Importer(test.desk))
            let told = try #require(ImportWords(sekme, .lv).rows(staged)).split(separator: "\n")
            #expect(told.count == 6 && told[0] == "Faila rindas, vispirms ar latviešu burtiem:")
            #expect(told[5].hasPrefix("  62. rinda: Liepu skola | 2025/2026 | 7.a | ••• | K61 | Āboliņš"))
            #expect(!told.joined().contains("329999"))
            let english = ImportWords(sekme, .en).rows(staged)
            #expect(english?.contains("  line 62: Liepu skola") == true)
        }
    }

    @Test(arguments: Engine.available)
    func `the first change of each kind is told in both languages, and whom it tells of is on record`(
        _ engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let desk = test.desk
            let importer = Importer(desk)
            let first = try await stage([Self.pupil(1, "Ozola"), Self.pupil(2, "Liepa")], importer)
            let new = try await FirstSamples.load(first, desk, .lv)
            let added = try #require(ImportWords(sekme, .lv).samples(new))
            #expect(added.hasPrefix("Piemēri:\n") && added.contains("(jauns, 2. rinda)"))
            #expect(added.contains("Ozola") && !added.contains("329999"))
            // One of each kind and table.
            #expect(Set(new.lines.map { "\($0.table) \($0.kind)" }).count == new.lines.count)
            _ = try await importer.apply(first)
            let next = try await stage([Self.pupil(1, "Bērza"), Self.pupil(2, "Liepa")], importer)
            let changed = try await FirstSamples.load(next, desk, .en)
            try await changed.record()
            let words = try #require(ImportWords(sekme, .en).samples(changed))
            #expect(words.contains("(changes, line 2)") && words.contains("surname: Ozola → Bērza"))
            let trail = try await AuditTrail.list(test.tenant, AuditFilter(), test.world.database)
            let read = try #require(trail.first { $0.what.hasPrefix("/imports/plans/:import rows") })
            #expect(read.persons.map(\.rawValue) == [1])
        }
    }
}
