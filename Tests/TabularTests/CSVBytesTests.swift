import Foundation
import Testing

@testable import Tabular

struct CSVBytesTests {
    @Test func `fields and lines are cut at separators and line ends of all three kinds`() throws {
        let all = try records("a,b\r\nc,d\ne,f\rg,h")
        #expect(all.map(\.fields) == [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]])
        #expect(all.map(\.line) == [1, 2, 3, 4])
    }

    @Test func `a separator at the end of a line gives an empty last field`() throws {
        let all = try records("\"Nosaukums\"|\"Adrese\"|\r\n\"Skola\"|\"Iela 1\"|\r\n", "|")
        #expect(all.map(\.fields) == [["Nosaukums", "Adrese", ""], ["Skola", "Iela 1", ""]])
    }

    @Test func `quotes hold separators, doubled quotes and line breaks`() throws {
        let all = try records("\"a,\"\"b\"\"\",\"x\r\ny\",\"\"\n1,2,3")
        #expect(all.map(\.fields) == [["a,\"b\"", "x\r\ny", ""], ["1", "2", "3"]])
    }

    @Test func `a quote inside a field that does not begin with one is an ordinary character`() throws {
        #expect(try records("SIA \"Skola\",5\"\n").map(\.fields) == [["SIA \"Skola\"", "5\""]])
    }

    @Test func `line numbers are physical ones, also behind quoted line breaks and empty lines`() throws {
        let all = try records("a\n\"b\nb\rb\r\nb\"\n\n\nc\n")
        #expect(all.map(\.line) == [1, 2, 8])
    }

    @Test func `one and two byte order marks are passed over`() throws {
        for marks in ["\u{feff}", "\u{feff}\u{feff}"] {
            #expect(try records(marks + "Vārds,Klase\n").first?.fields == ["Vārds", "Klase"])
        }
    }

    @Test func `a quote that is never closed is a fault of the line where it opened`() {
        let found = fault { _ = try records("a,b\nc,\"d\ne,f\ng,h\n") }
        #expect(found?.code == .badQuote)
        #expect(found?.line == 2)
    }

    @Test func `text behind a closing quote is a fault of the line where the quote opened`() {
        let found = fault { _ = try records("a,b\n\"x\ny\" z,d\n") }
        #expect(found?.code == .badQuote)
        #expect(found?.line == 2)
    }

    @Test func `a zero byte is a fault with its line, inside quotes too`() {
        let plain = fault { _ = try records("a\nb\u{0}c\n") }
        let quoted = fault { _ = try records("a\n\"b\n\u{0}\"\n") }
        #expect(plain?.code == .nulByte)
        #expect(plain?.line == 2)
        #expect(quoted?.code == .nulByte)
        #expect(quoted?.line == 3)
    }

    @Test func `bytes that are not UTF-8 are a fault with the line they stand on`() {
        let bytes = Array("a\n\"b\nč\n".utf8) + [0xE7] + Array("\"\n".utf8)
        let reader = CSVBytes(bytes: bytes, separator: 44)
        let found = fault { _ = try records(reader) }
        #expect(found?.code == .mixedEncodings)
        #expect(found?.line == 4)
    }

    @Test func `a row and a number of columns beyond the limits are faults`() {
        var limits = TabularLimits()
        limits.row = 10
        limits.columns = 3
        #expect(fault { _ = try records("1,2\n12345678901234\n", limits: limits) }?.code == .rowTooLarge)
        #expect(fault { _ = try records("1,2\n1,2,3,4\n", limits: limits) }?.code == .tooManyColumns)
        #expect(fault { _ = try records("1,2,3\n1234567890\n", limits: limits) } == nil)
    }

    @Test func `an open quote before two megabytes is named as what is wrong`() {
        var limits = TabularLimits()
        limits.row = 1 << 20
        let text = "a\n\"b\n" + String(repeating: "rinda\n", count: 400_000)
        let found = fault { _ = try records(text, limits: limits) }
        #expect(found?.code == .badQuote)
        #expect(found?.line == 2)
    }

    @Test func `records that lie across blocks are whole`() throws {
        var text = ""
        var expected: [[String]] = []
        for number in 0..<60_000 {
            let note = String(repeating: "ž\"\n", count: number % 7)
            expected.append([String(number), note, ""])
            let doubled = note.split(separator: "\"", omittingEmptySubsequences: false).joined(
                separator: "\"\""
            )
            text += "\(number),\"\(doubled)\",\r\n"
        }
        let all = try records(text)
        #expect(text.utf8.count > 1 << 20)
        #expect(all.map(\.fields) == expected)
    }

    @Test func `reading is taken up again at an offset with its line`() throws {
        let text = "\u{feff}a,b\n\"c\nc\",d\ne,f\n"
        let first = CSVBytes(bytes: Array(text.utf8), separator: 44)
        var record = ByteRecord()
        #expect(try first.next(into: &record))
        #expect(try first.next(into: &record))
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv").path
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let second = try CSVBytes(path: path, separator: 44, offset: first.offset, line: first.line)
        let rest = try records(second)
        #expect(rest.map(\.fields) == [["e", "f"]])
        #expect(rest.map(\.line) == [4])
        #expect(second.offset == text.utf8.count)
    }

    @Test func `a file that is not there is a fault with its name`() {
        do throws(TabularFault) {
            _ = try CSVBytes(path: "/nekur/nav.csv", separator: 44)
            Issue.record("a missing file was opened")
        } catch {
            #expect(error == TabularFault(.unreadable, file: "nav.csv"))
        }
    }
}
