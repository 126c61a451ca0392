internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// Goals with their activities, one table.
struct PlanGoals: Renderable {
    let view: PlanView

    var html: HTML {
        let (plan, language) = (view.plan, view.language)
        let lone = plan.activities.filter { plan.goal($0.goal) == nil }
        var groups = plan.goals.map { goal in
            DataTable.Group(heading(goal), plan.activities(of: goal).map(row))
        }
        if !lone.isEmpty {
            groups.append(DataTable.Group(Text(lv: "Bez mērķa", en: "No goal")[language], lone.map(row)))
        }
        var table = DataTable(
            id: "activities",
            language,
            caption: Text(lv: "Mērķi un aktivitātes", en: "Goals and activities")[language],
            columns: [
                DataTable.Column("ID", width: .narrow),
                DataTable.Column(Text(lv: "Aktivitāte", en: "Activity")[language], width: .broad),
                DataTable.Column(PlanWords.responsible[language]),
                DataTable.Column(Text(lv: "Gadi", en: "Years")[language], width: .narrow, isOptional: true),
                DataTable.Column(
                    Text(lv: "Pasākumi \(view.year.calendar)", en: "Events \(view.year.calendar)")[language],
                    .number
                ), DataTable.Column(Text(lv: "Uzdevumi", en: "Tasks")[language], .number, isOptional: true),
            ],
            groups: groups
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            Text(lv: "Programmā vēl nav aktivitāšu", en: "The programme has no activities yet")[language],
            advice: Text(
                lv: "Pievienojiet mērķi un tam aktivitātes vai importējiet programmas tabulu.",
                en: "Add a goal and its activities, or import the table of the programme."
            )[language],
            link: view.mayEdit
                ? Link(
                    Text(lv: "Pievienot mērķi", en: "Add a goal")[language],
                    Address(view.address + "/goals/new")
                )
                : nil
        )
        let buttons: [HTML] =
            plan.goals.isEmpty
            ? []
            : [
                view.addButton(Text(lv: "Pievienot mērķi", en: "Add a goal"), "\(view.address)/goals/new"),
                view.addButton(
                    Text(lv: "Pievienot aktivitāti", en: "Add an activity"),
                    "\(view.address)/activities/new"
                ),
            ].compactMap { $0 }
        return Section(
            Text(lv: "Mērķi un aktivitātes", en: "Goals and activities")[language],
            "\(table)\(PlanButtons(buttons))"
        ).html
    }

    private func heading(_ goal: Goal) -> String {
        let name = "\(goal.number). \(goal.name)"
        return goal.level == .none ? name : "\(name) (\(goal.level.words[view.language].lowercased()))"
    }

    private func row(_ activity: Activity) -> DataTable.Row {
        let counters = view.counting.counters(activity)
        let planned = counters.reduce(0) { $0 + $1.planned }
        let tasks = view.plan.tasks(of: activity).filter { $0.state != .dropped }
        let isLate = counters.contains { $0.missing > 0 }
        return DataTable.Row([
            .words(activity.number),
            .words(activity.name, note: activity.result, address: "/planning/activities/\(activity.id)"),
            .words(Plan.names(activity.responsible).joined(separator: ", ")),
            .words(YearSpans.words(activity.years)),
            planned == 0
                ? .words("–")
                : .words(of(counters.reduce(0) { $0 + $1.done }, planned), needsAttention: isLate),
            tasks.isEmpty ? .words("–") : .words(of(tasks.count { $0.state == .done }, tasks.count)),
        ])
    }

    private func of(_ part: Int, _ whole: Int) -> String {
        "\(view.format.integer(part))\u{a0}/\u{a0}\(view.format.integer(whole))"
    }
}

/// Years as people write them: 2024–2026, 2028.
enum YearSpans {
    static func words(_ years: [Int]) -> String {
        var spans: [(first: Int, last: Int)] = []
        for year in years.sorted() {
            if let last = spans.last, last.last == year - 1 {
                spans[spans.count - 1].last = year
            } else {
                spans.append((year, year))
            }
        }
        // Joiners keep the years of a span on one line.
        let words = spans.map { span in
            span.first == span.last ? String(span.first) : "\(span.first)\u{2060}–\u{2060}\(span.last)"
        }
        return words.joined(separator: ", ")
    }
}

/// Small buttons under a section; nothing where there are none.
struct PlanButtons: Renderable {
    let buttons: [HTML]

