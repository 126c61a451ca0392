internal import Kernel

extension PlanCheck {
    /// Parts of one kind that have one number: lines that name it could mean either.
    var twice: [PlanFinding] {
        let work = repeated(plan.goals) + repeated(plan.activities) + repeated(plan.tasks)
        let others = repeated(plan.parties) + repeated(plan.resources) + repeated(plan.lines)
        return work + others + repeated(plan.indicators) { $0.label }
    }

    private func repeated<Part: NumberedPart>(
        _ rows: [Part],
        _ number: (Part) -> String = { $0.number }
    ) -> [PlanFinding] {
        let groups = Dictionary(grouping: rows, by: number)
        return rows.compactMap { row -> PlanFinding? in
            guard let same = groups[number(row)], same.count > 1 else { return nil }
            let names = same.map { $0.name.isEmpty ? "–" : $0.name }
            let kind = Part.filePart.words
            let list = (
                lv: names.map { "„\($0)”" }.joined(separator: ", "),
                en: names.map { "“\($0)”" }.joined(separator: ", ")
            )
            return PlanFinding(
                code: "number.twice",
                subject: .number(Part.filePart, row.id),
                number: number(row),
                words: Text(
                    lv: "Numurs \(number(row)) ir vairākām rindām (\(kind.lv)): \(list.lv).",
                    en: "Several rows (\(kind.en)) have the number \(number(row)): \(list.en)."
                ),
                advice: Text(lv: "Dodiet katrai savu numuru.", en: "Give each a number of its own.")
            )
        }
    }
}
