internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// The programmes that the asker sees, each with how it stands.
struct PlansPage: Page {
    let method = PageMethod.get
    let path = "/planning"
    let permission = Permission.seePlans
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let language = request.language
        let reach = desk.asker.reach(permission, on: desk.today)
        let views = try await desk.database.data.read { connection in
            try Plan.all(reach, desk.tenant, connection).map { try PlanView($0, desk, request, connection) }
        }
        .sorted(by: PlansPage.precedes)
        let mayEdit = !desk.asker.reach(.editPlans, on: desk.today).isEmpty
        var table = DataTable(
            id: "plans",
            language,
            caption: PlanWords.title[language],
            columns: [
                DataTable.Column(Text(lv: "Programma", en: "Programme")[language], width: .broad),
                DataTable.Column(Text(lv: "Gadi", en: "Years")[language], width: .narrow, isOptional: true),
                DataTable.Column(PlanWords.state[language], width: .narrow),
                DataTable.Column(Text(lv: "Uzdevumi izpildīti", en: "Tasks done")[language], .number),
                DataTable.Column(Text(lv: "Kavējas", en: "Late")[language], .number),
            ],
            rows: views.map(row)
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            Text(lv: "Programmu vēl nav", en: "There are no programmes yet")[language],
            advice: Text(
                lv:
                    "Importējiet rīcības programmas tabulu vai izveidojiet programmu un pievienojiet tai mērķus.",
                en: "Import a table of an action programme, or make a programme and add its goals."
            )[language],
            link: Link(Text(lv: "Importēt", en: "Import")[language], "/imports")
        )
        let actions = [
            views.compactMap { $0.recordButton() }.first,
            mayEdit
                ? ButtonLink(
                    Text(lv: "Izveidot programmu", en: "Make a programme")[language],
                    "/planning/new",
                    .second
                ).html
                : nil,
        ]
        let head = PageHead(
            PlanWords.title[language],
            lede: Text(
                lv: "Rīcības programmas un prioritātes: kas jādara, kas izdarīts, kas kavējas.",
                en: "Action programmes and priorities: what is to be done, what was done, what is late."
            )[language],
            actions: actions.compactMap { $0 }
        )
        let foot: HTML? = views.first.map { ways($0) }
        return .page(PageContent(PlanWords.title, "\(head)\(table)\(foot)"))
    }

    /// Those that run first, the latest first, the municipality's before those of institutions.
    private static func precedes(_ left: PlanView, _ right: PlanView) -> Bool {
        func key(_ view: PlanView) -> (Int, Int, Int, Int) {
            let programme = view.plan.programme
            return (
                programme.status == .closed ? 1 : 0, programme.institution.rawValue == 0 ? 0 : 1,
                -(programme.from?.number ?? 0), programme.id
            )
        }
        return key(left) < key(right)
    }

    private func row(_ view: PlanView) -> DataTable.Row {
        let (plan, language) = (view.plan, view.language)
        let years = plan.programme.years
        let owner = plan.programme.institution.rawValue == 0 ? nil : view.name(plan.programme.institution)
        let tasks = plan.tasks.filter { $0.state != .dropped }
        let done = tasks.count { $0.state == .done }
        let late = view.late.count
        let note = [owner, plan.programme.kind.words[language]].compactMap { $0 }.joined(separator: " · ")
        let isIn = plan.programme.status == .approved
        return DataTable.Row(
            [
                .words(plan.programme.title, note: note),
                .words(years.isEmpty ? "–" : YearSpans.words(years)),
                .markup(Badge(plan.programme.status.words[language], isIn ? .good : .plain).html),
                tasks.isEmpty
                    ? .notApplicable
                    : .words(
                        Text(
                            lv: "\(view.format.integer(done)) no \(view.format.integer(tasks.count))",
                            en: "\(view.format.integer(done)) of \(view.format.integer(tasks.count))"
                        )[language]
                    ),
                late == 0 ? .words("0") : .words(view.format.integer(late), needsAttention: true),
            ],
            address: Address(view.address)
        )
    }

    private func ways(_ view: PlanView) -> HTML {
        let language = view.language
        let own = view.desk.asker.reach(.recordEvents, on: view.today)
        // Of all institutions the pages of programmes tell.
        let places = own.everything ? [] : view.institutions.filter { own.institutions.contains($0) }
        let toPlaces = places.map { place in
            Link(
                places.count == 1
                    ? PlanPlacePage.title[language]
                    : "\(PlanPlacePage.title[language]): \(view.name(place))",
                Address("/planning/institutions/\(place.rawValue)")
            )
        }
        let links =
            toPlaces + [
                Link(LateReport.title[language], "/planning/late"),
                Link(IndicatorsReport.title[language], "/reports/planning/indicators"),
                Link(ActivitiesReport.title[language], "/reports/planning/activities"),
                Link(BudgetReport.title[language], "/reports/planning/budget"),
            ]
        let items: [HTML] = links.map { "<li>\($0)</li>" }
        return Section(
            Text(lv: "Atskaites", en: "Reports")[language],
            "<ul class=\"ways\">\(items)</ul>"
        ).html
    }
}
