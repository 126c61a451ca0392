import Testing

@testable import Tabular

struct NumberFormatTests {
    @Test(arguments: [
        ("General", NumberFormat.plain), ("0.00", .plain), ("#,##0\" dienas\"", .plain), ("[Red]0", .plain),
        ("0\\d", .plain), ("0.0E+00", .plain), ("0_d", .plain), ("0;\"m\"", .plain),
        ("dd.mm.yyyy", .date), ("[$-426]d. mmmm yyyy", .date), ("mmm-yy", .date), ("yyyy-mm-dd hh:mm", .date),
        ("mmmm", .date), ("h:mm AM/PM", .time), ("mm:ss", .time), ("[h]:mm", .elapsed), ("[mm]:ss", .elapsed),
        ("0%", .percent), ("0.00\\ %", .percent),
    ])
    func `a format code tells dates from numbers`(_ code: String, _ expected: NumberFormat) {
        #expect(NumberFormat(code: code) == expected)
    }

    @Test func `the built-in formats of dates are those of the standard`() {
        let dates = (0..<200).filter {
            NumberFormat(builtIn: $0) != .plain && NumberFormat(builtIn: $0) != .percent
        }
        #expect(dates == Array(14...22) + Array(45...47))
    }

    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("007", "7"), ("0.50", "0.5"), (".5", "0.5"), ("5.", "5"), ("-1.10", "-1.1"),
        ("1.5E+3", "1500"), ("1.234567E2", "123.4567"), ("12345678901234567890", "12345678901234567890"),
        ("17.599999999999998", "17.6"), ("0.99999999999999989", "1"), ("9.9999999999999996E-2", "0.1"),
        ("123456789.12345679", "123456789.123457"), ("1E20", "100000000000000000000"), (" 7 ", "7"),
    ])
    func `stored numbers become the text that was typed`(_ stored: String, _ expected: String) {
        #expect(NumberText.shortest(stored) == expected)
        let short = NumberText.short(Array(stored.utf8))
        #expect(short == nil || short == expected)
    }

    @Test(arguments: ["", "a", "1,5", "1.2.3", "0x10", "nan", "inf", "--1", "1e999"])
    func `what is no number stays none`(_ stored: String) {
        #expect(NumberText.shortest(stored) == nil)
        #expect(NumberText.short(Array(stored.utf8)) == nil)
    }

    @Test func `percents shift the point without rounding`() {
        #expect(
            ["0.7456", "1", "0", "-0.5", "0.001", "12.5"].map(NumberText.percent) == [
                "74.56", "100", "0", "-50", "0.1", "1250",
            ]
        )
    }

    @Test func `column letters and numbers agree`() {
        for column in [0, 25, 26, 51, 52, 701, 702, 16_383] {
            let found = CellReference.parse("\(CellReference.letters(column))12")
            #expect(found?.column == column)
            #expect(found?.row == 12)
        }
        #expect(CellReference.letters(16_383) == "XFD")
        for name in ["", "A", "12", "A0", "A1B", "1A", "Č1"] { #expect(CellReference.parse(name) == nil) }
        #expect(CellReference.range("C3:A1") == nil)
        #expect(CellReference.range("B2") == CellRange(rows: 2...2, columns: 1...1))
    }
}