    init(_ buttons: [HTML?]) {
        self.buttons = buttons.compactMap { $0 }
    }

    var html: HTML { buttons.isEmpty ? "" : "<div class=\"buttons\">\(buttons)</div>" }
}

/// Indicators with baseline, targets and the latest value.
struct PlanIndicators: Renderable {
    let view: PlanView

    private var years: [Int] { Array(Set(view.plan.targets.map(\.year))).sorted() }

    var html: HTML {
        let (plan, language) = (view.plan, view.language)
        guard !plan.indicators.isEmpty || view.mayEdit else { return "" }
        var columns = [
            DataTable.Column(PlanWords.number[language], width: .narrow),
            DataTable.Column(Text(lv: "Rādītājs", en: "Indicator")[language], width: .broad),
            DataTable.Column(Text(lv: "Bāze", en: "Baseline")[language], .number),
        ]
        columns += years.map {
            DataTable.Column(Text(lv: "Mērķis \($0)", en: "Target \($0)")[language], .number)
        }
        columns.append(DataTable.Column(Text(lv: "Pēdējā vērtība", en: "Latest value")[language], .number))
        if view.mayEdit {
            columns.append(DataTable.Column(Text(lv: "Darbība", en: "Action")[language], width: .narrow))
        }
        var table = DataTable(
            id: "indicators",
            language,
            caption: Text(lv: "Rezultatīvie rādītāji", en: "Indicators")[language],
            columns: columns,
            rows: plan.indicators.map(row)
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            Text(lv: "Rādītāju vēl nav", en: "There are no indicators yet")[language],
            advice: Text(
                lv: "Pievienojiet rādītāju ar bāzes vērtību, mērķi un datu avotu.",
                en: "Add an indicator with its baseline, target and source."
            )[language]
        )
        let add = view.addButton(
            Text(lv: "Pievienot rādītāju", en: "Add an indicator"),
            "\(view.address)/indicators/new"
        )
        return Section(
            Text(lv: "Rezultatīvie rādītāji", en: "Indicators")[language],
            id: "indicators-section",
            "\(table)\(PlanButtons([add]))"
        ).html
    }

    private func row(_ indicator: Indicator) -> DataTable.Row {
        let language = view.language
        let targets = view.plan.targets(of: indicator)
        let name = indicator.part.isEmpty ? indicator.name : "\(indicator.name): \(indicator.part)"
        var cells: [DataTable.Cell] = [
            .words(indicator.number),
            .words(
                name,
                note: indicator.source.isEmpty ? nil : indicator.source,
                address: view.mayEdit ? "/planning/indicators/\(indicator.id)/edit" : nil
            ), base(indicator),
        ]
        cells += years.map { year in
            guard let target = targets.first(where: { $0.year == year }) else { return .words("–") }
            let words = indicator.words(target, language)
            guard view.mayEdit else { return .words(words) }
            return .words(words, address: "/planning/indicators/\(indicator.id)/targets/\(year)")
        }
        cells.append(latest(indicator, targets))
        if view.mayEdit {
            let year = view.year.calendar
            cells.append(
                .markup(
                    """
                    <a href="\("/planning/indicators/\(indicator.id)/values/\(year)" as Address)">\
                    \(Text(lv: "Ievadīt\u{a0}\(year)", en: "Enter\u{a0}\(year)"), language)\
                    <span class="unseen"> \(indicator.label)</span></a>
                    """
                )
            )
        }
        return DataTable.Row(cells)
    }

    private func base(_ indicator: Indicator) -> DataTable.Cell {
        if let base = indicator.base { return .words(indicator.words(base, view.language)) }
        guard let due = indicator.baseDue else { return .noData }
        let words = Text(lv: "līdz \(view.format.day(due))", en: "by \(view.format.day(due))")[view.language]
        return .words(words, needsAttention: due < view.today)
    }

    private func latest(_ indicator: Indicator, _ targets: [Target]) -> DataTable.Cell {
        let values = view.plan.values(of: indicator)
        guard let last = values.last else {
            guard indicator.origin == .measure else { return .noData }
            let words = Text(lv: "atskaitē", en: "in the report")[view.language]
            return .words(words, address: "/reports/planning/indicators")
        }
        let aim = targets.first { $0.year >= last.year } ?? targets.last
        let before = values.dropLast().last?.amount ?? indicator.base
        let standing = aim.map {
            IndicatorPath(indicator, targets).standing(last.amount, $0, before: before)
        }
        let isMissed = standing == .below && aim.map { $0.year <= last.year } == true
        let note =
            standing == .reached
            ? Text(lv: "\(last.year), mērķis sasniegts", en: "\(last.year), target reached")[view.language]
            : String(last.year)
        return .words(indicator.words(last.amount, view.language), note: note, needsAttention: isMissed)
    }
}

