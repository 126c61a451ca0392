import Kernel
import Testing

@testable import Tabular

struct ODSReadingTests {
    private func rows(_ inside: String, limits: TabularLimits = TabularLimits()) throws -> [TableRow] {
        let bytes = try openDocument("<table:table table:name=\"Lapa\">\(inside)</table:table>")
        return try TableFile(bytes: bytes, name: "a.ods", limits: limits).sample(rows: .max)
    }

    private func cells(_ inside: String) throws -> [CellValue] {
        try rows("<table:table-row>\(inside)</table:table-row>").first?.cells ?? []
    }

    @Test func `each kind of value is read`() throws {
        let cells = try cells(
            """
            <table:table-cell office:value-type="float" office:value="7.50"><text:p>7,5</text:p></table:table-cell>\
            <table:table-cell office:value-type="percentage" office:value="0.745"/>\
            <table:table-cell office:value-type="date" office:date-value="2025-09-01"/>\
            <table:table-cell office:value-type="date" office:date-value="2025-09-01T12:30:00"/>\
            <table:table-cell office:value-type="time" office:time-value="PT08H30M00S"/>\
            <table:table-cell office:value-type="boolean" office:boolean-value="true"/>\
            <table:table-cell table:formula="of:=SUM([.A1])"/>\
            <table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p>\
            </table:table-cell><table:table-cell office:value-type="currency" office:value="3"/>
            """
        )
        let day = try #require(Day(2025, 9, 1))
        #expect(
            cells == [
                .number("7.5"), .text("74.5%"), .day(day), .text("2025-09-01 12:30"), .text("08:30"),
                .text("TRUE"), .formulaWithoutValue("SUM([.A1])"), .error("#DIV/0!"), .number("3"),
            ]
        )
    }

    @Test func `text keeps its paragraphs and blanks, and leaves out comments`() throws {
        let cells = try cells(
            """
            <table:table-cell office:value-type="string">
              <office:annotation><dc:creator>x</dc:creator><text:p>piezīme</text:p></office:annotation>
              <text:p>Anna<text:s text:c="2"/><text:span>Bērziņa</text:span></text:p><text:p>5.a<text:tab/>x</text:p>
            </table:table-cell>
            """
        )
        #expect(cells == [.text("Anna  Bērziņa\n5.a\tx")])
    }

    @Test func `repeated cells and rows stand for themselves, blank ones for nothing`() throws {
        let rows = try rows(
            """
            <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>\
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>\
            <table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/>\
            <table:table-cell table:number-columns-repeated="16380"/></table:table-row>\
            <table:table-row table:number-rows-repeated="1048571"><table:table-cell/></table:table-row>
            """
        )
        #expect(rows.map(\.line) == [4, 5])
        #expect(rows[1].cells == [.blank, .blank, .number("1"), .number("1")])
    }

    @Test func `repetitions beyond a spreadsheet are refused`() throws {
        let value = "office:value-type=\"float\" office:value=\"1\""
        let columns = "<table:table-row><table:table-cell \(value) table:number-columns-repeated=\"16385\"/>"
        let lines = "<table:table-row table:number-rows-repeated=\"1048577\"><table:table-cell \(value)/>"
        #expect(fault { _ = try rows(columns + "</table:table-row>") }?.code == .tooManyColumns)
        #expect(fault { _ = try rows(lines + "</table:table-row>") }?.code == .bomb)
    }

    @Test func `blanks that a file only counts are held to the limit of a row`() throws {
        let blanks = String(repeating: "<text:s text:c=\"65536\"/>", count: 70)
        let cell =
            "<table:table-cell office:value-type=\"string\"><text:p>\(blanks)</text:p></table:table-cell>"
        let found = fault { _ = try cells(cell) }
        #expect(found?.code == .rowTooLarge)
        #expect(found?.line == 1)
    }

    @Test func `covered cells are blank and merged cells are told`() throws {
        let bytes = try openDocument(
            """
            <table:table table:name="A"><table:table-row table:number-rows-repeated="2"><table:table-cell/>\
            </table:table-row><table:table-row><table:table-cell/><table:table-cell office:value-type="string" \
            table:number-columns-spanned="2" table:number-rows-spanned="1"><text:p>Vērtējums</text:p>\
            </table:table-cell><table:covered-table-cell office:value-type="string"><text:p>zem</text:p>\
            </table:covered-table-cell><table:table-cell office:value-type="float" office:value="2"/>\
            </table:table-row></table:table>
            """
        )
        let table = try TableFile(bytes: bytes, name: "a.ods")
        #expect(try table.sample().first?.cells == [.blank, .text("Vērtējums"), .blank, .number("2")])
        #expect(try table.merged() == [CellRange(rows: 3...3, columns: 1...2)])
    }

    @Test func `sheets are told apart and hidden ones flagged`() throws {
        let styles = """
            <style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>\
            <style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>
            """
        let tables = ["ta1", "ta2"].map { style in
            """
            <table:table table:name="\(style)" table:style-name="\(style)"><table:table-row><table:table-cell \
            office:value-type="string"><text:p>no \(style)</text:p></table:table-cell></table:table-row></table:table>
            """
        }
        let table = try TableFile(bytes: try openDocument(tables.joined(), styles: styles), name: "a.ods")
        #expect(table.sheets.map(\.hidden) == [false, true])
        #expect(try texts(table, sheet: 0) == [["no ta1"]])
        #expect(try texts(table, sheet: 1) == [["no ta2"]])
    }
}
