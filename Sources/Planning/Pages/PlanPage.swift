internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// One programme: how it stands, what is to be done, goals with activities, indicators, money, the year's steps.
struct PlanPage: Page {
    let method = PageMethod.get
    let path = "/planning/:plan"
    let permission = Permission.seePlans
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let view = try await PlanView.load(request, desk, plan: request.number("plan"))
        let language = view.language
        let edit =
            view.mayEdit
            ? ButtonLink(Text(lv: "Labot", en: "Edit")[language], Address(view.address + "/edit"), .second)
                .html : nil
        let head = PageHead(
            view.plan.programme.title,
            lede: view.lede,
            actions: [view.recordButton(), edit].compactMap { $0 }
        )
        let removed = try await view.mayEdit ? RemovedRow.all(view.plan, desk) : []
        let results = PlanResults(view: view, hints: try await OutcomeHint.ofResults(view.plan, desk))
        let indicators = PlanIndicators(view: view, readings: try await IndicatorReading.all(view))
        let body: HTML = """
            \(head)\(view.tabs(""))\(aim(view))\(PlanCounts(view: view))\(PlanTodo(view: view))\
            \(PlanGoals(view: view))\(results)\(indicators)\(PlanMoney(view: view))\
            \(PlanResources(shared: view))\(PlanSteps(view: view))\(PlanDecision(view: view))\(PlanFindings(view: view))\
            \(PlanRemoved(rows: removed, language: language))
            """
        return .page(
            PageContent(Text(same: view.plan.programme.title), body, crumbs: [PlanCrumbs.top])
        )
    }

    private func aim(_ view: PlanView) -> HTML? {
        let aim = view.plan.programme.aim
        return aim.isEmpty ? nil : "<p class=\"lede\">\(aim)</p>"
    }
}

/// The few numbers that say how a programme stands.
private struct PlanCounts: Renderable {
    let view: PlanView

    var html: HTML {
        let (plan, language) = (view.plan, view.language)
        guard !plan.activities.isEmpty else { return "" }
        let tasks = plan.tasks.filter { $0.state != .dropped }
        let counting = view.wholeYear
        let counters = plan.activities.flatMap { counting.counters($0) }
        let planned = counters.reduce(0) { $0 + $1.planned }
        var events = Counts.Item(
            of(counters.reduce(0) { $0 + $1.kept }, planned),
            Text(
                lv: "plānotie pasākumi \(view.year.calendar). gadā notikuši",
                en: "planned events of \(view.year.calendar) held"
            )[language]
        )
        // The report of that school year counts the same calendar year.
        events.address = Address("/reports/planning/activities")
            .adding("year", counting.year.school.description)
        var late = Counts.Item(
            view.format.integer(view.late.count),
            Text(lv: "kavējas", en: "late")[language],
            needsAttention: !view.late.isEmpty
        )
        late.address = "/planning/late"
        let open = plan.indicators.count { $0.base == nil }
        var items = [
            Counts.Item(
                of(tasks.count { $0.state == .done }, tasks.count),
                Text(lv: "uzdevumi izpildīti", en: "tasks done")[language]
            )
        ]
        if planned > 0 { items.append(events) }
        items.append(late)
        if !plan.indicators.isEmpty {
            items.append(
                Counts.Item(
                    of(plan.indicators.count - open, plan.indicators.count),
                    Text(lv: "rādītājiem ir bāzes vērtība", en: "indicators with a baseline")[language]
                )
            )
        }
        return Counts(items).html
    }

    private func of(_ part: Int, _ whole: Int) -> String {
        let (one, all) = (view.format.integer(part), view.format.integer(whole))
        return Text(lv: "\(one) no \(all)", en: "\(one) of \(all)")[view.language]
    }
}

/// What is late and what comes soon.
private struct PlanTodo: Renderable {
    let view: PlanView
    private static let shown = 5

    var html: HTML {
        let language = view.language
        let late = view.late
        let soon = Cycle(plan: view.plan, today: view.today).steps.filter { $0.state == .soon }
        let days = Noun(lv: "diena", "dienas", en: "day", "days")
        guard !late.isEmpty || (!soon.isEmpty && view.plan.programme.status == .approved) else { return "" }
        let items =
            late.prefix(PlanTodo.shown).map { LateRow(view: view, item: $0).todo(named: false) }
            + soon.map { step in
                TodoList.Item(
                    view.format.integer(step.due - view.today),
                    step.step.words[language],
                    more: Text(
                        lv:
                            "\(days.form(step.due - view.today).lv) līdz termiņam \(view.format.day(step.due))",
                        en: "\(days.form(step.due - view.today).en) until \(view.format.day(step.due))"
                    )[language]
                )
            }
        let rest: HTML? =
            late.count > PlanTodo.shown
            ? "<p>\(Link(Text(lv: "Visi nokavētie darbi", en: "All that is late")[language], "/planning/late"))</p>"
            : nil
        return Section(
            Text(lv: "Kas jādara tagad", en: "What needs doing now")[language],
            "\(TodoList(items))\(rest)"
        ).html
    }
}

/// Something late as a row of a list, with the way to mend it.
struct LateRow {
    let view: PlanView
    let item: LateItem

    /// The row; with the programme's name where the list is of several.
    func todo(named: Bool) -> TodoList.Item {
        let language = view.language
        // Of many institutions those that are late, and not the word that the document has for all.
        let who =
            view.behind(item.behind, of: item.asked)?[language]
            ?? Plan.names(item.who).joined(separator: ", ")
        let parts = [
            named ? view.plan.programme.title : nil,
            Text(
                lv: "termiņš \(view.format.day(item.due))",
                en: "due \(view.format.day(item.due))"
            )[language], who.isEmpty ? nil : who, item.person.isEmpty ? nil : item.person,
        ]
        let days = item.days(view.today)
        let noun = Noun(lv: "kavējuma diena", "kavējuma dienas", en: "day late", "days late").form(days)
        return TodoList.Item(
            view.format.integer(days),
            "\(item.number). \(item.name[language])",
            more: ([noun[language]] + parts.compactMap { $0 }).joined(separator: " · "),
            link: link,
            isLate: true
        )
    }

    private var link: Link? {
        let language = view.language
        let edit = Text(lv: "Atvērt", en: "Open")[language]
        switch item.kind {
        case .task:
            return view.mayEdit
                ? Link(Text(lv: "Atzīmēt", en: "Update")[language], "/planning/tasks/\(item.part)/edit") : nil
        case .events, .outcome: return Link(edit, "/planning/activities/\(item.part)")
        case .baseline:
            return view.mayEdit
                ? Link(Text(lv: "Noteikt", en: "Set")[language], "/planning/indicators/\(item.part)/edit")
                : nil
        case .value:
            guard view.mayEdit else { return nil }
            let year = item.due.parts.year - 1
            return Link(
                Text(lv: "Ievadīt", en: "Enter")[language],
                "/planning/indicators/\(item.part)/values/\(year)"
            )
        case .step: return Link(edit, Address(view.address + "#steps"))
        }
    }
}
