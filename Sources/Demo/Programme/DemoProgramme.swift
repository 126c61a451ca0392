internal import Kernel
internal import Tabular

/// The demo's programme of prevention as lines of its table: five years, the second of which is running.
///
/// Its events come from the dice of each institution: some hold more than they have to, one holds too few.
struct DemoProgramme {
    static let headings = [
        "programme", "row", "number", "parent", "name", "aim", "result", "level", "responsible", "involved",
        "years",
        "from", "to", "doer", "supervisor", "person", "state", "human", "support", "finance", "source",
        "unit",
        "noun", "base", "base_due", "origin", "measure", "year", "way", "amount", "least", "most", "rhythm",
        "in_each",
        "spent", "done", "impact", "factors", "date", "decision", "protocol", "type", "participants",
        "institution",
    ]

    let plan: BoardPlan

    private typealias Cells = [String: TableCell]

    private var first: Int { plan.today.parts.year - 1 }
    private var start: Day { Day(first, 1, 1) ?? plan.today }
    private var end: Day { Day(first + 4, 12, 31) ?? plan.today }

    /// The lines, each with its cells in the order of the headings.
    var rows: [[TableCell]] {
        let lines =
            [head] + bodies + goals + work + resources + outcomes + indicators + money + events + steps
        return lines.map { line in DemoProgramme.headings.map { line[$0] ?? .blank } }
    }

    private func line(_ part: String, _ cells: Cells) -> Cells {
        cells.merging(["programme": .text("PMP-\(first)"), "row": .text(part)]) { own, _ in own }
    }

    private var head: Cells {
        line(
            "programme",
            [
                "name": .text("Neviens nepazūd: PMP prevencijas programma \(first)–\(first + 4)"),
                "aim": .text("Katrs novada izglītojamais pabeidz pamatizglītību un turpina mācības."),
                "result": .text("Riskus pamana laikus, un palīdzība ir saskaņota."),
                "type": .text("prevention"),
                "state": .text("approved"), "from": .day(start), "to": .day(end), "decision": .text("214"),
                "date": .day(start - 20), "protocol": .text("Nr. 12, 4. §"),
            ]
        )
    }

    private var bodies: [Cells] {
        let bodies = [
            ("Izglītības iestādes", "every-institution", "Pamana riskus, strādā ar klasi un ģimeni"),
            ("Izglītības pārvalde", "other", "Koordinē, apkopo ziņas, uzrauga programmu"),
            ("Sociālais dienests", "other", "Sniedz psihosociālu palīdzību, vada sociālos gadījumus"),
            ("Jauniešu centrs", "other", "Rīko ārpusstundu pasākumus"),
        ]
        return bodies.enumerated().map { index, body in
            line(
                "party",
                [
                    "number": .integer(index + 1), "name": .text(body.0), "type": .text(body.1),
                    "result": .text(body.2),
                ]
            )
        }
    }

    private var goals: [Cells] {
        ProgrammeWords.goals.enumerated().map { index, goal in
            line(
                "goal",
                [
                    "number": .integer(index + 1), "name": .text(goal.name), "level": .text(goal.level),
                    "result": .text(goal.result),
                ]
            )
        }
    }

    /// Activities with their numbers: 1.1, 1.2, 2.1.
    private var activities: [(number: String, goal: Int, words: ProgrammeWords.Activity)] {
        ProgrammeWords.activities.enumerated().flatMap { goal, activities in
            activities.enumerated().map { ("\(goal + 1).\($0 + 1)", goal, $1) }
        }
    }

    private var work: [Cells] {
        activities.flatMap { number, goal, words -> [Cells] in
            let own = line(
                "activity",
                [
                    "number": .text(number), "parent": .integer(goal + 1), "name": .text(words.name),
                    "aim": .text(words.aim), "result": .text(words.result),
                    "responsible": .text(words.responsible),
                    "involved": .text(words.involved), "years": .text("\(first)–\(first + 4)"),
                ]
            )
            let often = words.often.enumerated().map { index, often in
                line(
                    "recurrence",
                    [
                        "number": .integer(index + 1), "parent": .text(number), "name": .text(often.name),
                        "least": .integer(often.least), "most": .integer(often.most),
                        "rhythm": .text(often.rhythm),
                        "in_each": .text(often.each ? "jā" : "nē"),
                    ]
                )
            }
            return [own] + often + words.tasks.enumerated().map { task($0, $1, number, words) }
        }
    }

