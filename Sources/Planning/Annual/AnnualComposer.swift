internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Composes the figures of a programme's year from the tables that its reports print, so that no number has a second
/// definition.
struct AnnualComposer {
    let plan: Plan
    let year: Int
    let asked: PlanQuestion
    let sections: [String: ReportSection]
    /// The values of indicators, by indicator.
    let readings: [Int: IndicatorReading]

    /// Reads everything as somebody sees it who may see no person.
    init(_ plan: Plan, _ year: Int, _ desk: Desk, _ connection: Connection) throws {
        (self.plan, self.year) = (plan, year)
        let desk = desk.seated(AnnualComposer.outsider(plan.programme.scope))
        var selection = Selection(year: PlanYear.reported(year))
        selection.reach = desk.asker.reach(.seePlans, on: desk.today)
        let names = RegistryNames(tenant: desk.tenant, year: selection.year, connection)
        let question = desk.question(selection, names, connection)
        asked = try PlanQuestion(question, only: plan)
        readings = try IndicatorReading.all(plan, asked, year: year)
        // What was due later is of another year's report.
        let late = LateList(plan: plan, institutions: asked.institutions, today: desk.today).items
            .filter { $0.due.parts.year <= year }
        var all = [
            try IndicatorTable(asked: asked, plan: plan).section,
            ActivityMatrix(asked: asked, plan: plan).section,
            OutcomeTable(plan: plan, year: year).section,
            BudgetReport.section(BudgetCheck(plan: plan)),
            ReportSection(
                columns: LateReport.columns,
                rows: LateReport.rows(late.map { (plan, $0) }, question)
            ), ResultTable(plan: plan).section,
        ]
        var codes = ["indicators", "activities", "outcomes", "budget", "late", "results"]
        if let events = EventTable(asked: asked, plan: plan).section {
            all.append(events)
            codes.append("institutions")
        }
        let shown = try question.disclosure.applied(to: ReportDocument(all), question).sections
        sections = Dictionary(zip(codes, shown)) { first, _ in first }
    }

    private static func outsider(_ scope: Scope) -> Asker {
        let grant = Grant(
            role: "outsider",
            roleWords: Text(lv: "sabiedrība", en: "the public"),
            permissions: [.readFigures, .seePlans],
            scope: scope,
            from: Day(number: 0),
            to: nil
        )
        return Asker(account: AccountID(rawValue: 0), name: "", language: .lv, grants: [grant])
    }

    /// The content as of the day.
    var content: AnnualContent {
        var content = AnnualContent(day: asked.question.today, year: year, programme: plan.programme.title)
        content.facts = facts.map(AnnualLabel.init)
        content.goals = goals
        content.tables = [outcomeCounts, table("institutions", EventTable.title), budget, late, steps]
            .compactMap { $0 }
        content.counts = counts
        return content
    }

    // MARK: Goals

    private var goals: [AnnualGoal] {
        var goals = plan.goals.map { goal in
            AnnualGoal(
                title: AnnualLabel(title(goal)),
                result: goal.result,
                tables: results(goal) + tables(plan.activities(of: goal), plan.indicators(of: goal))
            )
        }
        let known = Set(plan.goals.map(\.id))
        let rest = tables(
            plan.activities.filter { !known.contains($0.goal) },
            plan.indicators.filter { !known.contains($0.goal) }
        )
        if !rest.isEmpty {
            let other = Text(lv: "Ārpus mērķiem", en: "Outside the goals")
            goals.append(AnnualGoal(title: AnnualLabel(other), result: "", tables: rest))
        }
        return goals
    }

    private func title(_ goal: Goal) -> Text {
        let name = Text(same: "\(goal.number). \(goal.name)")
        guard goal.level != .none else { return name }
        let level = goal.level.words
        return name + Text(lv: " (\(level.lv.lowercased()))", en: " (\(level.en.lowercased()))")
    }

