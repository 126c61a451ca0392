import Exchange
import Foundation
import Frame
import Kernel
import SekmeTesting
import Tabular
import Testing

@testable import House

/// The files that people begin with.
struct SampleTests {
    @Test func `every format has a sample, but for the one that is several tables`() {
        let formats = Set(sekme.formats.map { $0.name })
        #expect(Set(FormatSample.all.map(\.format)) == formats.subtracting(["oneroster"]))
        #expect(Set(FormatSample.all.map(\.format)).count == FormatSample.all.count)
        for sample in FormatSample.all {
            let widths = Set(sample.rows.map(\.count))
            let format = sekme.formats.first { $0.name == sample.format }
            guard let format, format.layout == .table else { continue }
            #expect(widths.count == 1, "\(sample.format)")
            let codes = Set(format.fields.map(\.code))
            #expect(codes.isSuperset(of: sample.rows[0]), "\(sample.format)")
        }
    }

    @Test(arguments: Engine.available)
    func `all samples are imported one after the other without a problem`(engine: Engine) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await TestWorld.run(engine) { test in
            for (number, sample) in FormatSample.all.enumerated() {
                // One kind of file after the other, in either language.
                let kinds = sample.kinds
                let path = "\(folder)/\(sample.format).\(kinds[number % kinds.count].rawValue)"
                try FormatBook(sekme, number % 2 == 0 ? .lv : .en).sample(sample.format, to: path)
                let request = ImportRequest(
                    files: [path],
                    format: sample.format,
                    mapping: sample.mapping,
                    constants: sample.constants
                )
                do {
                    let staged = try await Importer(test.desk).stage(request)
                    let problems = try await test.problems(staged)
                    #expect(problems.isEmpty, "\(sample.format)")
                    #expect(staged.plan.lines > 0, "\(sample.format)")
                    _ = try await Importer(test.desk).apply(staged, acceptRemovals: true)
                } catch {
                    Issue.record("\(sample.format): \(error)")
                }
            }
        }
    }

    @Test func `a sample is a file for a page as well`() throws {
        let bytes = try FormatBook(sekme, .en).sample("pupils", .xlsx)
        let table = try TableFile(bytes: bytes, name: "pupils.xlsx")
        let rows = try table.sample(rows: 2)
        #expect(rows.first?.cells.map(\.text).contains("Surname") == true)
        #expect(rows.last?.cells.map(\.text).contains("Bērziņš") == true)
        #expect(throws: Refusal.self) { try FormatBook(sekme, .en).sample("oneroster", .csv) }
    }

    @Test func `a format that is a workbook alone is told and made as one`() throws {
        let book = FormatBook(sekme, .en)
        #expect(try book.markdown("eklase-journal").contains("`sekme import eklase-journal.xlsx "))
        #expect(try book.markdown("pupils").contains("`sekme import pupils.csv"))
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
            .path
        #expect(throws: Refusal.self) { try book.sample("eklase-journal", to: path) }
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
