import Access
import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Tabular
import Testing

@testable import House

/// What is written as OneRoster is read back to the same registers and marks.
struct OneRosterExportTests {
    private func export(_ test: TestWorld, _ path: String, edition: String = "") async throws {
        let session = CommandSession(world: test.world, desk: test.desk)
        let year = try #require(SchoolYear("2025/2026"))
        let left = try await ExportCommands(session).write(
            "oneroster",
            to: path,
            year: year,
            institution: nil,
            reason: "pārbaude",
            edition: edition
        )
        #expect(left == 0)
    }

    @Test(arguments: Engine.available)
    func `a set is read into an empty database as the same, and written again as the same bytes`(
        engine: Engine
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (first, second) = ("\(folder)/1.zip", "\(folder)/2.zip")
        var marks: [String] = []
        var pupils: [String] = []
        try await TestWorld.run(engine) { test in
            _ = try await test.take(.first)
            try await test.fill()
            try await export(test, first)
            let again = try await Importer(test.desk).stage(ImportRequest(files: [first]))
            #expect(again.plan.rejected == 0)
            marks = try await test.texts(OneRosterExportTests.marks)
            pupils = try await test.texts(OneRosterImportTests.pupils)
        }
        try await TestWorld.run(engine) { test in
            let staged = try await Importer(test.desk).stage(ImportRequest(files: [first]))
            let problems = try await test.problems(staged)
            // The set and the files give one person to two schools at once, which is told.
            #expect(problems == ["enrolment.elsewhere enrollments.csv:5:"])
            let report = try await Importer(test.desk).apply(staged)
            #expect(try await test.texts(OneRosterExportTests.marks) == marks)
            #expect(Set(pupils).isSuperset(of: try await test.texts(OneRosterImportTests.pupils)))
            try await export(test, second)
            let bytes = try [first, second].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
            #expect(bytes[0] == bytes[1])
            let same = try await Importer(test.desk).stage(ImportRequest(files: [first]))
            #expect(same.plan.changes == 0)
            try await Importer(test.desk).undo(try #require(report.batch))
            #expect(try await test.texts(OneRosterExportTests.marks) == [])
        }
    }

    @Test(arguments: Engine.available)
    func `Sekme's own rows are written and read back as no change`(engine: Engine) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).zip")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await export(test, path)
            let again = try await Importer(test.desk).stage(ImportRequest(files: [path]))
            #expect(again.plan.lines > 20)
            #expect(again.plan.changes + again.plan.rejected + again.plan.unmatched == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a set of 1.1 has the role of a user beside the name, and is read back as no change`(
        engine: Engine
    ) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).zip")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await TestWorld.run(engine) { test in
            try await test.fill()
            try await export(test, path, edition: "1.1")
            let zip = try ZipFolder(path: path)
            var text = ""
            for table in zip?.tables ?? [] {
                try zip?.read(table) { text += String(decoding: $0, as: UTF8.self) }
            }
            #expect(text.contains("oneroster.version,1.1"))
            #expect(text.contains("enabledUser,orgSourcedIds,role,username"))
            for heading in ["textScore", "roleType", "file.roles", "primaryOrgSourcedId", "weight"] {
                #expect(!text.contains(heading), "\(heading)")
            }
            let again = try await Importer(test.desk).stage(ImportRequest(files: [path]))
            #expect(again.plan.lines > 20)
            #expect(again.plan.changes + again.plan.rejected + again.plan.unmatched == 0)
        }
    }

    @Test func `an edition that there is not is refused, and a table has none`() async throws {
        try await TestWorld.run(.sqlite) { test in
            await #expect(throws: Refusal.self) { try await export(test, "/tmp/set.zip", edition: "2.0") }
            let session = CommandSession(world: test.world, desk: test.desk)
            await #expect(throws: Refusal.self) {
                try await ExportCommands(session).write(
                    "pupils",
                    to: "/tmp/pupils.csv",
                    year: nil,
                    institution: nil,
                    reason: "",
                    edition: "1.1"
                )
            }
        }
    }

    @Test func `a file of a set ends with zip`() async throws {
        try await TestWorld.run(.sqlite) { test in
            await #expect(throws: Refusal.self) { try await export(test, "/tmp/set.csv") }
        }
    }

    private static let marks: SQL = """
        SELECT p.surname || ' ' || p.external_code || ' ' || s.name || ' ' || m.kind || ' ' || m.term || ' '
            || m.day || ' ' || m.ordinal || ' ' || t.text || ' ' || m.hundredths || ' ' || m.grade || ' '
            || m.standing || ' ' || coalesce(c.name, '') || ' ' || coalesce(f.surname, '')
        FROM mark m JOIN pupil p ON p.tenant_id = m.tenant_id AND p.id = m.pupil_id
        JOIN subject s ON s.tenant_id = m.tenant_id AND s.id = m.subject_id
        JOIN mark_text t ON t.tenant_id = m.tenant_id AND t.id = m.text_id
        LEFT JOIN class_group c ON c.tenant_id = m.tenant_id AND c.id = m.class_id
        LEFT JOIN staff f ON f.tenant_id = m.tenant_id AND f.id = m.teacher_id
        WHERE m.year = 2025 ORDER BY p.surname, s.name, m.kind, m.term, m.day, m.ordinal
        """
}
