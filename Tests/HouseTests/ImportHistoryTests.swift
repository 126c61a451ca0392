import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// What the terminal says of imports that were saved, in words for people.
struct ImportHistoryTests {
    @Test(arguments: Engine.available)
    func `the list tells kind, changes, what was not taken over, and what was taken back`(
        engine: Engine
    ) async throws {
        try await TestWorld.run(engine) { test in
            let words = ImportWords(sekme, .lv)
            #expect(words.history([]) == "Importu vēl nav.")
            try await test.fill()
            let importer = Importer(test.desk)
            let path = FileManager.default.temporaryDirectory
                .appendingPathComponent("\(UUID().uuidString).csv").path
            defer { try? FileManager.default.removeItem(atPath: path) }
            let subject = "Liepu skola;7.a;K2;Latviešu valoda;gads;2025/2026;;;;"
            let head = TestFiles.marks.prefix { $0 != "\n" }
            try Data("\(head)\n\(subject)9\n\(subject.replacing("K2", with: "K9"))8\n".utf8)
                .write(to: URL(fileURLWithPath: path))
            let staged = try await importer.stage(ImportRequest(files: [path], format: "marks"))
            let batch = try #require(try await importer.apply(staged).batch)
            let before = try await importer.batch(batch)
            #expect(before.rejected == 0 && before.notTaken == 1, "who is not found is not taken over either")
            let title = try #require(sekme.formats.first { $0.name == "marks" }).title.lv
            let first = try #require(words.history(try await importer.list()).split(separator: "\n").first)
            let cells = first.split(separator: "\t")
            #expect(cells.count == 6 && cells[0] == "\(batch.rawValue)" && cells[2] == title)
            #expect(cells[3] == "2\u{a0}izmaiņas; nav pārņemts: 1" && cells[4] == "spēkā")

            try await importer.undo(batch)
            let name = URL(fileURLWithPath: path).lastPathComponent
            #expect(
                words.undone(before)
                    == "Imports Nr. \(batch.rawValue) (\(name)) ir atsaukts; izņemtie ieraksti – 2, "
                    + "atjaunotie – 0. Failu var importēt vēlreiz."
            )
            let after = try #require(words.history(try await importer.list()).split(separator: "\n").first)
            #expect(after.split(separator: "\t")[4].hasPrefix("atsaukts "))
        }
    }
}
