internal import Kernel

/// Personal codes of nobody.
///
/// A code of the old kind carries a check digit that is wrong on purpose; one of the new kind begins with 39,
/// which is not given out yet. So no line of the board can be about a living person.
enum InventedCode {
    /// Since this day new codes say nothing of the birthday.
    private static let newSince = Day(2017, 7, 1) ?? Day(number: 0)

    /// Pupils whose numbers differ share a birthday of one year only every 365 numbers.
    static func birthday(number: Int, year: Int) -> Day {
        Month(year, 1).first + number * 97 % 365
    }

    /// The code of the pupil with a number, born on their ``birthday(number:year:)``.
    static func code(number: Int, born day: Day) -> String {
        let serial = number / 365
        return day >= newSince || serial >= 9_000 ? newStyle(number) : oldStyle(serial, day)
    }

    /// The number fills the nine digits by a step that shares no factor with them: no two are the same.
    private static func newStyle(_ number: Int) -> String {
        let digits = String(number * 123_456_791 % 1_000_000_000)
        let nine = String(repeating: "0", count: 9 - digits.utf8.count) + digits
        return "39\(nine.prefix(4))-\(nine.suffix(5))"
    }

    /// Of the ten check digits the nine wrong ones tell pupils of one birthday apart, with three serial digits.
    private static func oldStyle(_ serial: Int, _ day: Day) -> String {
        let (year, month, dayOfMonth) = day.parts
        let century = year < 2000 ? 1_000 : 2_000
        let head = pair(dayOfMonth) + pair(month) + pair(year % 100) + String(century + serial % 1_000)
        let weights = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(weights, head.utf8).reduce(0) { $0 + $1.0 * Int($1.1 - 48) }
        let wrong = ((1_101 - sum) % 11 % 10 + 1 + serial / 1_000) % 10
        return "\(head.prefix(6))-\(head.suffix(4))\(wrong)"
    }

    private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
