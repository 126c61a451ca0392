package import Kernel

/// The days of lessons of a school year, with its holidays, as the state's order usually sets them.
package struct SchoolCalendar: Hashable, Sendable {
    /// The school year.
    package let year: SchoolYear
    /// All days with lessons, in order.
    package let days: [Day]
    /// The last day of the first term's lessons.
    package let firstTermEnd: Day
    /// The first day of the second term's lessons.
    package let secondTermStart: Day

    /// The calendar of a year.
    package init(_ year: SchoolYear) {
        self.year = year
        let christmas = Day(year.start, 12, 24) ?? year.first
        firstTermEnd = SchoolCalendar.friday(before: christmas)
        secondTermStart = SchoolCalendar.monday(from: Day(year.start + 1, 1, 2) ?? year.first)
        let last = SchoolCalendar.weekday(before: Day(year.start + 1, 6, 1) ?? year.last)
        let breaks = SchoolCalendar.breaks(year)
        let free = SchoolCalendar.freeDays(year)
        let (end, start) = (firstTermEnd, secondTermStart)
        days = (year.first.number...last.number).map { Day(number: $0) }.filter { day in
            day.weekday <= 5 && !(day > end && day < start) && !free.contains(day)
                && !breaks.contains { $0.contains(day) }
        }
    }

    /// The first day of lessons.
    package var first: Day { days.first ?? year.first }

    /// The last day of lessons.
    package var last: Day { days.last ?? year.last }

    /// The term of a day of lessons.
    package func term(of day: Day) -> Int { day <= firstTermEnd ? 1 : 2 }

    /// The first and the last day of a term.
    package func span(of term: Int) -> ClosedRange<Day> {
        term == 1 ? year.first...firstTermEnd : secondTermStart...last
    }

    /// A week in autumn and one in spring.
    private static func breaks(_ year: SchoolYear) -> [ClosedRange<Day>] {
        let autumn = monday(from: Day(year.start, 10, 19) ?? year.first)
        let spring = monday(from: Day(year.start + 1, 3, 11) ?? year.first)
        return [autumn...(autumn + 4), spring...(spring + 4)]
    }

    /// Public holidays that fall between September and May.
    private static func freeDays(_ year: SchoolYear) -> Set<Day> {
        let easter = easter(year.start + 1)
        let fixed = [
            Day(year.start, 11, 18), Day(year.start + 1, 5, 1), Day(year.start + 1, 5, 4),
        ]
        return Set(fixed.compactMap { $0 } + [easter - 2, easter + 1])
    }

    /// Easter Sunday, by the anonymous Gregorian computation (Meeus, "Astronomical Algorithms", chapter 8).
    static func easter(_ year: Int) -> Day {
        let (century, rest) = (year / 100, year % 100)
        let golden = year % 19
        let shift = (century - (century + 8) / 25 + 1) / 3
        let moon = (19 * golden + century - century / 4 - shift + 15) % 30
        let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
        let late = (golden + 11 * moon + 22 * week) / 451
        let sum = moon + week - 7 * late + 114
        return Day(year, sum / 31, sum % 31 + 1) ?? Month(year, 4).first
    }

    private static func monday(from day: Day) -> Day { day + (8 - day.weekday) % 7 }

    private static func friday(before day: Day) -> Day { day - ((day.weekday + 1) % 7 + 1) }

    private static func weekday(before day: Day) -> Day {
        var day = day - 1
        while day.weekday > 5 { day = day - 1 }
        return day
    }
}
