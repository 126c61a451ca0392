import Foundation
import Kernel
import Testing

@testable import Tabular

struct RecognitionTests {
    private func code(_ bytes: [UInt8], _ limits: TabularLimits = TabularLimits()) -> TabularFault.Code? {
        fault { _ = try TableFile(bytes: bytes, name: "fails.csv", limits: limits) }?.code
    }

    private let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    @Test func `nothing, or blanks only, is an empty file`() {
        #expect(code([]) == .empty)
        #expect(code(Array("\u{feff}\r\n \r\n".utf8)) == .empty)
    }

    @Test func `files that are no tables are refused by their kind`() {
        #expect(code(Array("%PDF-1.7 …".utf8)) == .pdf)
        #expect(code(Array("\u{feff}\n <!DOCTYPE html><html>".utf8)) == .html)
        #expect(code(Array("<table><tr><td>1</td></tr></table>".utf8)) == .html)
        #expect(code(compound + [UInt8](repeating: 0, count: 600)) == .oldExcel)
        #expect(code(compound + [0, 1] + wide("EncryptedPackage", littleEndian: true)) == .encrypted)
        #expect(code([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]) == .unknownType)
        #expect(code((0...255).map { UInt8($0) }) == .unknownType)
    }

    @Test func `a zip file without a workbook is refused, and one that is cut off`() throws {
        var zip = ZipWriter()
        zip.add("word/document.xml", "<document/>")
        #expect(code(try zip.write(path: nil)) == .unknownType)
        let whole = try Workbook("<sheetData/>").bytes()
        #expect(code(Array(whole.dropLast(30))) == .damaged)
        #expect(code(Array(whole.prefix(100))) == .damaged)
    }

    @Test func `a workbook whose packed bytes were spoilt is damaged`() throws {
        let rows = (1...2000).map { "<row r=\"\($0)\"><c><v>\($0 * 7919)</v></c></row>" }.joined()
        var bytes = try Workbook("<sheetData>\(rows)</sheetData>").bytes()
        let name = Array("xl/worksheets/sheet0.xml".utf8)
        let start = try #require(bytes.firstRange(of: name)).upperBound
        for index in 0..<40 { bytes[start + 400 + index] ^= 0x5A }
        let table = try TableFile(bytes: bytes, name: "a.xlsx")
        #expect(fault { _ = try table.sample(rows: .max) }?.code == .damaged)
    }

    @Test func `the extension of the name does not matter`() throws {
        let bytes = try Workbook("<sheetData><row><c><v>1</v></c></row></sheetData>").bytes()
        #expect(try TableFile(bytes: bytes, name: "skola.csv").format == .xlsx)
    }

    @Test func `sizes beyond the limits are refused before they are unpacked`() throws {
        var limits = TabularLimits()
        limits.file = 100
        #expect(code([UInt8](repeating: 65, count: 101), limits) == .tooLarge)
        limits = TabularLimits()
        limits.entries = 2
        #expect(code(try Workbook("<sheetData/>").bytes(), limits) == .bomb)
        limits = TabularLimits()
        limits.unpacked = 500
        #expect(code(try Workbook("<sheetData/>").bytes(), limits) == .bomb)
    }

    @Test func `a part that unpacks to hundreds of times its size is a bomb`() throws {
        let blank = String(repeating: " ", count: 11 << 20)
        #expect(code(try Workbook("<sheetData>\(blank)</sheetData>").bytes()) == .bomb)
        var limits = TabularLimits()
        limits.ratio = 2_000
        #expect(code(try Workbook("<sheetData>\(blank)</sheetData>").bytes(), limits) == nil)
    }

    @Test func `definitions of entities are refused`() throws {
        var zip = ZipWriter()
        zip.add("_rels/.rels", XLSXParts.relations)
        zip.add(
            "xl/workbook.xml",
            "<!DOCTYPE w [<!ENTITY a \"b\">]><workbook><sheets><sheet name=\"&a;\"/></sheets></workbook>"
        )
        #expect(code(try zip.write(path: nil)) == .entities)
    }

    @Test func `an encrypted OpenDocument file is told`() throws {
        let bytes = try openDocument(
            "<table:table/>",
            manifest: "<m:file-entry><m:encryption-data/></m:file-entry>"
        )
        #expect(code(bytes) == .encrypted)
    }

    @Test func `a file on disk is read like one in memory, and a missing one is refused`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(try Workbook("<sheetData><row><c><v>42</v></c></row></sheetData>").bytes())
            .write(to: URL(filePath: path))
        #expect(try texts(try TableFile(path: path)) == [["42"]])
        #expect(fault { _ = try TableFile(path: path + "x") }?.code == .unreadable)
        #expect(fault { _ = try TableFile(path: "/") }?.code == .unreadable)
    }

    @Test(arguments: TabularFault.Code.allCases)
    func `every fault has its words in both languages`(_ code: TabularFault.Code) {
        let problem = TabularFault(code, file: "a.csv", line: 3).problem
        #expect(problem.code == code.rawValue)
        for text in [problem.message, problem.advice] {
            #expect(text.lv != text.en)
            #expect(text.lv.hasSuffix(".") && text.en.hasSuffix("."))
        }
        let others = TabularFault.Code.allCases.filter { $0 != code }
        #expect(!others.contains { TabularFault($0).problem.message == problem.message })
    }
}
