import Tabular
import Testing

@testable import Exchange

/// The rows of a file that a person judges its letters by.
struct TellingRowsTests {
    private func rows(_ names: [String]) -> [TableRow] {
        names.enumerated().map { TableRow(line: $0 + 2, cells: [.text("p\($0)"), .text($1)]) }
    }

    private func lines(_ names: [String]) -> [Int] { FileLook.telling(rows(names)).map(\.line) }

    @Test func `five rows at most are shown, the first ones where no letter tells anything`() {
        #expect(lines(["a", "b", "c", "d", "e", "f", "g"]) == [2, 3, 4, 5, 6])
        #expect(lines(["a", "b"]) == [2, 3])
        #expect(lines([]).isEmpty)
    }

    @Test func `rows with other letters come before plain ones, in the order of the file`() {
        #expect(lines(["a", "b", "c", "d", "e", "f", "ā", "g", "š"]) == [2, 3, 4, 8, 10])
        #expect(lines(["a", "ā", "č", "ē", "ģ", "ī", "ķ"]) == [3, 4, 5, 6, 7])
    }

    @Test func `what a wrong encoding makes of a letter tells, and a dash does not`() {
        #expect(lines(["–", "b", "c", "d", "e", "f", "B\u{FFFD}rzi"]) == [2, 3, 4, 5, 8])
        #expect(lines(["a", "b", "c", "d", "e", "f", "B\u{83}rzi"]) == [2, 3, 4, 5, 8])
        #expect(lines(["a", "b", "c", "d", "e", "„f”", "–"]) == [2, 3, 4, 5, 6])
    }
}
