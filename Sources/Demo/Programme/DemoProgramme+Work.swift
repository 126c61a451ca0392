internal import Kernel
internal import Tabular

/// What is to be done, with what, and what came of it.
extension DemoProgramme {
    var work: [Cells] {
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
            if !isForgotten {
                cells["date"] = .day(until - 30)
                cells["note"] = .text("Paveikts, kā iecerēts.")
            }
            cells["person"] = .text("PMP koordinators")
        } else {
            cells["state"] = .text(index == 1 ? "started" : "planned")
        }
        return line("task", cells)
    }

    /// A row for each activity but the last, which shares the row of its goal with the one before.
    var resources: [Cells] {
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
    var outcomes: [Cells] {
        activities.enumerated().filter { $0.offset != 5 }.map { index, activity in
            // Of what each institution is to hold one has fallen behind.
            let isBehind = activity.words.often.contains { $0.each }
            let state = isBehind || index % 4 == 3 ? "partly" : "reached"
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
}
