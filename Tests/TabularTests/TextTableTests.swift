import Kernel
import Testing

@testable import Tabular

struct TextTableTests {
    @Test(arguments: Separator.allCases)
    func `the separator is found`(_ separator: Separator) throws {
        let lines = [["Vārds", "Klase", "Vidējais"], ["Anna", "5.a", "7"], ["Jānis", "6.b", "8"]]
        let text = lines.map { $0.joined(separator: separator.rawValue) }.joined(separator: "\n")
        #expect(try file(text).separator == separator)
    }

    @Test func `decimal commas do not make a comma the separator`() throws {
        #expect(try file("a;b\n7,5;8,5\n6,5;9,5\n4,0;5,5\n").separator == .semicolon)
        #expect(try file("Telpa;CO2;T\n1;600,5;21,5\n2;700,1;22,0\n").separator == .semicolon)
    }

    @Test func `separators inside quotes do not count`() throws {
        #expect(
            try file("Skola,Adrese\n\"A\",\"Iela 1; Rīga; LV\"\n\"B\",\"Iela 2; Rīga; LV\"\n").separator
                == .comma
        )
    }

    @Test func `a file of one column has a comma and is read whole`() throws {
        let table = try file("Kods\n123\n456\n")
        #expect(table.separator == .comma)
        #expect(try texts(table) == [["Kods"], ["123"], ["456"]])
    }

    @Test func `a line that names the separator is followed and passed over`() throws {
        let table = try file("\u{feff}sep=|\r\na;b|c\r\n1|2\r\n")
        #expect(table.separator == .pipe)
        #expect(try table.sample().map(\.line) == [2, 3])
        #expect(try texts(table) == [["a;b", "c"], ["1", "2"]])
    }

    @Test func `a blank is kept apart from zero, and rows of blanks are passed over`() throws {
        let rows = try file("a,b,c\n,0,\n,,\n1,,3,,\n").sample()
        #expect(rows.map(\.line) == [1, 2, 4])
        #expect(rows[1].cells == [.blank, .text("0")])
        #expect(rows[2].cells == [.text("1"), .blank, .text("3")])
        #expect(rows[2][9] == .blank)
    }

    @Test func `the body stops the reading`() throws {
        var seen = 0
        try file("1\n2\n3\n").rows { _ in
            seen += 1
            return seen < 2
        }
        #expect(seen == 2)
    }

    @Test func `a sheet that is not there is refused by the file's name`() throws {
        let table = try file("a\n")
        #expect(fault { _ = try table.sample(sheet: 1) }?.code == .noSheet)
        #expect(try table.merged().isEmpty)
        #expect(try table.sample(rows: 0).isEmpty)
    }

    @Test func `a fault tells file and line as the person sees them`() throws {
        let table = try file("a,b\n1,\"2\n", "Mape/oktobris.csv")
        do {
            _ = try table.sample()
            Issue.record("an open quote was read")
        } catch let fault as TabularFault {
            #expect(fault.problem.place?.file == "oktobris.csv")
            #expect(fault.problem.place?.line == 2)
            #expect(fault.problem.code == "file.bad-quote")
        }
    }
}
