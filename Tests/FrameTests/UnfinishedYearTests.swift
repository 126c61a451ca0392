import Frame
import Kernel
import Testing

/// When a school year is whole.
struct UnfinishedYearTests {
    @Test func `a year is not over before the last day of May`() {
        let year = SchoolYear(2026)
        let last = Month(2027, 5).last
        #expect(year.endOfTeaching == last)
        #expect(year.isUnfinished(on: Month(2026, 12).first) && year.isUnfinished(on: last - 1))
        #expect(!year.isUnfinished(on: last) && !year.isUnfinished(on: year.last))
        #expect(year.unfinished.lv.hasPrefix("2026./2027. mācību gads nav noslēdzies"))
    }
}