/// Money by line and year.
struct PlanMoney: Renderable {
    let view: PlanView

    var html: HTML {
        let check = BudgetCheck(plan: view.plan)
        guard !view.plan.lines.isEmpty else { return "" }
        let language = view.language
        let years = check.years
        func cell(_ cents: Int?) -> DataTable.Cell {
            cents.map { .words(Money.digits($0, language)) } ?? .words("–")
        }
        var table = DataTable(
            id: "budget",
            language,
            caption: Text(lv: "Budžets, EUR", en: "Budget, EUR")[language],
            columns: [
                DataTable.Column(PlanWords.number[language], width: .narrow),
                DataTable.Column(Text(lv: "Pasākums", en: "Line")[language]),
            ] + years.map { DataTable.Column(String($0), .number) } + [
                DataTable.Column(PlanWords.total[language], .number),
                DataTable.Column(Text(lv: "Izlietots", en: "Spent")[language], .number),
            ],
            rows: check.tops.map { line in
                DataTable.Row(
                    [.words(line.number), .words(line.name, note: line.source.isEmpty ? nil : line.source)]
                        + years.map { cell(check.planned(line, $0)) }
                        + [cell(check.total(line)), cell(check.sum(years) { check.spent(line, $0) })]
                )
            }
        )
        table.hidesCaption = true
        table.totals = [
            DataTable.Row(
                [.words(""), .words(PlanWords.total[language])]
                    + years.map { year in cell(check.sum(check.tops) { check.planned($0, year) }) }
                    + [
                        cell(check.sum(check.tops) { check.total($0) }),
                        cell(check.sum(check.tops) { line in check.sum(years) { check.spent(line, $0) } }),
                    ]
            )
        ]
        let all = Link(
            Text(lv: "Visas budžeta rindas", en: "All lines of the budget")[language],
            "/reports/planning/budget"
        )
        return Section(Text(lv: "Budžets, EUR", en: "Budget, EUR")[language], "\(table)<p>\(all)</p>").html
    }
}

/// The steps of the year, each with a button that says that it is done.
struct PlanSteps: Renderable {
    let view: PlanView

    var html: HTML {
        let language = view.language
        guard view.plan.programme.status == .approved else { return "" }
        let year = view.today.parts.year
        let steps = Cycle(plan: view.plan, today: view.today).steps.filter { step in
            step.state == .late || (step.year >= year - 1 && step.year <= year)
        }
        guard !steps.isEmpty else { return "" }
        var columns = [
            DataTable.Column(Text(lv: "Solis", en: "Step")[language]),
            DataTable.Column(Text(lv: "Termiņš", en: "Due")[language], width: .narrow),
            DataTable.Column(PlanWords.state[language], width: .narrow),
        ]
        if view.mayEdit {
            columns.append(DataTable.Column(Text(lv: "Darbība", en: "Action")[language], width: .narrow))
        }
        var table = DataTable(
            id: "steps-table",
            language,
            caption: Text(lv: "Gada cikls", en: "The year")[language],
            columns: columns,
            rows: steps.map(row)
        )
        table.hidesCaption = true
        return Section(Text(lv: "Gada cikls", en: "The programme’s year")[language], id: "steps", table.html)
            .html
    }

    private func row(_ step: Cycle.Step) -> DataTable.Row {
        let language = view.language
        var cells: [DataTable.Cell] = [
            .words(step.step.words[language], address: way(step)), .words(view.format.day(step.due)),
            .markup(badge(step).html),
        ]
        if view.mayEdit {
            let isDone = step.state == .done
            let words = isDone ? Text(lv: "Atsaukt", en: "Take back") : Text(lv: "Izdarīts", en: "Done")
            cells.append(
                .markup(
                    """
                    <form method="post" action="\(Address(view.address + "/steps"))" class="buttons">\
                    <input type="hidden" name="csrf" value="\(view.request.formToken)">\
                    <input type="hidden" name="year" value="\(step.year)">\
                    <input type="hidden" name="step" value="\(step.step.rawValue)">\
                    <input type="hidden" name="done" value="\(isDone ? 0 : 1)">\
                    <button type="submit" class="button second small">\(words, language)\
                    <span class="unseen">: \(step.step.words, language)</span></button></form>
                    """
                )
            )
        }
        return DataTable.Row(cells)
    }

