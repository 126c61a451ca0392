import Kernel
import Testing

@testable import Tabular

struct XLSXReadingTests {
    @Test func `numbers are the shortest text of what was typed`() throws {
        let stored = [
            "7.0", "7.0999999999999996", "0.30000000000000004", "1E3", "12345678901", "-2.50", "1E-7",
        ]
        let cells = try Workbook.row(stored.map { "<c><v>\($0)</v></c>" }.joined())
        #expect(cells.map(\.text) == ["7", "7.1", "0.3", "1000", "12345678901", "-2.5", "0.0000001"])
        #expect(cells.allSatisfy { if case .number = $0 { true } else { false } })
    }

    @Test func `shared strings join their runs and leave out readings`() throws {
        let strings = """
            <si><t>Anna</t></si><si><r><t>Bēr</t></r><r><rPr><b/></rPr><t xml:space="preserve">ziņa </t></r>\
            <rPh><t>x</t></rPh></si><si><t/></si><si><t>a_x000D_b_x005F_x0041_</t></si>
            """
        let cells = try Workbook.row(
            "<c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c>",
            strings: strings
        )
        #expect(cells == [.text("Bērziņa "), .text("Anna"), .blank, .text("a\rb_x0041_")])
    }

    @Test func `a shared string that is not there is a fault of its row`() throws {
        let book = Workbook(
            "<sheetData><row r=\"5\"><c t=\"s\"><v>9</v></c></row></sheetData>",
            strings: "<si/>"
        )
        let found = fault { _ = try book.file().sample() }
        #expect(found?.code == .damaged)
        #expect(found?.line == 5)
    }

    @Test func `inline text, truth values, errors and results of formulas`() throws {
        let cells = try Workbook.row(
            """
            <c t="inlineStr"><is><r><t>Jā</t></r><r><t>nis</t></r></is></c><c t="b"><v>1</v></c>\
            <c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>x</v></c>\
            <c><f>1+1</f><v>2</v></c><c t="d"><v>2025-09-01T00:00:00</v></c>
            """
        )
        #expect(
            cells == [
                .text("Jānis"), .text("TRUE"), .text("FALSE"), .error("#N/A"), .text("x"), .number("2"),
                .day(try #require(Day(2025, 9, 1))),
            ]
        )
    }