    /// What was expected of a goal and how it was met; nothing where the programme does not say it apart.
    private func results(_ goal: Goal) -> [AnnualTable] {
        let all = ResultTable(plan: plan).results
        let own = table("results", ResultTable.title, ["expected", "met", "comments"]) {
            all[$0].goal.id == goal.id
        }
        return [own].compactMap { $0 }.filter { !$0.rows.isEmpty }
    }

    private func tables(_ activities: [Activity], _ indicators: [Indicator]) -> [AnnualTable] {
        let (own, shown) = (Set(activities.map(\.id)), Set(indicators.map(\.id)))
        let ofYear = plan.activities.filter { $0.years.isEmpty || $0.years.contains(year) }
        let tables = [
            indicatorTable(shown), sourceTable(shown), activityTable(own),
            table(
                "outcomes",
                OutcomeTable.title,
                ["number", "spent", "planned", "done", "impact", "factors", "state"]
            ) { own.contains(ofYear[$0].id) },
        ]
        return tables.compactMap { $0 }.filter { !$0.rows.isEmpty }
    }

    /// Indicators with the value of the report's year beside the latest one.
    private func indicatorTable(_ own: Set<Int>) -> AnnualTable? {
        let targets = Set(plan.targets.map(\.year)).sorted().map { "target_\($0)" }
        var made = table(
            "indicators",
            IndicatorsReport.title,
            ["number", "indicator", "unit", "base"] + targets + ["value", "value_year", "standing"]
        ) { own.contains(plan.indicators[$0].id) }
        let shown = plan.indicators.filter { own.contains($0.id) }
        made?.insert(
            "own",
            Text(lv: "Vērtība \(year)", en: "Value \(year)"),
            at: 4 + targets.count,
            shown.map { AnnualCell(readings[$0.id]?.ofYear?.cell ?? .unknown) }
        )
        return made
    }

    /// Where values of indicators are from, of those that say it: beside the values there is no room on paper for it.
    private func sourceTable(_ own: Set<Int>) -> AnnualTable? {
        let origins = plan.indicators.map { indicator in
            own.contains(indicator.id)
                ? readings[indicator.id].flatMap { ($0.ofYear ?? $0.latest)?.stated(indicator) } : nil
        }
        let title = Text(lv: "Rādītāju vērtību avoti", en: "Sources of the values of indicators")
        var made = table("indicators", title, ["number", "indicator"]) { origins[$0] != nil }
        made?.code = "value_sources"
        made?.insert(
            "value_source",
            Text(lv: "Vērtības avots", en: "Source of the value"),
            at: 2,
            origins.compactMap { $0 }.map { .words(lv: $0.lv, en: $0.en) },
            isNumber: false
        )
        return made
    }

    /// Activities with their events, and the tasks done beside them.
    private func activityTable(_ own: Set<Int>) -> AnnualTable? {
        var made = table(
            "activities",
            Text(lv: "Aktivitātes un pasākumi", en: "Activities and events"),
            ["number", "activity", "result", "responsible", "planned", "done", "missing", "participants"]
        ) { own.contains(plan.activities[$0].id) }
        let shown = plan.activities.filter { own.contains($0.id) }
        let tasks = shown.map { activity in plan.tasks(of: activity).filter { $0.state != .dropped } }
        let done = Text(lv: "Uzdevumi izpildīti", en: "Tasks done")
        made?.insert(
            "tasks_done",
            done,
            at: 8,
            tasks.map { list in .count(list.count { $0.state == .done }) }
        )
        made?.insert("tasks", Text(lv: "Uzdevumi", en: "Tasks"), at: 9, tasks.map { .count($0.count) })
        return made
    }

    /// A table of the report by its code: some columns of some rows.
    func table(
        _ code: String,
        _ title: Text,
        _ kept: [String]? = nil,
        where isKept: (Int) -> Bool = { _ in true }
    ) -> AnnualTable? {
        sections[code].map { AnnualTable(code, title, $0, kept, where: isKept) }
    }
}
