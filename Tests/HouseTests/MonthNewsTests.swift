import Kernel
import Testing

@testable import House

/// The month that home tells of.
struct MonthNewsTests {
    private let october = Month(2026, 10).number
    private var months: [Int] { [october + 2, october, october + 1] }

    @Test func `a month of which one day is known is not laid beside a whole one`() {
        let first = MonthNews.latest(months, today: Month(2026, 12).first)
        #expect(first == MonthNews.Latest(now: october + 1, before: october))
        let last = MonthNews.latest(months, today: Month(2026, 12).last)
        #expect(last == MonthNews.Latest(now: october + 2, before: october + 1))
    }

    @Test func `the first month of a year is told up to the day, beside nothing`() {
        let day = Month(2026, 10).first + 4
        #expect(
            MonthNews.latest([october], today: day)
                == MonthNews.Latest(now: october, before: nil, through: day)
        )
        #expect(MonthNews.latest([], today: day) == nil)
    }
}
