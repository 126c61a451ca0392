internal import Frame
internal import Kernel

/// What stands beside the goals.
extension AnnualComposer {
    var facts: [Text] {
        let programme = plan.programme
        var facts: [Text] = []
        if let from = programme.from, let to = programme.to {
            func span(_ language: Language) -> String {
                "\(Format(language).day(from)) – \(Format(language).day(to))"
            }
            facts.append(Text(lv: "Programmas laiks: \(span(.lv))", en: "The programme runs \(span(.en))"))
        }
        if !programme.decision.isEmpty {
            func day(_ language: Language) -> String {
                programme.decided.map { ", \(Format(language).day($0))" } ?? ""
            }
            let number = programme.decision
            facts.append(Text(lv: "Lēmums Nr. \(number)\(day(.lv))", en: "Decision no. \(number)\(day(.en))"))
        }
        if plan.recurrences.contains(where: { $0.rhythm == .schoolYear }) {
            func school(_ language: Language) -> String {
                Format(language).schoolYear(PlanYear.reported(year))
            }
            facts.append(
                Text(
                    lv: "Mācību gada pasākumi: \(school(.lv)) m. g.",
                    en: "Events of a school year: \(school(.en))"
                )
            )
        }
        return facts
    }

    var counts: [AnnualCount] {
        let check = BudgetCheck(plan: plan)
        let tasks = plan.tasks.filter { $0.state != .dropped }
        let events = sections["activities"].map { AnnualTable("activities", ActivityMatrix.title, $0) }
        let known = plan.indicators.count { readings[$0.id]?.ofYear?.isTold == true }
        return [
            AnnualCount(
                code: "tasks",
                name: AnnualLabel(Text(lv: "Uzdevumi izpildīti", en: "Tasks done")),
                part: .count(tasks.count { $0.state == .done }),
                whole: .count(tasks.count)
            ),
            AnnualCount(
                code: "events",
                name: AnnualLabel(Text(lv: "Plānotie pasākumi notikuši", en: "Planned events held")),
                part: kept(events),
                whole: events?.sum("planned")
            ),
            AnnualCount(
                code: "participants",
                name: AnnualLabel(Text(lv: "Dalībnieki pasākumos", en: "Participants of events")),
                part: events?.sum("participants") ?? .unknown,
                whole: nil
            ),
            AnnualCount(
                code: "indicators",
                name: AnnualLabel(
                    Text(lv: "Rādītāji ar \(year). gada vērtību", en: "Indicators with a value of \(year)")
                ),
                part: .count(known),
                whole: .count(plan.indicators.count)
            ),
            AnnualCount(
                code: "money",
                name: AnnualLabel(Text(lv: "Izlietots, EUR", en: "Spent, EUR")),
                part: .money(check.sum(check.tops) { check.spent($0, year) }),
                whole: .money(check.sum(check.tops) { check.planned($0, year) })
            ),
        ]
    }

    /// How many of the planned events were held: what one activity has beyond its number is not what another lacks.
    private func kept(_ events: AnnualTable?) -> AnnualCell {
        guard let planned = events?.sum("planned").count, let missing = events?.sum("missing").count else {
            return .unknown
        }
        return .count(planned - missing)
    }

    /// How many activities of each goal reached what was planned.
    var outcomeCounts: AnnualTable? {
        guard !plan.goals.isEmpty else { return nil }
        let states: [OutcomeState] = [.reached, .partly, .missed, .unknown]
        var columns = [
            AnnualTable.Column(code: "goal", heading: AnnualLabel(PlanWords.goal), isNumber: false)
        ]
        columns += states.map {
            AnnualTable.Column(code: $0.code, heading: AnnualLabel($0.words), isNumber: true)
        }
        return AnnualTable(
            code: "outcome-counts",
            title: AnnualLabel(Text(lv: "Kas sasniegts pa mērķiem", en: "What was reached by goal")),
            columns: columns,
            rows: plan.goals.map { goal in
                let activities = plan.activities(of: goal).filter {
                    $0.years.isEmpty || $0.years.contains(year)
                }
                let name = "\(goal.number). \(goal.name)"
                return [.words(lv: name, en: name)]
                    + states.map { state in
                        .count(activities.count { (plan.outcome(of: $0, year)?.state ?? .unknown) == state })
                    }
            }
        )
    }

    /// Money of the year beside that of all years, which the budget report prints.
    var budget: AnnualTable? {
        guard !plan.lines.isEmpty else { return nil }
        let check = BudgetCheck(plan: plan)
        guard var made = table("budget", BudgetReport.title, ["number", "line", "total", "spent"]) else {
            return nil
        }
        made.columns[2] = made.columns[2].named(Text(lv: "Paredzēts kopā", en: "Planned in all"))
        made.columns[3] = made.columns[3].named(Text(lv: "Izlietots kopā", en: "Spent in all"))
        func add(_ code: String, _ heading: Text, at place: Int, _ number: (BudgetLine) -> Int?) {
            made.insert(code, heading, at: place, plan.lines.map { .money(number($0)) })
            made.total?.insert(.money(check.sum(check.tops, number)), at: place)
        }
        add("y", Text(lv: "Paredzēts \(year)", en: "Planned \(year)"), at: 2) { check.planned($0, year) }
        add("y_spent", Text(lv: "Izlietots \(year)", en: "Spent \(year)"), at: 3) { check.spent($0, year) }
        return made
    }

    var late: AnnualTable? {
        table("late", LateReport.title, ["kind", "number", "name", "due", "days", "responsible", "behind"])
    }

    /// The meetings and the review of the year, and that its results were collected.
    ///
    /// That they were published is the report's own day, which its figures cannot know.
    var steps: AnnualTable? {
        let all = Cycle(plan: plan, today: asked.question.today).steps
        let own = all.filter { step in
            step.step != .publication && step.year == (step.step == .results ? year + 1 : year)
        }
        guard !own.isEmpty else { return nil }
        return AnnualTable(
            code: "steps",
            title: AnnualLabel(Text(lv: "Gada cikls", en: "The programme’s year")),
            columns: [
                AnnualTable.Column(
                    code: "step",
                    heading: AnnualLabel(Text(lv: "Solis", en: "Step")),
                    isNumber: false
                ),
                AnnualTable.Column(
                    code: "due",
                    heading: AnnualLabel(Text(lv: "Termiņš", en: "Due")),
                    isNumber: false
                ),
                AnnualTable.Column(
                    code: "done",
                    heading: AnnualLabel(Text(lv: "Izdarīts", en: "Done")),
                    isNumber: false
                ),
            ],
            rows: own.map { step in
                [
                    .words(lv: step.step.words.lv, en: step.step.words.en), .day(step.due.number),
                    step.mark?.day.map { .day($0.number) }
                        ?? .words(lv: "nav izdarīts", en: "not done"),
                ]
            }
        )
    }
}
