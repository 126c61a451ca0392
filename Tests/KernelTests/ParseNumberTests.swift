import Kernel
import Testing

@Suite struct ParseNumberTests {
    @Test(arguments: [
        ("0", 0), ("12", 12), ("-7", -7), ("−7", -7), ("007", 7), (" 12\t", 12), ("\u{a0}12\u{a0}", 12),
        ("1 234", 1_234), ("12\u{a0}345\u{a0}678", 12_345_678), ("1\u{202f}234", 1_234),
        ("9223372036854775807", Int.max), ("-9223372036854775807", -Int.max), ("-0", 0),
        ("999999999", 999_999_999), ("0000000012", 12), ("1234567890", 1_234_567_890),
    ])
    func `a whole number is read`(text: String, value: Int) throws {
        #expect(try Parse.integer(text) == value)
    }

    @Test(arguments: [
        "abc", "12x", "x12", "1e3", "0x10", "nan", "+5", "1.0", "1,0", "1 23", "1 2345", "1234 567", "1  234",
        "--1",
        "- 1", "-", "12-", "１２", "1_000", "12\n", "inf",
    ])
    func `what is not wholly a whole number is refused`(text: String) {
        #expect(throws: ParseFault.notANumber) { try Parse.integer(text) }
    }

    @Test func `an empty text and a number too large have faults of their own`() {
        #expect(throws: ParseFault.empty) { try Parse.integer("") }
        #expect(throws: ParseFault.empty) { try Parse.integer(" \u{a0}\t") }
        #expect(throws: ParseFault.outOfRange) { try Parse.integer("9223372036854775808") }
        #expect(throws: ParseFault.outOfRange) { try Parse.integer("99999999999999999999999999") }
        #expect(throws: ParseFault.notANumber) { try Parse.integer("99999999999999999999999999x") }
    }

    @Test(arguments: [
        ("8,12", 2, 812), ("8.12", 2, 812), ("8", 2, 800), ("8,1", 2, 810), ("8,1000", 2, 810),
        ("-0,5", 1, -5),
        ("1 234,5", 1, 12_345), ("12,3", 0 + 1, 123), ("0,05", 2, 5), ("5,0", 0, 5), ("1.234", 3, 1_234),
        ("100000000000000,01", 2, 10_000_000_000_000_001), ("7,0000000000000000000000000", 0, 7),
    ])
    func `a decimal is read exactly`(text: String, decimals: Int, value: Int) throws {
        #expect(try Parse.decimal(text, decimals: decimals) == value)
    }

    @Test(arguments: [
        "1.234,5", "1,234.5", "1,2,3", "1.2.3", "12,", ",5", ".", "12,3x", "1e2", "1,5e2", "nan", "0x1p3",
        "12,3 4", "12 ,3", "1,-5", "12,3,",
    ])
    func `two signs, an exponent or trailing text are refused`(text: String) {
        #expect(throws: ParseFault.notANumber) { try Parse.decimal(text, decimals: 6) }
    }

    @Test func `more decimals than may be are refused unless they are zeros`() {
        #expect(throws: ParseFault.tooPrecise) { try Parse.decimal("8,125", decimals: 2) }
        #expect(throws: ParseFault.tooPrecise) { try Parse.decimal("1.234", decimals: 2) }
        #expect(throws: ParseFault.outOfRange) { try Parse.decimal("99999999999999999,5", decimals: 3) }
    }

    @Test func `a column may declare what parts its thousands`() throws {
        #expect(try Parse.decimal("1.234,5", decimals: 1, grouping: .point) == 12_345)
        #expect(try Parse.decimal("1,234.5", decimals: 1, grouping: .comma) == 12_345)
        #expect(try Parse.decimal("1.234", decimals: 1, grouping: .point) == 12_340)
        #expect(throws: ParseFault.notANumber) { try Parse.decimal("1.23", decimals: 1, grouping: .point) }
        #expect(throws: ParseFault.notANumber) { try Parse.decimal("1,23", decimals: 1, grouping: .comma) }
    }

    @Test(arguments: [("12,3 %", 1_230), ("12.34%", 1_234), ("74", 7_400), ("100\u{a0}%", 10_000)])
    func `a per cent is read with or without its sign`(text: String, value: Int) throws {
        #expect(try Parse.percent(text) == value)
    }

    @Test(arguments: ["%", " %", "12%%", "% 12", "12 % x"])
    func `a per cent sign alone or twice is refused`(text: String) {
        #expect(throws: (any Error).self) { try Parse.percent(text) }
    }

    @Test func `what is formatted is read back`() throws {
        var random = RandomSource(seed: 7)
        for _ in 0..<2_000 {
            let value = Int(truncatingIfNeeded: random.next()) >> Int.random(in: 1...60, using: &random)
            #expect(try Parse.integer(Format(.lv).integer(value)) == value)
            #expect(try Parse.decimal(Format(.lv).decimal(value, 2), decimals: 2) == value)
            let english = Format(.en).decimal(value, 3)
            #expect(try Parse.decimal(english, decimals: 3, grouping: .comma) == value)
        }
    }

    @Test func `a slice of bytes is read where it lies`() throws {
        let line = Array("Anna;12;8,5".utf8)
        #expect(try Parse.integer(line.span.extracting(5..<7)) == 12)
        #expect(try Parse.decimal(line.span.extracting(8..<11), decimals: 2) == 850)
    }

    @Test func `every fault has its words in both languages and a code of its own`() {
        for fault in ParseFault.allCases {
            for text in [fault.message, fault.advice] {
                #expect(text.lv.hasSuffix(".") && text.en.hasSuffix("."))
                #expect(text.lv != text.en)
            }
            #expect(Problem(fault, value: "x").code == fault.code)
        }
        #expect(Set(ParseFault.allCases.map(\.code)).count == 7)
    }
}
