import Foundation
import Kernel
import Testing

@testable import Tabular

struct WorkbookWriterTests {
    private func write(_ writer: any TableWriter) throws -> [UInt8] {
        try writer.begin(SheetLayout(name: "Kavējumi 2025/26", headings: ["Vārds", "Skaits"], widths: [20]))
        try writer.row([
            .text("Ēriks <&> \"Š\"\n rinda  2 "), .integer(1204), .decimal(-5, decimals: 2),
            .decimal(81_234, decimals: 3), .percent(755, decimals: 1), .percent(50, decimals: 0),
            .day(try #require(Day(2025, 9, 1))),
        ])
        try writer.row([.text("=1+1"), .blank, .integer(1_234_567_890_123_456_789), .text("")])
        try writer.row([])
        try writer.begin(SheetLayout(name: "kavējumi 2025-26"))
        try writer.row([.day(try #require(Day(1900, 1, 15))), .day(try #require(Day(1850, 1, 1)))])
        return try writer.finish()
    }

    @Test(arguments: [TableFormat.xlsx, .ods])
    func `what is written reads back by kind and value`(_ format: TableFormat) throws {
        let table = try TableFile(bytes: try write(try format.writer()), name: "a")
        #expect(table.format == format)
        #expect(table.sheets.map(\.name) == ["Kavējumi 2025-26", "kavējumi 2025-26 (2)"])
        let rows = try table.sample()
        #expect(rows.map(\.line) == [1, 2, 3])
        #expect(rows[0].cells == [.text("Vārds"), .text("Skaits")])
        #expect(
            rows[1].cells == [
                .text("Ēriks <&> \"Š\"\n rinda  2 "), .number("1204"), .number("-0.05"), .number("81.234"),
                .text("75.5%"), .text("50%"), .day(try #require(Day(2025, 9, 1))),
            ]
        )
        #expect(rows[2].cells == [.text("=1+1"), .blank, .text("1234567890123456789")])
        let old = try table.sample(sheet: 1).first
        #expect(old?[0] == .day(try #require(Day(1900, 1, 15))))
        #expect(old?[1].text == "1850-01-01")
    }

    @Test(arguments: [TableFormat.xlsx, .ods])
    func `equal input gives equal bytes, in memory and on disk`(_ format: TableFormat) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let first = try write(try format.writer())
        #expect(try write(try format.writer()) == first)
        #expect(try write(try format.writer(path: path)).isEmpty)
        #expect(try Array(Data(contentsOf: URL(filePath: path))) == first)
        let folder = FileManager.default.temporaryDirectory.path
        let name = URL(filePath: path).lastPathComponent
        let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(name) }
        #expect(left == [name])
    }

    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let content = try ZipArchive.with(.bytes(bytes), TabularLimits()) { try $0.bytes(name) }
        return String(decoding: content, as: UTF8.self)
    }

    @Test func `headings are bold, frozen and have filters; dates have the Latvian form`() throws {
        let bytes = try write(try XLSXWriter())
        let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""))
        #expect(sheet.contains("<autoFilter ref=\"A1:B4\"/>"))
        #expect(sheet.contains("<col min=\"1\" max=\"1\" width=\"20\""))
        #expect(sheet.contains("<c r=\"A1\" s=\"1\" t=\"inlineStr\">"))
        #expect(try part("xl/workbook.xml", of: bytes).contains("'Kavējumi 2025-26'!$A$1:$B$4</definedName>"))
        #expect(try part("xl/styles.xml", of: bytes).contains("formatCode=\"dd\\.mm\\.yyyy\""))
        #expect(try !part("xl/worksheets/sheet2.xml", of: bytes).contains("autoFilter"))
    }

    @Test func `characters that XML cannot hold come back from a workbook`() throws {
        let words = "a\u{1}b\rc\u{ffff}_x0041_"
        let writer = try XLSXWriter()
        try writer.row([.text(words)])
        let table = try TableFile(bytes: try writer.finish(), name: "a.xlsx")
        #expect(try texts(table) == [[words]])
    }

    @Test func `a workbook without a row can be opened`() throws {
        for format in [TableFormat.xlsx, .ods] {
            let table = try TableFile(bytes: try format.writer().finish(), name: "a")
            #expect(try table.sample().isEmpty)
            #expect(table.sheets.count == 1)
        }
    }

    @Test func `names of sheets are fit, short and each once`() {
        var names = SheetNames()
        let long = String(repeating: "ā", count: 40)
        #expect(names.make("[5.a]: *?/\\'") == "-5.a-- ----")
        #expect(names.make(long).utf16.count == 31)
        #expect(names.make(long).hasSuffix(" (2)"))
        #expect(names.make(long).utf16.count == 31)
        #expect(names.make("''") == "5")
    }

    @Test func `many rows go through files and come back`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let writer = try XLSXWriter(path: path)
        try writer.begin(SheetLayout(name: "Daudz", headings: ["Nr.", "Skola"]))
        for number in 0..<5_000 { try writer.row([.integer(number), .text("Skola \(number % 40)")]) }
        try writer.finish()
        var sum = 0
        var last = 0
        try TableFile(path: path).rows { row in
            sum += Int(row[0].text) ?? 0
            last = row.line
            return true
        }
        #expect(sum == 4_999 * 2_500)
        #expect(last == 5_001)
    }
}
