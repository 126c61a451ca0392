import Kernel
import Testing

@Suite struct DayTests {
    @Test func `number and parts of a day give each other back over four centuries`() {
        var expected = Day(number: -135_140)
        while expected.number < 47_482 {
            let (year, month, day) = expected.parts
            #expect(Day(year, month, day) == expected)
            expected = expected + 1
        }
    }

    @Test func `1 September 2025 is a Monday`() throws {
        let day = try #require(Day(2025, 9, 1))
        #expect(day.weekday == 1)
        #expect(day.number == 20_332)
        #expect(day.description == "2025-09-01")
    }

    @Test(arguments: [(2025, 2, 29), (1900, 2, 29), (2025, 4, 31), (2025, 13, 1), (2025, 0, 1), (2025, 1, 0)])
    func `a day that the calendar lacks is nil`(year: Int, month: Int, day: Int) {
        #expect(Day(year, month, day) == nil)
    }

    @Test func `a month knows its first and last day`() {
        #expect(Month(2024, 2).last.description == "2024-02-29")
        #expect(Month(2025, 12).last.description == "2025-12-31")
        #expect(Month(number: Month(2025, 12).number + 1).description == "2026-01")
    }
}
