import Demo
import Foundation
import Kernel
import Tabular
import Testing

@Suite struct JournalTests {
    @Test func `a journal has the layout of the e-klase export`() throws {
        try withFolder { folder in
            let plan = BoardPlan(seed: 3, today: BoardPlan.usual.today, pupils: 412, years: 1)
            try generate(to: folder, plan)
            let file = try TableFile(path: "\(folder)/eklase/9900000001/9900000001-7.a.xlsx")
            #expect(
                file.sheets.map(\.name) == ["7.a", "Apv. žurn. - žurn. pārb.", "Ind. d. žurn. - žurn. pārb."]
            )
            var rows: [TableRow] = []
            try file.rows { row in
                rows.append(row)
                return true
            }
            #expect(rows[0].cells.map(\.text) == ["7.a"])
            #expect(rows[1].cells.last?.text == "Priekšmeta skolotājs")
            let pupils = rows[3].cells.dropFirst(5)
            #expect(pupils.count > 10)
            #expect(pupils.allSatisfy { $0.text.contains(/^\d{6}-\d{5}$/) })
            let lines = rows.dropFirst(4)
            #expect(lines.allSatisfy { $0.cells.first?.text == "Žurnāls" })
            #expect(
                lines.allSatisfy {
                    $0.cells[3].text.isEmpty || $0.cells[3].text.contains(/^\d\d\.\d\d\.\d{4}$/)
                }
            )
            let values = Set(lines.flatMap { $0.cells.dropFirst(5).prefix(pupils.count).map(\.text) })
            #expect(values.isSuperset(of: ["ns", "nc", "7"]))
            #expect(values.contains { $0.hasSuffix("%") })
        }
    }

    /// Two institutions, and two school years of which the last is written.
    private static let two = BoardPlan(seed: 3, today: BoardPlan.usual.today, pupils: 700, years: 2)

    /// The names of the journals that a choice writes, with the line of the text beside them that imports each folder.
    private func written(_ journals: JournalChoice) throws -> (names: [String], imports: [String]) {
        try withFolder { folder in
            try generate(to: folder, JournalTests.two, journals: journals)
            let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".xlsx") }.sorted()
            let text = try String(contentsOfFile: "\(folder)/LASI.txt", encoding: .utf8)
            return (names, text.split(separator: "\n").map(String.init).filter { $0.contains("/*.xlsx") })
        }
    }

    @Test func `each institution has a folder with a journal of each class of the last year`() throws {
        let found = try written(.all)
        let places = Array(BoardInstitution.all(JournalTests.two))
        #expect(places.count == 2)
        for place in places {
            let number = place.registrationNumber
            let own = found.names.filter { $0.hasPrefix("eklase/\(number)/") }
            // One workbook for a class, though the board has two years of each.
            #expect(own.contains("eklase/\(number)/\(number)-1.a.xlsx"))
            #expect(Set(own).count == own.count && own.count >= place.kind.grades.count)
        }
        #expect(found.names.allSatisfy { $0.hasPrefix("eklase/99000000") })
        #expect(
            found.imports == [
                "  sekme import eklase/9900000001/*.xlsx --set \"institution=\(places[0].name)\"",
                "  sekme import eklase/9900000002/*.xlsx --set \"institution=\(places[1].name)\"",
            ]
        )
    }

    @Test func `one institution or none may be chosen`() throws {
        let second = try written(.one(1))
        #expect(!second.names.isEmpty)
        #expect(second.names.allSatisfy { $0.hasPrefix("eklase/9900000002/9900000002-") })
        #expect(second.imports.count == 1)
        let nobody = try written(.nobody)
        #expect(nobody.names.isEmpty && nobody.imports.isEmpty)
    }

    @Test func `a choice is all, a number that there is, or nought`() throws {
        let plan = JournalTests.two
        #expect(try JournalChoice("all", plan) == .all)
        #expect(try JournalChoice("0", plan) == .nobody)
        #expect(try JournalChoice("2", plan) == .one(1))
        for text in ["3", "-1", "", "visas"] {
            #expect(throws: Refusal.self) { try JournalChoice(text, plan) }
        }
    }
}
