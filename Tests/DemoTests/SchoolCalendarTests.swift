import Kernel
import Testing

@testable import Demo

@Suite struct SchoolCalendarTests {
    @Test(arguments: [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28")])
    func `Easter falls on the days of the almanac`(year: Int, day: String) {
        #expect(SchoolCalendar.easter(year).description == day)
    }

    @Test func `a year has about one hundred and seventy days of lessons, none on holidays`() throws {
        let calendar = SchoolCalendar(SchoolYear(2025))
        #expect((160...180).contains(calendar.days.count))
        #expect(calendar.days.allSatisfy { $0.weekday <= 5 })
        let free = ["2025-10-22", "2025-11-18", "2025-12-24", "2026-01-01", "2026-04-03", "2026-05-01"]
        for text in free { #expect(!calendar.days.contains(try Parse.day(text)), "\(text)") }
    }

    @Test func `terms end before Christmas and begin after New Year`() throws {
        let calendar = SchoolCalendar(SchoolYear(2025))
        #expect(calendar.firstTermEnd == (try Parse.day("2025-12-19")))
        #expect(calendar.secondTermStart == (try Parse.day("2026-01-05")))
        #expect(calendar.first == (try Parse.day("2025-09-01")))
        #expect(calendar.last == (try Parse.day("2026-05-29")))
    }
}
