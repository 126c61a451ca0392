import Frame
import SekmeTesting
import Tabular
import Testing

@testable import Planning

struct BudgetRecognitionTests {
    private func sureness(_ text: String) throws -> Int {
        let rows = try TableFile(bytes: Array(text.utf8), name: "tabula.csv").sample()
        return BudgetTable.recognise(SheetSample(file: "tabula.csv", sheet: "", headings: [], rows: rows))
    }

    @Test func `activities over years with numbers are a budget`() throws {
        for heading in ["Nr.;Pasākums;2022;2023;2024;Kopā", "No.;Activity;2022;2023;Total"] {
            #expect(try sureness("\(heading)\n1;Mentori;100;200;300\n") == 85, "\(heading)")
        }
    }

    @Test func `a list of something else over years may be one, and is asked about`() throws {
        #expect(try sureness("Nr.;Iestāde;2019;2020;2021\n1;Bērzu skola;23;23;26\n") == 20)
        #expect(try sureness("Iestāde;2019;2020;2021\nBērzu skola;23;23;26\n") == 0)
    }

    @Test(.enabled(if: SharedData.isThere, SharedData.absence))
    func `ratings of heads over years are no sure budget, and a published budget is`() throws {
        func shared(_ name: String) throws -> Int {
            let rows = try TableFile(path: SharedData.path("ventspils/\(name)")).sample()
            return BudgetTable.recognise(SheetSample(file: name, sheet: "", headings: [], rows: rows))
        }
        #expect(try shared("head_ratings.csv") == 20)
        #expect(try shared("budget_2022_2024.csv") == 85)
    }
}
