import Foundation
import Frame
import Testing

@testable import House

/// What lies in the folders of rooms is what their doors list.
struct ReportFolderTests {
    /// The types of a source file that are reports.
    private func declared(_ path: String) throws -> [String] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        // Most files need not be searched letter by letter.
        guard text.contains(" Report") else { return [] }
        let report = /(?m)^(?:package |public )?(?:enum|struct) (\w+): (?:[\w ,]*, )?Report(?:,[^{]*)? \{/
        return text.matches(of: report).map { String($0.1) }
    }

    @Test func `every report has a file of its own and stands in a room's door`() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources").path
        var found: [String] = []
        for file in try FileManager.default.subpathsOfDirectory(atPath: sources).sorted()
        where file.hasSuffix(".swift") {
            let reports = try declared("\(sources)/\(file)")
            #expect(reports.count <= 1, "\(file) holds several reports: \(reports)")
            found += reports
        }
        let listed = sekme.rooms.flatMap { $0.reports }.map { String(describing: $0) }
        #expect(found.sorted() == listed.sorted())
    }
}
