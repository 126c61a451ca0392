internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What pages of a former programme are made from.
struct FormerView: Sendable {
    /// The programme of today.
    let plan: Plan
    let amendment: Amendment
    /// The former one; nil where it cannot be shown.
    let view: PlanView?
    let lost: Int

    /// The former programme that an address names, as the asker may see the programme of today.
    static func load(_ request: PageRequest, _ desk: Desk) async throws -> FormerView {
        let (id, number) = (try request.number("plan"), try request.number("number"))
        return try await desk.database.data.read { connection in
            let plan = try PlanEditor.seen(try Plan(id, desk.tenant, connection), desk)
            let found = plan.amendments.first { $0.number == number }
            guard let amendment = found, !amendment.former.isEmpty else { throw Refusal.noSuchPage }
            let former = try FormerPlan.read(amendment, of: plan, desk, connection)
            var view = try former.map { try PlanView($0.plan, desk, request, connection) }
            view?.former = amendment
            return FormerView(plan: plan, amendment: amendment, view: view, lost: former?.lost ?? 0)
        }
    }

    /// What a page of it is called.
    var title: Text {
        Text(
            lv: "Programma pirms \(amendment.number). grozījuma",
            en: "The programme before amendment \(amendment.number)"
        )
    }

    var path: String { "/planning/\(plan.programme.id)/amendments/\(amendment.number)" }

    /// That it is no longer in force, with the way to what is, and what of it is not shown.
    func notices(_ language: Language) -> HTML {
        let day = amendment.day.map { Format(language).day($0) } ?? ""
        let now = Notice(
            .info,
            language,
            Text(
                lv: "Šī redakcija vairs nav spēkā: programma grozīta \(day)",
                en: "This text is no longer in force: the programme was amended \(day)."
            )[language],
            more: amendment.summary,
            link: Link(
                Text(lv: "Programma tagad", en: "The programme now")[language],
                Address("/planning/\(plan.programme.id)")
            )
        )
        guard view == nil || lost > 0 else { return now.html }
        let lines = Noun(lv: "rinda", "rindas", en: "line", "lines").counted(lost)
        let lacking = Notice(
            .attention,
            language,
            view == nil
                ? Text(
                    lv: "Saglabāto redakciju lapā nevar parādīt.",
                    en: "What was kept cannot be shown as a page."
                )[language]
                : Text(lv: "Lapā trūkst: \(lines.lv).", en: "Missing from the page: \(lines.en).")[language],
            more: Text(
                lv: "Tajā nosauktās iestādes reģistrā vairs nav; viss teksts ir CSV tabulā.",
                en: "An institution that it names is in the register no more; all of it is in the CSV table."
            )[language]
        )
        return "\(now)\(lacking)"
    }
}

/// The programme as it stood before an amendment, in the view in which it stands today; nothing can be changed.
struct FormerPage: Page {
    let method = PageMethod.get
    let path = "/planning/:plan/amendments/:number"
    let permission = Permission.seePlans
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let former = try await FormerView.load(request, desk)
        let language = request.language
        let table = ButtonLink(
            Text(lv: "CSV tabula", en: "CSV table")[language],
            Address(former.path + "/csv"),
            .second
        )
        let head = PageHead(former.title[language], lede: former.view?.lede, actions: [table.html])
        var body: HTML = ""
        if let view = former.view { body = try await parts(view) }
        return .page(
            PageContent(
                former.title,
                "\(head)\(former.notices(language))\(body)",
                crumbs: PlanCrumbs.of(former.plan)
            )
        )
    }

    private func parts(_ view: PlanView) async throws -> HTML {
        // A measure would say what it is now: of a former programme only what was typed is told.
        let readings = try await IndicatorReading.all(view).filter { reading in
            if case .typed? = reading.value.latest { true } else { false }
        }
        let aim = view.plan.programme.aim
        let lede: HTML? = aim.isEmpty ? nil : "<p class=\"lede\">\(aim)</p>"
        return """
            \(lede)\(PlanGoals(view: view))\(PlanResults(view: view))\
            \(PlanIndicators(view: view, readings: readings))\(PlanMoney(view: view))\
            \(PlanResources(shared: view))\(PlanDecision(view: view))
            """
    }
}

/// An activity as it stood before an amendment.
struct FormerActivityPage: Page {
    let method = PageMethod.get
    let path = "/planning/:plan/amendments/:number/activities/:part"
    let permission = Permission.seePlans
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let former = try await FormerView.load(request, desk)
        let id = try request.number("part")
        guard let view = former.view, let activity = view.plan.activity(id) else { throw Refusal.noSuchPage }
        let title = "\(activity.number) \(activity.name)"
        let head = PageHead(title, lede: activity.result.isEmpty ? nil : activity.result)
        let parts = ActivityParts(view: view, activity: activity)
        let resources = PlanResources(view: view, of: activity)
        return .page(
            PageContent(
                Text(same: title),
                """
                \(head)\(former.notices(request.language))\(parts.facts)\(parts.counters)\(parts.tasks)\(resources)\
                \(parts.events)\(parts.outcomes)
                """,
                crumbs: PlanCrumbs.of(former.plan) + [PageContent.Crumb(former.title, former.path)]
            )
        )
    }
}

/// The programme as it stood before an amendment, in its table format.
struct FormerFile: Page {
    let method = PageMethod.get
    let path = "/planning/:plan/amendments/:number/csv"
    let permission = Permission.seePlans
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let plan = try await PlanEditor(desk).plan(request.number("plan"))
        let number = try request.number("number")
        let found = plan.amendments.first { $0.number == number }
        guard let amendment = found, !amendment.former.isEmpty else { throw Refusal.noSuchPage }
        return .file(
            FileContent(
                name: "\(plan.programme.code)-\(number).csv",
                type: "text/csv; charset=utf-8",
                bytes: Array(amendment.former.utf8)
            )
        )
    }
}
