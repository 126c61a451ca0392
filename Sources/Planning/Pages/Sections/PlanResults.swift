internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// What each goal is to reach, qualitative and quantitative results apart, each with its judgement and comment.
///
/// A school's priorities are asked for both; other programmes show them where they have them.
struct PlanResults: Renderable {
    let view: PlanView
    /// What the indicators of goals say, by goal; nothing of a former programme.
    var hints: [Int: OutcomeHint] = [:]

    private var language: Language { view.language }

    var html: HTML {
        let isAsked = view.mayEdit && view.plan.programme.kind == .priorities
        guard isAsked || !view.plan.results.isEmpty else { return "" }
        let groups = view.plan.goals.map { goal in
            DataTable.Group("\(goal.number). \(goal.name)", rows(goal))
        }
        let filled = groups.filter { !$0.rows.isEmpty }
        guard !filled.isEmpty else { return "" }
        var table = DataTable(
            id: "results",
            language,
            caption: ResultTable.title[language],
            columns: [
                DataTable.Column(Text(lv: "Veids", en: "Kind")[language], width: .narrow),
                DataTable.Column(PlanWords.result[language], width: .broad),
                DataTable.Column(PlanWords.met[language], width: .narrow),
                DataTable.Column(PlanWords.comments[language], width: .broad),
            ],
            groups: filled
        )
        table.hidesCaption = true
        return Section(ResultTable.title[language], id: "results-section", table.html).html
    }

    private func rows(_ goal: Goal) -> [DataTable.Row] {
        let results = view.plan.results(of: goal)
        let kinds = Set(results.map(\.kind))
        let missing = view.mayEdit ? ResultKind.allCases.filter { !kinds.contains($0) } : []
        return results.map(row) + missing.map { blank($0, goal, results) }
    }

    private func row(_ result: GoalResult) -> DataTable.Row {
        DataTable.Row([
            .words(result.kind.lettered[language]),
            .words(
                result.result,
                address: view.mayEdit ? Address(GoalResult.page(result.goal, result.ordinal)) : nil
            ), .markup(judgement(result)), .words(result.note),
        ])
    }

    /// The judgement; where the indicators say another one, that with the way to its numbers.
    private func judgement(_ result: GoalResult) -> HTML {
        let badge = view.badge(result.state)
        guard let hint = hints[result.goal], hint.state != result.state, let brief = hint.brief else {
            return badge.html
        }
        let numbers =
            view.mayEdit
            ? Address(GoalResult.page(result.goal, result.ordinal))
            : OutcomeHintView.indicators(of: view.plan)
        return "\(badge) <span class=\"note\">\(Link(brief[language], numbers))</span>"
    }

    /// The row of a kind that the goal lacks, with the way to write it.
    private func blank(_ kind: ResultKind, _ goal: Goal, _ results: [GoalResult]) -> DataTable.Row {
        let taken = results.map(\.ordinal)
        let ordinal = taken.contains(kind.rawValue) ? (taken.max() ?? 0) + 1 : kind.rawValue
        let words = kind.lettered[language]
        let link = view.link(
            Text(lv: "Ierakstīt", en: "Write it"),
            GoalResult.page(goal.id, ordinal),
            about: "\(goal.number) \(words)"
        )
        return DataTable.Row([.words(words), .markup(link), .empty, .empty])
    }
}
