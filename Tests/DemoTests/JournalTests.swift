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
            let file = try TableFile(path: "\(folder)/eklase/7.a.xlsx")
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
}
