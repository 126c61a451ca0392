internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// What an activity came to in its years, as people judged it.
extension ActivityParts {
    /// The years of the activity that have begun.
    var judgedYears: [Int] {
        let now = view.today.parts.year
        return (activity.years.isEmpty ? view.plan.years : activity.years).filter { $0 <= now }
    }

    var outcomes: HTML? {
        let years = judgedYears
        guard !years.isEmpty else { return nil }
        return PlanTable(
            id: "outcomes",
            title: Text(lv: "Rezultāti pa gadiem", en: "Outcomes by year"),
            language: language,
            columns: [
                DataTable.Column(PlanWords.year[language], width: .narrow),
                DataTable.Column(PlanWords.state[language], width: hints.isEmpty ? .narrow : .normal),
                DataTable.Column(Text(lv: "Kas izdarīts", en: "What was done")[language], width: .broad),
                DataTable.Column(
                    Text(lv: "Ietekme un apstākļi", en: "Impact and factors")[language],
                    isOptional: true
                ),
                DataTable.Column("EUR", .number),
            ],
            rows: years.map(outcome)
        ).html
    }

    private func outcome(_ year: Int) -> DataTable.Row {
        let outcome = view.plan.outcome(of: activity, year)
        let state = outcome?.state ?? .unknown
        let factors = [outcome?.impact, outcome?.factors].compactMap { $0 }.filter { !$0.isEmpty }
        return DataTable.Row([
            .words(
                String(year),
                address: view.mayEdit ? Address(address + "/outcomes/\(year)") : nil
            ), .markup(judgement(state, year)), .words(outcome?.done ?? ""),
            .words(factors.joined(separator: " ")),
            outcome?.spent.map { .words(Money.digits($0, language)) } ?? .words("–"),
        ])
    }

    /// The judgement of a year; where the indicators say another one, that with the way to its numbers.
    private func judgement(_ state: OutcomeState, _ year: Int) -> HTML {
        let badge = view.badge(state)
        guard let hint = hints[year], hint.state != state, let brief = hint.brief else { return badge.html }
        let numbers =
            view.mayEdit
            ? Address(address + "/outcomes/\(year)") : OutcomeHintView.indicators(of: view.plan)
        return "\(badge) <span class=\"note\">\(Link(brief[language], numbers))</span>"
    }
}
