import Foundation
import Kernel
import Testing

@testable import Tabular

struct CSVWriterTests {
    private func written(_ rows: [[TableCell]], _ separator: Separator = .comma) throws -> String {
        let writer = try CSVWriter(separator: separator)
        for row in rows { try writer.row(row) }
        return String(decoding: try writer.finish(), as: UTF8.self)
    }

    @Test func `cells are written by their kind, lines end with CRLF`() throws {
        let day = try #require(Day(2025, 9, 1))
        let row: [TableCell] = [
            .text("Anna"), .integer(-1204), .decimal(-5, decimals: 2), .percent(755, decimals: 1), .day(day),
            .blank,
        ]
        #expect(try written([row]) == "Anna,-1204,-0.05,75.5%,2025-09-01,\r\n")
        #expect(try written([row], .semicolon) == "Anna;-1204;-0,05;75,5%;2025-09-01;\r\n")
    }

    @Test func `quotes stand only where they are needed`() throws {
        let row: [TableCell] = [.text("a,b"), .text("a;b"), .text("\"x\""), .text("x\ny"), .text("x y")]
        #expect(try written([row]) == "\"a,b\",a;b,\"\"\"x\"\"\",\"x\ny\",x y\r\n")
    }

    @Test func `a mark of byte order and headings come first`() throws {
        let writer = try CSVWriter(byteOrderMark: true)
        try writer.begin(SheetLayout(name: "x", headings: ["code", "name"]))
        try writer.row([.integer(1), .text("ā")])
        #expect(try writer.finish() == [0xEF, 0xBB, 0xBF] + Array("code,name\r\n1,ā\r\n".utf8))
    }

    @Test(arguments: ["=1+1", "+371", "-5", "@x", "\tx", "\rx", "'=x", "''@", "=", "-"])
    func `text that looks like a formula is guarded and comes back as it was`(_ text: String) throws {
        #expect(CSVWriter.guarded(text) == "'" + text)
        #expect(CSVWriter.unguarded(CSVWriter.guarded(text)) == text)
        let bytes = Array(try written([[.text(text), .text("x")]]).utf8)
        var table = try TableFile(bytes: bytes, name: "a.csv")
        table.separator = .comma
        #expect(try texts(table) == [["'" + text, "x"]])
        table.unguards = true
        #expect(try texts(table) == [[text, "x"]])
    }

    @Test(arguments: ["", "a=b", "'x", "''", "5", "−5", "'"])
    func `other text is left alone`(_ text: String) {
        #expect(CSVWriter.guarded(text) == text)
        #expect(CSVWriter.unguarded(text) == text)
    }

    @Test func `a file appears under its name only when it is complete`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let writer = try CSVWriter(path: path)
        let long = String(repeating: "ž", count: 40_000)
        for _ in 0..<4 { try writer.row([.text(long), .integer(1)]) }
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try writer.finish().isEmpty)
        #expect(try texts(try TableFile(path: path)) == Array(repeating: [long, "1"], count: 4))
        #expect(!FileManager.default.fileExists(atPath: path + ".part"))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func `a folder that is not there is a fault`() {
        for format in TableFormat.allCases {
            do throws(TabularFault) {
                let writer = try format.writer(path: "/nekur/nav.dat")
                try writer.row([.integer(1)])
                Issue.record("a file was begun in a folder that is not there")
            } catch {
                #expect(error == TabularFault(.unwritable, file: "nav.dat"))
            }
        }
    }
}
