internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The plan of activities with its tasks, resources and results: the tables 4.1 to 4.4 of a programme.
enum ActivitiesReport: Report {
    static let name = "activities"
    static let title = Text(lv: "Programmas aktivitātes", en: "Activities of a programme")
    static let purpose = Text(
        lv: "Kas programmā jādara, kurā gadā, kas par to atbild un kas jau izdarīts?",
        en: "What is to be done in a programme, in which year, who answers for it, and what has been done?"
    )
    static let permission = Permission.seePlans
    static let filters: [ReportFilter] = [.year, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let asked = try PlanQuestion(question)
        guard !asked.plans.isEmpty else {
            return PlanQuestion.empty("activities", ActivityMatrix.columns([]))
        }
        var sections = asked.sections("activities", ActivityMatrix.title) { plan in
            ActivityMatrix(asked: asked, plan: plan).section
        }
        sections += asked.sections("tasks", TaskTable.title) { TaskTable(asked: asked, plan: $0).section }
        sections += asked.sections("resources", ResourceTable.title) { ResourceTable(plan: $0).section }
        sections += asked.sections("outcomes", OutcomeTable.title) {
            OutcomeTable(plan: $0, year: asked.year.calendar).section
        }
        sections += asked.plans.compactMap { EventTable(asked: asked, plan: $0).section }
        sections += asked.plans.compactMap { BodyTable(asked: asked, plan: $0).section }
        let results = asked.sections("results", ResultTable.title) { ResultTable(plan: $0).section }
        sections += results.filter { !$0.rows.isEmpty }
        return ReportDocument(notes: [asked.yearNote], sections)
    }
}

/// Resources.
private struct ResourceTable {
    static let title = Text(lv: "Nepieciešamie resursi", en: "Resources needed")
    let plan: Plan

    var section: ReportSection {
        ReportSection(
            columns: [
                ReportColumn("number", PlanWords.number, .words),
                ReportColumn("activity", PlanWords.activity, .words),
                ReportColumn("result", PlanWords.result, .words, optional: true),
                ReportColumn("human", PlanWords.human, .words),
                ReportColumn("support", PlanWords.support, .words, optional: true),
                ReportColumn("finance", PlanWords.finance, .words, optional: true),
                ReportColumn("duration", PlanWords.duration, .words, optional: true),
                ReportColumn("source", PlanWords.moneySource, .words),
                ReportColumn("responsible", PlanWords.responsible, .words),
            ],
            rows: plan.resources.map { row in
                ReportRow([
                    .text(row.number), .text(row.name), .text(row.result), .text(row.human),
                    .text(row.support),
                    .text(row.finance), .text(row.duration), .text(row.source), .names(row.responsible),
                ])
            }
        )
    }
}

/// What activities came to in a year; those without an outcome stand with what was planned.
struct OutcomeTable {
    static let title = Text(lv: "Aktivitāšu rezultāti", en: "Outcomes of activities")
    let plan: Plan
    let year: Int

    var section: ReportSection {
        ReportSection(
            caption: Text(lv: "\(year). gads", en: String(year)),
            columns: [
                ReportColumn("goal_number", PlanWords.number, .words, optional: true),
                ReportColumn("goal", PlanWords.goal, .words, optional: true),
                ReportColumn("number", Text(same: "ID"), .words),
                ReportColumn("activity", Text(lv: "Aktivitāte", en: "Activity"), .words),
                ReportColumn("spent", Text(lv: "Ieguldītais finansējums, EUR", en: "Spent, EUR"))
                    .made(PlanMaking.said),
                ReportColumn("planned", PlanWords.result, .words),
                ReportColumn("done", Text(lv: "Izpilde", en: "What was done"), .words),
                ReportColumn("impact", Text(lv: "Ietekmes novērtēšana", en: "Impact"), .words),
                ReportColumn(
                    "factors",
                    Text(lv: "Ietekmes faktoru analīze", en: "What helped or hindered"),
                    .words
                ),
                ReportColumn("state", PlanWords.state, .words),
            ],
            rows: plan.activities.filter { $0.years.isEmpty || $0.years.contains(year) }.map { activity in
                let outcome = plan.outcome(of: activity, year)
                let planned = outcome.map(\.planned).flatMap { $0.isEmpty ? nil : $0 } ?? activity.result
                return ReportRow([
                    .text(plan.goalNumber(of: activity)), .text(plan.aim(of: activity)),
                    .text(activity.number),
                    .text(activity.name), .money(outcome?.spent), .text(planned), .text(outcome?.done ?? ""),
                    .text(outcome?.impact ?? ""),
                    .text(outcome?.factors ?? ""), .words((outcome?.state ?? .unknown).words),
                ])
            }
        )
    }
}

/// Events by institution, of those activities that each institution is to hold.
struct EventTable {
    static let title = Text(lv: "Pasākumi pa iestādēm", en: "Events by institution")
    let asked: PlanQuestion
    let plan: Plan

    /// Nil where the programme asks nothing of each institution.
    var section: ReportSection? {
        let counters = plan.activities.flatMap { asked.counters(plan, $0) }.filter {
            !$0.institutions.isEmpty
        }
        guard !counters.isEmpty else { return nil }
        let members = asked.question.members
        let places = members.sorted(.institution, Set(counters.flatMap(\.institutions)).map(\.rawValue))
        let isFirst = plan.programme.id == asked.plans.first?.programme.id
        return ReportSection(
            isFirst ? "institutions" : "institutions-\(plan.programme.id)",
            title: EventTable.title
                + Text(same: asked.plans.count == 1 ? "" : ": \(plan.programme.title)"),
            caption: Text(
                lv: "Notikušo pasākumu skaits; virsrakstā – cik katrai iestādei jānotiek.",
                en: "The number of events that took place; the heading says how many each is to hold."
            ),
            columns: [
                ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)
            ] + counters.map(column),
            rows: places.map { place in
                let id = InstitutionID(rawValue: place)
                let numbers = counters.map { counter -> ReportCell in
                    counter.institutions.contains(id) ? .number(counter.done(id), decimals: 0) : .blank
                }
                return ReportRow([.words(members.name(.institution, place))] + numbers)
            },
            empty: PlanWords.nothing
        )
    }

    private func column(_ counter: Counter) -> ReportColumn {
        let number = counter.activity.number
        let name = counter.recurrence.name.isEmpty ? "" : " \(counter.recurrence.name)"
        let least = counter.leastOfOne
        let school = counter.schoolWords.map { Text(same: ", ") + $0 } ?? Text(same: "")
        return ReportColumn(
            "a\(number.replacing(".", with: "_"))_\(counter.recurrence.ordinal)",
            Text(
                lv: "\(number)\(name) (vismaz \(least)\(school.lv))",
                en: "\(number)\(name) (at least \(least)\(school.en))"
            )
        )
        .made(PlanMaking.held)
    }
}
