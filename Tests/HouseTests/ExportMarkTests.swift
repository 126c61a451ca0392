import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Testing

@testable import House
@testable import Tabular

/// Files with persons say who took them out, and are read back as no change.
struct ExportMarkTests {
    private func export(_ table: String, _ path: String, _ test: TestWorld) async throws {
        let session = CommandSession(world: test.world, desk: test.desk)
        try await ExportCommands(session).write(
            table,
            to: path,
            year: SchoolYear(2025),
            institution: nil,
            reason: ""
        )
    }

    @Test(arguments: Engine.available)
    func `tables with persons carry the mark in their last line, in every kind of file`(
        engine: Engine
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await TestWorld.run(engine) { test in
            try await test.fill()
            for ending in ["csv", "xlsx", "ods"] {
                let path = "\(folder)/pupils.\(ending)"
                try await export("pupils", path, test)
                var last: TableRow?
                try TableFile(path: path).rows(sheet: 0) { row in
                    last = row
                    return true
                }
                let text = try #require(last?.cells.first?.text)
                #expect(text.hasPrefix("# Sekme: Eksportēja test (0) · "), "\(ending)")
                let request = ImportRequest(files: [path], format: "pupils")
                let again = try await Importer(test.desk).stage(request)
                #expect(again.plan.lines > 0, "\(ending)")
                #expect(again.plan.changes + again.plan.rejected + again.plan.unmatched == 0, "\(ending)")
                #expect(again.plan.skippedSheets.isEmpty, "\(ending)")
            }
        }
    }

    @Test func `a table without persons carries none`() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await TestWorld.run(.sqlite) { test in
            try await test.fill()
            try await export("subjects", path, test)
            #expect(!(try String(contentsOfFile: path, encoding: .utf8).contains("#")))
        }
    }

    @Test func `a set says it beside its tables`() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).zip")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await TestWorld.run(.sqlite) { test in
            try await test.fill()
            try await export("oneroster", path, test)
            let mark = try ZipArchive.with(.path(path), TabularLimits()) { archive in
                String(decoding: try archive.bytes("sekme.txt"), as: UTF8.self)
            }
            #expect(mark.hasPrefix("Eksportēja test (0) · "))
        }
    }
}