    private func task(
        _ index: Int,
        _ name: String,
        _ activity: String,
        _ words: ProgrammeWords.Activity
    ) -> Cells {
        var cells: Cells = [
            "number": .text("\(activity).\(index + 1)"), "parent": .text(activity), "name": .text(name),
            "doer": .text(words.responsible), "supervisor": .text("Izglītības pārvalde"),
        ]
        // The first task of an activity belongs to the first year; the others run on.
        let until = index == 0 ? Day(first, 11, 30) ?? end : Day(first + 4, 8, 31) ?? end
        cells["from"] = .day(start)
        cells["to"] = .day(until)
        if index == 0 {
            let isForgotten = activity == "3.1" || activity == "6.1"
            cells["state"] = .text(isForgotten ? "started" : "done")
            if !isForgotten { cells["date"] = .day(until - 30) }
            cells["person"] = .text("PMP koordinators")
        } else {
            cells["state"] = .text(index == 1 ? "started" : "planned")
        }
        return line("task", cells)
    }

    /// A row for each activity but the last, which shares the row of its goal with the one before.
    private var resources: [Cells] {
        activities.dropLast().enumerated().map { index, activity in
            let isOfGoal = index == activities.count - 2
            return line(
                "resource",
                [
                    "number": .integer(index + 1),
                    "parent": isOfGoal ? .integer(activity.goal + 1) : .text(activity.number),
                    "name": .text(isOfGoal ? ProgrammeWords.goals[activity.goal].name : activity.words.name),
                    "result": .text(activity.words.result),
                    "human": .text("Atbildīgais speciālists, vadītāji, lektori"),
                    "support": .text("Telpas un transports"),
                    "finance": .text("Pašvaldības budžets un projekti"),
                    "source": .text("Pašvaldība; ES fondi"), "responsible": .text(activity.words.responsible),
                ]
            )
        }
    }

    /// Outcomes of the first year; one activity has none yet.
    private var outcomes: [Cells] {
        activities.enumerated().filter { $0.offset != 5 }.map { index, activity in
            let state = index % 4 == 3 ? "partly" : "reached"
            return line(
                "outcome",
                [
                    "parent": .text(activity.number), "year": .integer(first),
                    "result": .text(activity.words.result),
                    "done": .text(state == "reached" ? "Izdarīts, kā plānots." : "Izdarīta lielākā daļa."),
                    "spent": .integer(400 + 150 * index), "state": .text(state),
                    "impact": .text("Iesaistītie vērtē kā noderīgu."),
                    "factors": .text(
                        state == "reached" ? "Palīdzēja skaidrs grafiks." : "Kavēja speciālistu trūkums."
                    ),
                ]
            )
        }
    }

    private var indicators: [Cells] {
        ProgrammeWords.indicators.enumerated().flatMap { index, words -> [Cells] in
            var own: Cells = [
                "number": .integer(index + 1), "parent": .integer(words.goal + 1), "name": .text(words.name),
                "unit": .text(words.unit), "noun": .text(words.noun), "base": .text(words.base),
                "source": .text(words.source),
                "origin": .text(words.source == "Aptauja" ? "survey" : "typed"),
            ]
            if !words.measure.isEmpty {
                own["origin"] = .text("measure")
                own["measure"] = .text(words.measure)
            }
            if words.base.isEmpty { own["base_due"] = .day(Day(first, 8, 31) ?? start) }
            let targets = words.targets.map { target in
                line(
                    "target",
                    [
                        "parent": .integer(index + 1), "year": .integer(first + target.later),
                        "way": .text(target.way), "amount": .text(target.amount),
                    ]
                )
            }
            let values = words.values.enumerated().map { later, value in
                line(
                    "value",
                    [
                        "parent": .integer(index + 1), "year": .integer(first + later),
                        "amount": .text(value),
                        "source": .text(words.source), "date": .day(Day(first + later, 12, 15) ?? start),
                    ]
                )
            }
            return [line("indicator", own)] + targets + values
        }
    }

    private var money: [Cells] {
        ProgrammeWords.budget.flatMap { budget in
            let own = line(
                "budget",
                [
                    "number": .text(budget.number), "name": .text(budget.name),
                    "source": .text(budget.source),
                    "amount": .integer(budget.yearly.reduce(0, +)),
                ]
            )
            let amounts = budget.yearly.enumerated().map { later, euros -> Cells in
                var cells: Cells = [
                    "parent": .text(budget.number), "year": .integer(first + later),
                    "amount": .integer(euros),
                ]
                // A line with parts is paid through them.
                if later == 0, budget.number != "1" { cells["spent"] = .integer(euros * 94 / 100) }
                return line("amount", cells)
            }
            return [own] + amounts
        }
    }

    /// The steps of the year that are done; the last review has not been written yet.
    private var steps: [Cells] {
        let done = [(first, 1, 6, 12), (first, 2, 8, 27), (first, 3, 12, 9), (first + 1, 1, 6, 10)]
        return done.compactMap { year, step, month, day in
            guard let date = Day(year, month, day), date <= plan.today else { return nil }
            return line("step", ["number": .integer(step), "year": .integer(year), "date": .day(date)])
        }
    }

    private var events: [Cells] {
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
