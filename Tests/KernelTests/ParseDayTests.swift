import Kernel
import Testing

@Suite struct ParseDayTests {
    @Test(arguments: [
        "01.09.2025", "01.09.2025.", "1.9.2025", "1.9.2025.", "2025-09-01", "01/09/2025", "2025.09.01.",
        "2025.09.01", " 01.09.2025. ", "\u{a0}2025-09-01",
    ])
    func `a day is read in every form that schools use`(text: String) throws {
        #expect(try Parse.day(text) == Day(2025, 9, 1))
    }

    @Test(arguments: [
        "31.02.2025", "2025-09-31", "29.02.2023.", "00.01.2025", "13/13/2025", "9/13/2025", "2025.13.01.",
    ])
    func `a day that the calendar lacks is an impossible day`(text: String) {
        #expect(throws: ParseFault.impossibleDay) { try Parse.day(text) }
    }

    @Test(arguments: ["01.09.25", "01.09.25.", "1/9/25", "25-09-01"])
    func `a year in two digits is refused as such`(text: String) {
        #expect(throws: ParseFault.shortYear) { try Parse.day(text) }
    }

    @Test(arguments: [
        "abc", "01.09", "01.09.", "2025", "20250901", "01.09.2025..", "01-09-2025", "2025-9-1", "2025/09/01",
        "01.09-2025",
        "01.09.2025. x", "2025-09-01T00:00", "001.09.2025", "01.009.2025", "01.09.20255", "01. 09. 2025.",
        "-1.9.2025",
        "1.9.202", "2025-09-01-", "01/09/2025/", "..", "1..2025",
    ])
    func `anything else is no day`(text: String) {
        #expect(throws: ParseFault.notADay) { try Parse.day(text) }
    }

    @Test func `an empty text is told apart`() {
        #expect(throws: ParseFault.empty) { try Parse.day("") }
        #expect(throws: ParseFault.empty) { try Parse.day("  ") }
    }

    @Test func `every day of thirty years is read back from both written forms`() throws {
        for number in 9_000..<20_500 {
            let day = Day(number: number)
            let written = Format(.lv).day(day)
            #expect(try Parse.day(written) == day)
            let iso = Array(day.description.utf8)
            #expect(try Parse.isoDay(iso.span) == day)
        }
    }

    @Test func `a column of one form refuses the other`() throws {
        let iso = Array("2025-09-01".utf8)
        let latvian = Array("1.9.2025.".utf8)
        let backwards = Array("2025.09.01.".utf8)
        #expect(try Parse.latvianDay(latvian.span) == Day(2025, 9, 1))
        #expect(throws: ParseFault.notADay) { try Parse.latvianDay(iso.span) }
        #expect(throws: ParseFault.notADay) { try Parse.latvianDay(backwards.span) }
        #expect(throws: ParseFault.notADay) { try Parse.isoDay(latvian.span) }
    }
}
