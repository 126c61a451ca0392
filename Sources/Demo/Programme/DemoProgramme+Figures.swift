internal import Kernel
internal import Tabular

/// What is measured, and what it costs.
extension DemoProgramme {
    var indicators: [Cells] {
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
                let own: Cells = [
                    "parent": .integer(index + 1), "year": .integer(first + later),
                    "amount": .text(value),
                    "source": .text(words.valueSource.isEmpty ? words.source : words.valueSource),
                    "date": .day(Day(first + later, 12, 15) ?? start),
                ]
                let held = words.survey.map { surveyed(later, $0.name, $0.respondents) } ?? [:]
                return line("value", own.merging(held) { own, _ in own })
            }
            return [line("indicator", own)] + targets + values
        }
    }

    /// The survey of a value, in two weeks of spring.
    private func surveyed(_ later: Int, _ name: String, _ respondents: Int) -> Cells {
        [
            "name": .text(name), "from": .day(Day(first + later, 4, 7) ?? start),
            "to": .day(Day(first + later, 4, 18) ?? start), "participants": .integer(respondents),
        ]
    }

    var money: [Cells] {
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
}