    @Test func `a formula without a kept result is told apart from an empty result`() throws {
        let cells = try Workbook.row(
            "<c><f>SUM(A2:A9)</f></c><c><f>B1</f><v/></c><c t=\"str\"><f>\"\"</f><v></v></c><c><v>1</v></c>"
        )
        #expect(
            cells == [.formulaWithoutValue("SUM(A2:A9)"), .formulaWithoutValue("B1"), .blank, .number("1")]
        )
        #expect(cells[0].text == "=SUM(A2:A9)")
    }

    @Test func `cells and rows stand where their references say`() throws {
        let book = Workbook(
            """
            <sheetData><row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="AA3"><v>3</v></c></row>\
            <row r="4"><c r="A4" s="0"/></row><row><c><v>5</v></c></row></sheetData>
            """
        )
        let rows = try book.file().sample()
        #expect(rows.map(\.line) == [3, 5])
        #expect(rows[0].cells.count == 27)
        #expect(rows[0][0] == .blank)
        #expect(rows[0][1] == .number("1"))
        #expect(rows[0][2] == .number("2"))
        #expect(rows[0][26] == .number("3"))
    }

    private let styles = """
        <numFmts><numFmt numFmtId="170" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="171" formatCode="0.0%"/>\
        <numFmt numFmtId="172" formatCode="0&quot; d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/>\
        <xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="46"/></cellXfs>
        """

    private func styled(_ cells: [(style: Int, value: String)], properties: String = "") throws -> [CellValue]
    {
        let all = cells.map { "<c s=\"\($0.style)\"><v>\($0.value)</v></c>" }.joined()
        return try Workbook.row(all, styles: styles, properties: properties)
    }

    @Test func `a number in a date's format is a day, and its time is kept`() throws {
        let day = try #require(Day(2025, 9, 1))
        let cells = try styled([
            (1, "45901"), (2, "45901.0"), (5, "45901.520833333336"), (0, "45901"), (4, "5"),
        ])
        #expect(
            cells == [.day(day), .day(day), .text("2025-09-01 12:30"), .number("45901"), .number("5")]
        )
    }

    @Test func `times, spans of time and percents are text as they are seen`() throws {
        let cells = try styled([(6, "0.354166666666667"), (7, "1.5"), (3, "0.745"), (3, "1"), (3, "-0.05")])
        #expect(cells.map(\.text) == ["08:30", "36:00", "74.5%", "100%", "-5%"])
    }

    @Test func `days count from 1904 where the workbook says so`() throws {
        let cells = try styled([(1, "44439"), (1, "0")], properties: "<workbookPr date1904=\"1\"/>")
        #expect(cells == [.day(try #require(Day(2025, 9, 1))), .day(try #require(Day(1904, 1, 1)))])
    }

    @Test func `the leap day of 1900 that never was is no day`() throws {
        let cells = try styled([(1, "59"), (1, "60"), (1, "61"), (1, "-1")])
        let february = try #require(Day(1900, 2, 28))
        #expect(cells == [.day(february), .number("60"), .day(february + 1), .number("-1")])
    }

    @Test func `sheets come by their tabs, hidden ones flagged, merged cells told`() throws {
        var book = Workbook("<sheetData><row><c><v>1</v></c></row></sheetData>")
        let merged = "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"B2:B4\"/></mergeCells>"
        let body = "<sheetData><row><c><v>2</v></c></row></sheetData>\(merged)"
        book.sheets.append(("Apv. žurn.", "veryHidden", body))
        let table = try book.file()
        #expect(
            table.sheets == [
                SheetInfo(name: "Lapa", index: 0), SheetInfo(name: "Apv. žurn.", index: 1, hidden: true),
            ]
        )
        #expect(try table.sample(sheet: 1) == [TableRow(line: 1, sheet: 1, cells: [.number("2")])])
        #expect(try table.merged().isEmpty)
        #expect(
            try table.merged(sheet: 1) == [
                CellRange(rows: 1...1, columns: 0...2), CellRange(rows: 2...4, columns: 1...1),
            ]
        )
    }

    @Test func `a fault names the sheet it was found on`() throws {
        let table = try Workbook("<sheetData><row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row></sheetData>")
            .file()
        do {
            _ = try table.sample()
            Issue.record("a column beyond the last one was read")
        } catch let fault as TabularFault {
            #expect(fault == TabularFault(.tooManyColumns, file: "darbgramata.xlsx", sheet: "Lapa", line: 2))
        }
    }

    @Test func `XML that is not well formed is damaged, and so is a row with a false number`() throws {
        #expect(fault { _ = try Workbook("<sheetData><row></sheetData>").file().sample() }?.code == .damaged)
        let row = "<sheetData><row r=\"9999999\"><c><v>1</v></c></row></sheetData>"
        #expect(fault { _ = try Workbook(row).file().sample() }?.code == .damaged)
    }

    @Test func `shared strings and rows beyond the limits are refused`() throws {
        var limits = TabularLimits()
        limits.sharedStrings = 10
        let long = Workbook("<sheetData><row/></sheetData>", strings: "<si><t>12345678901</t></si>")
        #expect(fault { _ = try long.file(limits: limits).sample() }?.code == .bomb)
        limits = TabularLimits()
        limits.row = 400
        let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 50)
        let wide = Workbook(
            "<sheetData><row>\(cells)</row></sheetData>",
            strings: "<si><t>123456789</t></si>"
        )
        #expect(fault { _ = try wide.file(limits: limits).sample() }?.code == .rowTooLarge)
    }
}
