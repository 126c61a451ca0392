internal import Frame
internal import Kernel

/// Activities by year with their days and money, the events of the year beside them, and how late something of them is.
struct ActivityMatrix {
    static let title = Text(lv: "Aktivitāšu plāns", en: "Plan of activities")
    let asked: PlanQuestion
    let plan: Plan

    /// The columns of the document in its order, then what Sekme adds.
    static func columns(_ years: [Int]) -> [ReportColumn] {
        let document = [
            ReportColumn("goal_number", PlanWords.number, .words, optional: true),
            ReportColumn("goal", PlanWords.goal, .words, optional: true),
            ReportColumn("number", Text(same: "ID"), .words),
            ReportColumn("activity", PlanWords.activity, .words),
            ReportColumn("result", PlanWords.result, .words),
            ReportColumn("responsible", PlanWords.responsible, .words),
            ReportColumn("involved", PlanWords.involved, .words, optional: true),
        ]
        let crosses = years.map { ReportColumn("y\($0)", Text(same: String($0)), .words) }
        let own = [
            ReportColumn("level", PlanWords.level, .words, optional: true),
            ReportColumn("from", PlanWords.from, .day, optional: true),
            ReportColumn("to", PlanWords.to, .day, optional: true),
            ReportColumn("money", PlanWords.money, optional: true).made(ActivityMatrix.moneyMaking),
        ]
        let events = [
            ReportColumn("planned", Text(lv: "Jānotiek", en: "To take place")).made(PlanMaking.due),
            ReportColumn("done", Text(lv: "Notikuši", en: "Took place")).made(PlanMaking.held),
            ReportColumn("missing", Text(lv: "Trūkst", en: "Missing")).made(PlanMaking.lacking),
            ReportColumn("participants", Text(lv: "Dalībnieki", en: "Participants"), optional: true)
                .made(PlanMaking.participants),
            ReportColumn("late", PlanWords.daysLate, optional: true).made(ActivityMatrix.lateMaking),
        ]
        return document + crosses + own + events
    }

    private static let moneyMaking = NumberMaking(
        Text(
            lv: """
                Programmas budžeta rinda ar aktivitātes nosaukumu, visi gadi kopā; ja tādas nav – eiro, kas ierakstīti \
                aktivitātes resursos. Ja dokuments summu nenosauc, šūna ir tukša.
                """,
            en: """
                The line of the programme’s budget that is called as the activity is, all years together; where there is \
                none, the euros that its resources name. Where the document names no sum, the cell is blank.
                """
        ),
        of: []
    )
    private static let lateMaking = NumberMaking(
        Text(
            lv: """
                Dienas no vecākā nokavētā termiņa līdz šodienai: aktivitātes uzdevumi, pasākumi un gada rezultāti. Visus \
                nokavētos darbus rāda atskaite „Nokavētie plānu darbi”.
                """,
            en: """
                Days from the oldest term that has passed until today: tasks, events and yearly outcomes of the activity. \
                The report “What is late in plans” shows them all.
                """
        ),
        of: []
    )

    var section: ReportSection {
        let years = plan.years
        let money = ActivityMoney(plan)
        let late = asked.late(plan)
        return ReportSection(
            columns: ActivityMatrix.columns(years),
            rows: plan.activities.map { activity in
                let level = plan.level(of: activity)
                let span = plan.span(of: activity)
                let cost: ReportCell = money.planned(activity).map { ReportCell.money($0) } ?? .blank
                let document: [ReportCell] = [
                    .text(plan.goalNumber(of: activity)), .text(plan.aim(of: activity)),
                    .text(activity.number),
                    .text(activity.name), .text(activity.result), .names(activity.responsible),
                    .names(activity.involved),
                ]
                let own: [ReportCell] = [
                    level == .none ? .blank : .words(level.words), .optional(span.from), .optional(span.to),
                    cost,
                ]
                let crosses: [ReportCell] = years.map { activity.years.contains($0) ? .text("X") : .blank }
                let events = counts(activity) + [days(late, activity)]
                return ReportRow(document + crosses + own + events)
            }
        )
    }

    /// How long the longest delay of an activity lasts; blank where nothing of it is late.
    private func days(_ items: [LateItem], _ activity: Activity) -> ReportCell {
        let tasks = Set(plan.tasks(of: activity).map(\.id))
        let own = items.filter { item in
            switch item.kind {
            case .task: tasks.contains(item.part)
            case .events, .outcome: item.part == activity.id
            case .baseline, .value, .step: false
            }
        }
        return PlanQuestion.days(own, asked.question.today)
    }

    private func counts(_ activity: Activity) -> [ReportCell] {
        let counters = asked.counters(plan, activity)
        guard !counters.isEmpty else { return [.blank, .blank, .blank, .blank] }
        let known = counters.compactMap(\.participants)
        return [
            .number(counters.reduce(0) { $0 + $1.planned }, decimals: 0),
            .number(counters.reduce(0) { $0 + $1.done }, decimals: 0),
            .number(counters.reduce(0) { $0 + $1.lacking }, decimals: 0),
            known.isEmpty ? .unknown : .number(known.reduce(0, +), decimals: 0),
        ]
    }
}
