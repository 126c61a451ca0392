import Frame
import Kernel
import Testing

@testable import House

/// Reports as tables of a terminal.
struct TerminalFaceTests {
    private func lines(_ headings: [String]) throws -> [String] {
        let columns =
            [ReportColumn("school", Text(same: "Iestāde"), .words)]
            + headings.enumerated().map { ReportColumn("n\($0.offset)", Text(same: $0.element)) }
        let cells = headings.indices.map { ReportCell.number($0 * 1000, decimals: 0) }
        let row = ReportRow([.words(Text(same: "Garās ielas pamatskola"))] + cells)
        let report = AnsweredReport(
            id: "room/report",
            title: Text(same: "Nosaukums"),
            purpose: Text(same: "Kāpēc"),
            selection: Selection(year: SchoolYear(2024)),
            filters: [],
            document: ReportDocument([ReportSection(columns: columns, rows: [row, row], total: row)])
        )
        let text = String(decoding: try report.bytes(.table, language: .lv), as: UTF8.self)
        // Behind the title and an empty line.
        return Array(
            text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropFirst(2)
        )
    }

    @Test func `headings of a wide table are folded into a hundred letters, and a row stays a line`() throws {
        let heading = "Neattaisnoti kavētās mācību stundas"
        let lines = try lines((1...5).map { "\(heading) \($0)" })
        #expect(lines.allSatisfy { $0.count <= 100 })
        let rule = try #require(lines.firstIndex { $0.hasPrefix("─") })
        #expect(rule > 1)
        let words = lines[..<rule].joined(separator: " ").split(separator: " ").map(String.init)
        for word in heading.split(separator: " ") { #expect(words.count { $0 == word } == 5, "\(word)") }
        #expect(lines[rule - 1].hasPrefix("Iestāde "))
        // Two rows, a rule and the total, as wide as the rule says.
        let rows = lines.filter { $0.hasPrefix("Garās ielas pamatskola") }
        #expect(
            rows.count == 3 && rows.allSatisfy { $0.hasSuffix("000") && $0.count == lines[rule].count }
        )
    }

    @Test func `a table that has room keeps its headings in one line`() throws {
        let lines = try lines(["Stundas kopā", "Kavētās stundas"])
        #expect(lines[0] == "Iestāde                 Stundas kopā  Kavētās stundas")
        #expect(lines[1].hasPrefix("─"))
    }
}
