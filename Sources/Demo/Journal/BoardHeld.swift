package import Kernel

/// The lessons that a class, or a part of it, had in a subject in a month.
package struct BoardHeld: Hashable, Sendable {
    /// What is taught, to whom, by whom.
    package let teaching: BoardTeaching
    /// The month.
    package let month: Month
    /// Lessons of the month, up to today.
    package let lessons: Int
}

extension ClassBook {
    /// The lessons that the journal has up to a day, by teaching and month.
    package func held(through today: Day) -> [BoardHeld] {
        var counts: [Month: [Int: Int]] = [:]
        for day in calendar.days where day <= today && !isMissing(day) {
            for subject in timetable.subjects(day) {
                counts[day.month, default: [:]][subject, default: 0] += 1
            }
        }
        let months = counts.keys.sorted { $0.number < $1.number }
        return teachings.flatMap { teaching in
            months.compactMap { month in
                let lessons = counts[month]?[teaching.subject] ?? 0
                return lessons == 0 ? nil : BoardHeld(teaching: teaching, month: month, lessons: lessons)
            }
        }
    }
}
