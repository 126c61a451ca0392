internal import Frame
internal import Kernel

/// What priorities are to reach and how it was met, with the columns of the form of self-evaluation.
struct ResultTable {
    static let title = Text(
        lv: "Prioritātes un sasniedzamie rezultāti",
        en: "Priorities and their expected results"
    )
    let plan: Plan

    /// The results in the order of the document: by goal, the qualitative ones first.
    var results: [(goal: Goal, result: GoalResult)] {
        plan.goals.flatMap { goal in plan.results(of: goal).map { (goal: goal, result: $0) } }
    }

    var section: ReportSection {
        ReportSection(
            columns: [
                ReportColumn("priority", PlanWords.priority, .words),
                ReportColumn(
                    "expected",
                    Text(
                        lv: "Sasniedzamie rezultāti (kvalitatīvi un kvantitatīvi)",
                        en: "Expected results (qualitative and quantitative)"
                    ),
                    .words
                ),
                ReportColumn(
                    "met",
                    Text(
                        lv: "Norāde par uzdevumu izpildi (sasniegts / daļēji sasniegts / nav sasniegts)",
                        en: "How it was met (reached / partly reached / not reached)"
                    ),
                    .words
                ), ReportColumn("comments", PlanWords.comments, .words),
            ],
            rows: results.map { goal, result in
                ReportRow([
                    .text("\(goal.number). \(goal.name)"),
                    .words(result.kind.lettered + Text(same: ": \(result.result)")),
                    .words(result.state.words), .text(result.note),
                ])
            }
        )
    }
}
