import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

@testable import House

/// Whom an import out of the usual is told to.
struct SourceHealthTests {
    private static let surnames = ["Alksnis", "Eglītis", "Kalniņš", "Liepa", "Ozols", "Priede"]

    /// Imports the pupils of a school as an import of that school.
    private func take(
        _ school: (name: String, id: InstitutionID, first: Int),
        _ pupils: Int,
        _ surname: String,
        _ test: TestWorld
    ) async throws {
        let lines = (0..<pupils).map { number in
            "\(school.name),2025/2026,7.a,329999-\(20_000 + school.first + number),\(surname),Anna,2025-09-01"
        }
        let head = "institution,year,class,personal_code,surname,forename,from\n"
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data((head + lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
        var request = ImportRequest(files: [path], format: "pupils")
        request.institution = school.id.rawValue
        let importer = Importer(test.desk)
        _ = try await importer.apply(try await importer.stage(request), acceptRemovals: true)
    }

    @Test(arguments: Engine.available)
    func `a head is told of the own institution's sources, and of no other's`(engine: Engine) async throws {
        try await TestWorld.run(engine) { test in
            try await test.take(TestFiles.pupils, "pupils")
            let ids = try await test.world.database.data.read {
                try $0.rows("SELECT id FROM institution ORDER BY name", InstitutionID.self)
            }
            let small = (name: "Liepu skola", id: ids[0], first: 0)
            let large = (name: "Ozolu skola", id: ids[1], first: 1000)
            for surname in Self.surnames.dropLast() {
                try await take(small, 12, surname, test)
                try await take(large, 48, surname, test)
            }
            try await test.account("maza", "head", in: Scope(institution: small.id))
            try await test.account("liela", "head", in: Scope(institution: large.id))
            // A file of the large school that was cut in half, still twice as long as those of the small one.
            try await take(large, 24, "Priede", test)
            try await test.act("liela") { browser, _ in
                let home = try await browser.get("/").text
                #expect(home.contains("datu avota pēdējais imports atšķiras no ierastā"))
                #expect(home.contains("Ozolu skola") && home.contains("href=\"/imports/sources\""))
                let page = try await browser.get("/imports/sources").text
                #expect(page.contains("Ozolu skola") && page.contains(">jāapskata<"))
                #expect(!page.contains("Liepu skola"))
                let own = try await browser.get("/imports/sources/pupils?institution=\(large.id.rawValue)")
                #expect(own.text.contains("mazāk nekā parasti") && own.text.contains("/imports/batches/"))
                let other = try await browser.get("/imports/sources/pupils?institution=\(small.id.rawValue)")
                #expect(!other.text.contains("/imports/batches/") && !other.text.contains("Liepu skola"))
                #expect(try await browser.get("/imports").text.contains("href=\"/imports/sources\""))
            }
            try await test.act("maza") { browser, _ in
                #expect(!(try await browser.get("/").text.contains("atšķiras no ierastā")))
                let page = try await browser.get("/imports/sources").text
                #expect(page.contains("Liepu skola") && !page.contains(">jāapskata<"))
            }
        }
    }
}
