internal import Frame
internal import Kernel

/// Tasks with their terms, whether they are done, and how late they are.
struct TaskTable {
    static let title = Text(lv: "Aktivitātes un darba uzdevumi", en: "Activities and tasks")
    let asked: PlanQuestion
    let plan: Plan

    /// The columns of the document in its order, then what Sekme adds.
    private static let columns = [
        ReportColumn("goal_number", PlanWords.number, .words, optional: true),
        ReportColumn("goal", PlanWords.goal, .words, optional: true),
        ReportColumn("activity_number", Text(same: "ID"), .words),
        ReportColumn("activity", PlanWords.activity, .words, optional: true),
        ReportColumn("number", Text(lv: "Uzdevuma Nr.", en: "Task no."), .words),
        ReportColumn("task", PlanWords.task, .words),
        ReportColumn("term", PlanWords.term, .words),
        ReportColumn("doer", Text(lv: "Izpildītājs", en: "Done by"), .words),
        ReportColumn(
            "supervisor",
            Text(lv: "Par uzraudzību atbildīgā institūcija", en: "Supervised by"),
            .words,
            optional: true
        ),
        ReportColumn("from", PlanWords.from, .day, optional: true),
        ReportColumn("to", PlanWords.to, .day, optional: true),
        ReportColumn("person", PlanWords.person, .words, optional: true),
        ReportColumn("state", PlanWords.state, .words),
        ReportColumn("done", Text(lv: "Izpildīts", en: "Done on"), .day, optional: true),
        ReportColumn("late", PlanWords.daysLate, optional: true).made(PlanMaking.late),
    ]

    var section: ReportSection {
        let late = Dictionary(grouping: asked.late(plan).filter { $0.kind == .task }, by: \.part)
        return ReportSection(
            columns: TaskTable.columns,
            rows: plan.activities.flatMap { activity in
                plan.tasks(of: activity).map { row($0, of: activity, late[$0.id] ?? []) }
            }
        )
    }

    private func row(_ task: WorkTask, of activity: Activity, _ late: [LateItem]) -> ReportRow {
        ReportRow([
            .text(plan.goalNumber(of: activity)), .text(plan.aim(of: activity)), .text(activity.number),
            .text(activity.name), .text(task.number), .text(task.name), .words(task.termWords),
            .names(task.doer), .names(task.supervisor), .optional(task.from), .optional(task.to),
            .text(task.person), .words(task.state.words), .optional(task.done),
            PlanQuestion.days(late, asked.question.today),
        ])
    }
}

extension WorkTask {
    /// The term as the document says it, else its days.
    var termWords: Text {
        if !term.isEmpty { return Text(same: term) }
        func span(_ language: Language) -> String {
            let format = Format(language)
            return [from, to].map { $0.map(format.day) ?? "…" }.joined(separator: " – ")
        }
        return from == nil && to == nil ? Text(same: "") : Text(lv: span(.lv), en: span(.en))
    }
}
