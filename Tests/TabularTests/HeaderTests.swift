import Kernel
import Testing

@testable import Tabular

struct HeaderTests {
    private func find(_ text: String, merged: [CellRange] = []) throws -> HeaderGuess? {
        HeaderFinder.find(rows: try file(text).sample(), merged: merged)
    }

    @Test func `the first row of a plain table is its heading`() throws {
        let guess = try find("Vārds,Uzvārds,Vērtējums\nAnna,Bērziņa,7\nJānis,Ozols,8\n")
        #expect(guess?.rowIndex == 0)
        #expect(guess?.headings == ["Vārds", "Uzvārds", "Vērtējums"])
        #expect(try #require(guess).confidence > 90)
    }

    @Test func `titles above the headings are passed over`() throws {
        let guess = try find(
            """
            Izglītības iestāžu saraksts,,,
            Dati uz 01.09.2025,,,

            Nr.,Iestāde,Novads,Skolēni
            1,Liepu skola,Kokneses novads,120
            2,Ozolu skola,Alūksnes novads,80
            """
        )
        #expect(guess?.rowIndex == 2)
        #expect(guess?.line == 4)
        #expect(guess?.headings == ["Nr.", "Iestāde", "Novads", "Skolēni"])
    }

    @Test func `a table of words alone has its headings first`() throws {
        #expect(try find("Skola;Novads\nLiepu skola;Kokneses novads\nOzolu skola;\n")?.rowIndex == 0)
    }

    @Test func `headings stand where a person says that they end`() throws {
        let text = "Klase,Diena\nAnna,7\nVārds,Vērtējums\nJānis,8\n"
        let rows = try file(text).sample()
        let named = try #require(HeaderFinder.headings(at: 3, rows: rows))
        #expect(named.headings == ["Vārds", "Vērtējums"] && named.line == 3)
        #expect(HeaderFinder.headings(at: 99, rows: rows) == nil)
    }

    @Test func `a row that groups columns belongs to the headings below it`() throws {
        let rows = try file(grouped).sample()
        let named = HeaderFinder.headings(at: 2, rows: rows)
        #expect(named?.headings.contains("Vērtējums / I semestris") == true)
    }

    private let grouped =
        "Vārds,Uzvārds,Vērtējums,,Klase\n,,I semestris,II semestris,\nAnna,Bērziņa,7,8,5.a\n"

    @Test func `headings of two rows are joined, with and without merged cells`() throws {
        let expected = ["Vārds", "Uzvārds", "Vērtējums / I semestris", "Vērtējums / II semestris", "Klase"]
        let merged = [
            CellRange(rows: 1...2, columns: 0...0), CellRange(rows: 1...2, columns: 1...1),
            CellRange(rows: 1...1, columns: 2...3), CellRange(rows: 1...2, columns: 4...4),
        ]
        for ranges in [[], merged] {
            let guess = try find(grouped, merged: ranges)
            #expect(guess?.headings == expected)
            #expect(guess?.rowIndex == 1)
        }
    }

    @Test func `a title over all columns is no group`() throws {
        let text = "Skolas dati,,\nVārds,Klase,Vidējais\nAnna,5.a,7\n"
        for merged in [[], [CellRange(rows: 1...1, columns: 0...2)]] {
            #expect(try find(text, merged: merged)?.headings == ["Vārds", "Klase", "Vidējais"])
        }
    }

    @Test func `nothing gives no guess`() {
        #expect(HeaderFinder.find(rows: []) == nil)
    }

    @Test func `headings are cleaned of what nobody sees`() {
        #expect(HeadingMatch.clean("\u{feff} Mācību\u{a0}gads \r\n (sākums)\t") == "Mācību gads (sākums)")
        #expect(HeadingMatch.clean("priekš\u{ad}mets") == "priekšmets")
    }

    @Test func `headings match without marks, case and punctuation`() {
        #expect(HeadingMatch.normal(" Iestādes  reģ. Nr.") == HeadingMatch.normal("iestades reg nr"))
        #expect(HeadingMatch.normal("Klase") != HeadingMatch.normal("Klases"))
    }
}
