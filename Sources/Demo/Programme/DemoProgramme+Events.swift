internal import Kernel
internal import Tabular

/// What took place: steps of the year, and events of institutions and of the board.
extension DemoProgramme {
    /// The steps of the year that are done; the last review has not been written yet.
    var steps: [Cells] {
        let done = [(first, 1, 6, 12), (first, 2, 8, 27), (first, 3, 12, 9), (first + 1, 1, 6, 10)]
        return done.compactMap { year, step, month, day in
            guard let date = Day(year, month, day), date <= plan.today else { return nil }
            return line("step", ["number": .integer(step), "year": .integer(year), "date": .day(date)])
        }
    }

    var events: [Cells] {
        activities.enumerated().flatMap { index, activity in
            activity.words.often.enumerated().flatMap { ordinal, often in
                often.each
                    ? ofInstitutions(index, activity.number, ordinal + 1, often)
                    : ofBoard(index, activity.number, ordinal + 1, often)
            }
        }
    }

    private func ofInstitutions(
        _ index: Int,
        _ activity: String,
        _ ordinal: Int,
        _ often: (name: String, least: Int, most: Int, rhythm: String, each: Bool)
    ) -> [Cells] {
        BoardInstitution.all(plan).prefix(8).flatMap { institution -> [Cells] in
            var dice = Dice(plan.seed, .programme, index, ordinal, institution.number)
            return [first, first + 1].flatMap { year -> [Cells] in
                // One institution has fallen behind.
                let count = institution.number == 3 ? often.least - 1 : often.least + dice.below(2)
                return days(year, max(0, count), &dice).map { day in
                    event(activity, ordinal, often.name, day, &dice, institution.name)
                }
            }
        }
    }

    private func ofBoard(
        _ index: Int,
        _ activity: String,
        _ ordinal: Int,
        _ often: (name: String, least: Int, most: Int, rhythm: String, each: Bool)
    ) -> [Cells] {
        var dice = Dice(plan.seed, .programme, index, ordinal)
        return [first, first + 1].flatMap { year -> [Cells] in
            let days =
                often.rhythm == "month"
                ? (1...12).flatMap { month in
                    (0..<often.least).compactMap { Day(year, month, 5 + 14 * $0 + dice.below(9)) }
                }
                : self.days(year, often.least + dice.below(2), &dice)
            return days.filter { $0 <= plan.today }.map {
                event(activity, ordinal, often.name, $0, &dice, nil)
            }
        }
    }

    /// So many days of a year, none in summer, none that has not come.
    private func days(_ year: Int, _ count: Int, _ dice: inout Dice) -> [Day] {
        let months = [2, 10, 4, 11, 3, 1, 9, 5]
        return (0..<count).compactMap { Day(year, months[$0 % months.count], 3 + dice.below(24)) }
            .filter { $0 <= plan.today }
    }

    private func event(
        _ activity: String,
        _ ordinal: Int,
        _ name: String,
        _ day: Day,
        _ dice: inout Dice,
        _ institution: String?
    ) -> Cells {
        line(
            "event",
            [
                "number": .integer(ordinal), "parent": .text(activity), "name": .text(name),
                "date": .day(day),
                "participants": .integer(9 + dice.below(38)),
                "institution": institution.map { .text($0) } ?? .blank,
            ]
        )
    }
}
