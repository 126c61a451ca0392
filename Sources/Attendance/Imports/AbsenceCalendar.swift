internal import Kernel
internal import Registry

/// Days of lessons with their year and term, each distinct day looked up once.
final class AbsenceCalendar {
    /// The day lies after today.
    struct Future: Error {}

    private let years: Years
    private let today: Day
    private let days = TextCache()
    /// Days with their year and term, each in the place of its number's last bits: those of a school year never meet.
    private var terms = [(day: Day, year: SchoolYear, term: Int)?](repeating: nil, count: 512)

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
        let place = day.number & (terms.count - 1)
        if let known = terms[place], known.day == day { return (known.year, known.term) }
        let (year, term) = years.term(on: day)
        terms[place] = (day: day, year: year, term: term.rawValue)
        return (year, term.rawValue)
    }
}
