internal import Frame
internal import Kernel
internal import Pages

/// The pictures of an annual report, drawn from the cells of its own tables.
struct AnnualCharts {
    let language: Language

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    private func head(_ id: String, _ title: String, _ summary: String) -> ChartHead {
        var head = ChartHead(id: "chart-\(id)", language, title: title, summary: summary)
        head.hasTableBelow = true
        return head
    }

    /// How many activities of each goal reached what was planned.
    func outcomes(_ table: AnnualTable) -> HTML? {
        let codes = ["reached", "partly", "missed", "unknown"]
        let meanings: [Meaning] = [.high, .sufficient, .insufficient, .other]
        let rows = table.rows.indices.map { row in codes.map { table.cell(row, $0)?.count ?? 0 } }
        let all = rows.flatMap { $0 }.reduce(0, +)
        guard all > 0 else { return nil }
        let reached = rows.reduce(0) { $0 + $1[0] }
        let activities = Noun(lv: "aktivitātes", "aktivitātēm", en: "activity", "activities").form(all)
        return StackedBars(
            head(
                "outcomes",
                text("Aktivitāšu rezultāti pa mērķiem", "Outcomes of activities by goal"),
                text(
                    "Plānotais sasniegts: \(reached) no \(all) gada \(activities.lv).",
                    "\(reached) of the year’s \(all) \(activities.en) reached what was planned."
                )
            ),
            units: Units(),
            .absolute,
            thing: PlanWords.goal[language],
            series: zip(codes, meanings).map { code, meaning in
                let words = table.columns.first { $0.code == code }?.heading.text[language] ?? code
                return StackedBars.Series(words, meaning)
            },
            bars: table.rows.indices.map { row in
                StackedBars.Bar(table.rows[row][0].words(language), rows[row])
            }
        ).html
    }

    /// Planned events held and missing, of activities that have to hold some.
    func events(_ table: AnnualTable, id: String) -> HTML? {
        let bars = table.rows.indices.compactMap { row -> (name: String, done: Int, missing: Int)? in
            guard let planned = table.cell(row, "planned")?.count, planned > 0,
                let held = table.cell(row, "done")?.count
            else { return nil }
            let name = [table.cell(row, "number"), table.cell(row, "activity")]
                .compactMap { $0?.words(language) }.joined(separator: " ")
            // A report that was frozen before this column was has what it had.
            let missing = table.cell(row, "missing")?.count ?? max(0, planned - held)
            return (name, planned - missing, missing)
        }
        guard !bars.isEmpty else { return nil }
        let (done, missing) = (bars.reduce(0) { $0 + $1.done }, bars.reduce(0) { $0 + $1.missing })
        return StackedBars(
            head(
                id,
                text("Plānotie pasākumi", "Planned events"),
                text(
                    "No plānotajiem notikuši \(done), trūkst \(missing).",
                    "Of those planned \(done) were held, \(missing) are missing."
                )
            ),
            units: Units(),
            .absolute,
            thing: PlanWords.activity[language],
            series: [
                StackedBars.Series(text("Notikuši", "Held"), .data),
                StackedBars.Series(text("Trūkst", "Missing"), .other),
            ],
            bars: bars.map { StackedBars.Bar($0.name, [$0.done, $0.missing]) }
        ).html
    }

    /// Money spent and left of what was planned for the year, by line; nothing where nobody noted what was spent.
    func money(_ table: AnnualTable, _ year: Int) -> HTML? {
        let bars = table.rows.indices.compactMap { row -> StackedBars.Bar? in
            // Parts of a line are in the line already.
            guard let number = table.cell(row, "number")?.words(language), PlanNumber.parent(number) == nil,
                let planned = table.cell(row, "y")?.hundredths,
                let spent = table.cell(row, "y_spent")?.hundredths
            else { return nil }
            let name = table.cell(row, "line")?.words(language) ?? number
            return StackedBars.Bar(name, [spent / 100, max(0, planned - spent) / 100])
        }
        guard !bars.isEmpty else { return nil }
        return StackedBars(
            head(
                "money",
                text("Budžets \(year). gadā, veselos eiro", "The budget of \(year), in whole euros"),
                text(
                    "Cik no katrai rindai paredzētā ir izlietots un cik palicis.",
                    "How much of what each line planned was spent and how much is left."
                )
            ),
            units: Units(),
            .absolute,
            thing: text("Pasākums", "Line"),
            series: [
                StackedBars.Series(text("Izlietots", "Spent"), .data),
                StackedBars.Series(text("Palicis", "Left"), .other),
            ],
            bars: bars
        ).html
    }
}