    /// Results are collected, shown to the management and published in the annual report.
    private func way(_ step: Cycle.Step) -> Address? {
        switch step.step {
        case .review, .results, .publication: Address(view.address + "/annual")
        case .juneMeeting, .decemberMeeting: nil
        }
    }

    private func badge(_ step: Cycle.Step) -> Badge {
        switch step.state {
        case .done:
            let day = step.mark?.day.map { " \(view.format.day($0))" } ?? ""
            return Badge(Text(lv: "izdarīts\(day)", en: "done\(day)")[view.language], .good)
        case .late: return Badge(Text(lv: "kavējas", en: "late")[view.language], .attention)
        case .soon: return Badge(Text(lv: "tuvojas", en: "soon")[view.language], .attention)
        case .ahead: return Badge(Text(lv: "vēl nav laiks", en: "not yet")[view.language])
        }
    }
}

/// The decision, approvals and amendments of a programme.
struct PlanDecision: Renderable {
    let view: PlanView

    var html: HTML {
        let (programme, language) = (view.plan.programme, view.language)
        var facts: [(name: String, value: HTML)] = []
        if !programme.decision.isEmpty || programme.decided != nil {
            let words = [
                programme.decision.isEmpty ? nil : "Nr. \(programme.decision)",
                programme.decided.map { view.format.day($0) },
                programme.protocolNumber.isEmpty ? nil : programme.protocolNumber,
            ].compactMap { $0 }.joined(separator: ", ")
            facts.append((Text(lv: "Lēmums", en: "Decision")[language], HTML(text: words)))
        }
        for approval in view.plan.approvals.sorted(by: { $0.step < $1.step }) {
            let words = [approval.day.map { view.format.day($0) }, approval.reference, approval.note]
                .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
            facts.append((approval.body, HTML(text: words)))
        }
        for amendment in view.plan.amendments.sorted(by: { $0.number < $1.number }) {
            let name = Text(lv: "\(amendment.number). grozījums", en: "Amendment \(amendment.number)")[
                language
            ]
            let words = [amendment.summary, amendment.decision, amendment.day.map { view.format.day($0) }]
                .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
            let former: HTML? =
                amendment.former.isEmpty
                ? nil
                : " \(Link(Text(lv: "redakcija pirms grozījuma", en: "the text before")[language], Address(view.address + "/amendments/\(amendment.number)")))"
            facts.append((name, "\(words)\(former)"))
        }
        for party in view.plan.parties where !party.duties.isEmpty {
            facts.append((party.name, HTML(text: party.duties)))
        }
        let amend =
            programme.status == .approved
            ? view.addButton(Text(lv: "Pievienot grozījumu", en: "Add an amendment"), "\(view.address)/amend")
            : nil
        guard !facts.isEmpty || amend != nil else { return "" }
        return Section(
            Text(lv: "Lēmums un iesaistītie", en: "Decision and bodies")[language],
            "\(DefinitionList(facts))\(PlanButtons([amend]))"
        ).html
    }
}

/// What contradicts itself in the programme.
struct PlanFindings: Renderable {
    let view: PlanView

    var html: HTML {
        let measures = view.desk.house.measures
        let findings =
            PlanCheck(plan: view.plan).findings
            + view.plan.indicators.filter { $0.origin == .measure && !measures.has($0.measure) }
            .map(PlanFinding.measure)
        guard !findings.isEmpty else { return "" }
        let language = view.language
        let items: [HTML] = findings.map {
            "<li>\($0.words, language) <span class=\"quiet\">\($0.advice, language)</span></li>"
        }
        let noun = Noun(lv: "vieta", "vietas", en: "place", "places").counted(findings.count)
        let words = Text(
            lv: "\(noun.lv), kur dokuments ir nepilnīgs vai sev pretrunā",
            en: "\(noun.en) where the document is incomplete or contradicts itself"
        )
        return "<details><summary>\(words, language)</summary><ul class=\"index\">\(items)</ul></details>"
    }
}
