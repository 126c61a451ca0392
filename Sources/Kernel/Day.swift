/// A calendar day in Europe/Riga, without a time.
///
/// Stored as the number of days since 1970-01-01 in the proleptic Gregorian calendar.
public struct Day: Hashable, Comparable, Sendable, Codable {
    /// Days since 1970-01-01; negative before.
    public let number: Int

    /// The day with a number of days since 1970-01-01.
    public init(number: Int) {
        self.number = number
    }

    /// A day by its parts, or nil where the calendar has no such day (31 February).
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= Day.length(year: year, month: month) else { return nil }
        number = Day.count(year: year, month: month, day: day)
    }

    /// The parts of the day; month and day of month start at 1.
    public var parts: (year: Int, month: Int, day: Int) {
        // The civil-from-days algorithm: years start in March, so that a leap day is the last of its year.
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let leaps = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / 146_096
        let yearOfEra = (dayOfEra - leaps) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// Monday is 1, Sunday is 7 (ISO 8601).
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// The month that holds the day.
    public var month: Month {
        let parts = parts
        return Month(parts.year, parts.month)
    }

    /// The day so many days later.
    public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }

    /// The day so many days earlier.
    public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }

    /// Days from the right day to the left one.
    public static func - (left: Day, right: Day) -> Int { left.number - right.number }

    /// Earlier days come first.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    static func length(year: Int, month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func count(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension Day: CustomStringConvertible {
    /// The ISO 8601 form, as files and addresses carry it: `2025-09-01`.
    public var description: String {
        let (year, month, day) = parts
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

/// A calendar month.
public struct Month: Hashable, Comparable, Sendable, Codable {
    /// Twelve times the year plus the month less one: a number that grows by one a month.
    public let number: Int

    /// The month with such a number.
    public init(number: Int) {
        self.number = number
    }

    /// A month by its year and its number from 1 to 12.
    public init(_ year: Int, _ month: Int) {
        number = year * 12 + month - 1
    }

    /// The year.
    public var year: Int { number / 12 }
    /// January is 1.
    public var month: Int { number % 12 + 1 }
    /// The first day.
    public var first: Day { Day(year, month, 1) ?? Day(number: 0) }
    /// The last day.
    public var last: Day { Month(number: number + 1).first - 1 }

    /// Earlier months come first.
    public static func < (left: Month, right: Month) -> Bool { left.number < right.number }
}

extension Month: CustomStringConvertible {
    /// The ISO 8601 form: `2025-09`.
    public var description: String { "\(padded(year, 4))-\(padded(month, 2))" }
}

/// A number with leading zeros.
func padded(_ number: some BinaryInteger, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
