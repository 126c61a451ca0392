package import Kernel

/// The lessons of a class on each day of the week.
package struct Timetable: Hashable, Sendable {
    /// For Monday to Friday the subjects in order, by their places in ``BoardSubject/all``.
    package let days: [[Int]]

    init(_ plan: BoardPlan, _ group: BoardClass) {
        var dice = Dice(plan.seed, .timetable, group.institution.number, group.year.start, group.key)
        let lessons = BoardSubject.taught(in: group.grade).flatMap { subject in
            Array(repeating: subject, count: BoardSubject.all[subject].weekly(group.grade))
        }
        // Dealt like cards, so that the lessons of a subject fall on different days.
        var days: [[Int]] = Array(repeating: [], count: 5)
        for (card, subject) in lessons.enumerated() { days[card % 5].append(subject) }
        self.days = days.map { dice.shuffled($0) }
    }

    /// The subjects of a day of lessons.
    package func subjects(_ day: Day) -> [Int] { days[(day.weekday - 1) % 5] }
}
