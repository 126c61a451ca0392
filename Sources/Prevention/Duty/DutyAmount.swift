internal import Kernel

/// What unexcused absence is counted in: lessons, or days of children in preparation for school.
enum DutyUnit: Hashable, Sendable {
    case lessons
    case days

    /// What is counted, in the nominative.
    fileprivate var counted: Noun {
        switch self {
        case .lessons: Noun(lv: "mācību stunda", "mācību stundas", en: "lesson", "lessons")
        case .days: Noun(lv: "diena", "dienas", en: "day", "days")
        }
    }

    /// What a limit is of, in the accusative.
    fileprivate var allowed: Noun {
        switch self {
        case .lessons: Noun(lv: "mācību stundu", "mācību stundas", en: "lesson", "lessons")
        case .days: Noun(lv: "dienu", "dienas", en: "day", "days")
        }
    }
}

/// So many lessons or days.
struct DutyAmount: Hashable, Sendable {
    let count: Int
    let unit: DutyUnit

    /// How much was missed: "21 mācību stunda".
    var words: Text { unit.counted.counted(count) }

    /// How much may be missed: "20 mācību stundas", as what is passed or not.
    var limit: Text { unit.allowed.counted(count) }

    /// What is too much: "vairāk nekā 20 mācību stundas".
    var above: Text { Text(lv: "vairāk nekā ", en: "more than ") + limit }
}

/// When a limit was passed, as far as it is known.
enum DutyPassing: Hashable, Sendable {
    /// On the day of a lesson.
    case on(Day)
    /// Only sums are known, which came in on a day: nobody could know of it before.
    case known(Day)

    var day: Day {
        switch self {
        case .on(let day), .known(let day): day
        }
    }
}
