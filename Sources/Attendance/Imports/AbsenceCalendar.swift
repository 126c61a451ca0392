internal import Kernel
internal import Registry

/// Days of lessons with their year and term, each distinct day looked up once.
final class AbsenceCalendar {
    /// The day lies after today.
    struct Future: Error {}

    private let years: Years
    private let today: Day
    private let days = TextCache()
    private var terms: [Day: (year: SchoolYear, term: Int)] = [:]

    init(_ years: Years, today: Day) {
        self.years = years
        self.today = today
    }

    /// The day that a text writes.
    ///
    /// A lesson of tomorrow was not missed yet.
    func day(_ text: Span<UInt8>) throws -> Day {
        if let known = days.value(text, in: 0) { return Day(number: known) }
        let day = try Parse.day(text)
        guard day <= today else { throw Future() }
        days.set(day.number, text, in: 0)
        return day
    }

    /// The school year and term of a day.
    func term(_ day: Day) -> (year: SchoolYear, term: Int) {
        if let known = terms[day] { return known }
        let (year, term) = years.term(on: day)
        terms[day] = (year, term.rawValue)
        return (year, term.rawValue)
    }
}
