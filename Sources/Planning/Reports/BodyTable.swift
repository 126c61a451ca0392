internal import Frame
internal import Kernel

/// Events by other bodies: the social service, the youth centre and others that are no institutions of the registry.
struct BodyTable {
    static let title = Text(lv: "Citu institūciju pasākumi", en: "Events of other bodies")
    let asked: PlanQuestion
    let plan: Plan

    /// Nil where no other body held an event.
    var section: ReportSection? {
        let counters = plan.activities.flatMap { asked.counters(plan, $0) }.filter { !$0.bodies.isEmpty }
        guard !counters.isEmpty else { return nil }
        let isFirst = plan.programme.id == asked.plans.first?.programme.id
        let bodies = CaseBody.outside.filter { body in counters.contains { $0.done(body) > 0 } }
        return ReportSection(
            isFirst ? "bodies" : "bodies-\(plan.programme.id)",
            title: BodyTable.title
                + Text(same: asked.plans.count == 1 ? "" : ": \(plan.programme.title)"),
            columns: [
                ReportColumn("body", Text(lv: "Institūcija", en: "Body"), .words)
            ] + counters.map(column),
            rows: bodies.map { body in
                let numbers = counters.map { ReportCell.number($0.done(body), decimals: 0) }
                return ReportRow([.words(body.words)] + numbers)
            },
            empty: PlanWords.nothing
        )
    }

    private func column(_ counter: Counter) -> ReportColumn {
        let number = counter.activity.number
        let name = counter.recurrence.name.isEmpty ? "" : " \(counter.recurrence.name)"
        return ReportColumn(
            "a\(number.replacing(".", with: "_"))_\(counter.recurrence.ordinal)",
            Text(same: "\(number)\(name)")
        )
        .made(PlanMaking.held)
    }
}
