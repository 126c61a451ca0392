internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// What programmes ask of one institution: events with how many it held, tasks with their terms, activities.
struct PlanPlacePage: Page {
    let method = PageMethod.get
    let path = "/planning/institutions/:institution"
    let permission = Permission.seePlans
    let scope = PageScope.institution

    static let title = Text(
        lv: "Ko programmas prasa no iestādes",
        en: "What programmes ask of an institution"
    )

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = InstitutionID(rawValue: try request.number("institution"))
        let reach = desk.asker.reach(permission, on: desk.today)
        let year = SchoolYear(containing: desk.today)
        let (name, views) = try await desk.database.data.read { connection in
            let all = try RegistryLookup(tenant: desk.tenant, connection).institutions(.all)
            let running = try Plan.all(reach, desk.tenant, connection)
                .filter { $0.programme.status == .approved && $0.touches(year) }
            return (
                all.first { $0.id == id.rawValue }?.name,
                try running.map { try PlanView($0, desk, request, connection) }
            )
        }
        guard let name else { throw Refusal.noSuchPage }
        let language = request.language
        let parts = views.map { PlanPlaceParts(view: $0, share: PlanShare($0.plan, id, named: name)) }
            .filter { !$0.isEmpty }
        let empty = EmptyState(
            Text(lv: "Iestādei nekas nav jādara", en: "There is nothing for the institution to do")[language],
            advice: Text(
                lv: "Neviena apstiprināta programma iestādi nenosauc ne pie aktivitātēm, ne pie uzdevumiem.",
                en: "No approved programme names the institution at an activity or a task."
            )[language],
            link: Link(PlanWords.title[language], "/planning")
        )
        let body: HTML = parts.isEmpty ? empty.html : "\(parts.map(\.html))"
        let head = PageHead(name, lede: PlanPlacePage.title[language])
        return .page(PageContent(Text(same: name), "\(head)\(body)", crumbs: [PlanCrumbs.top]))
    }
}

/// What one programme asks of the institution.
private struct PlanPlaceParts {
    let view: PlanView
    let share: PlanShare

    private var language: Language { view.language }
    private var counters: [Counter] { share.counters(view.counting) }

    var isEmpty: Bool {
        counters.isEmpty && share.tasks.isEmpty && share.led.isEmpty && share.joined.isEmpty
    }

    var html: HTML {
        let whole = Link(
            Text(lv: "Visa programma", en: "The whole programme")[language],
            Address(view.address)
        )
        let led = line(Text(lv: "Atbild par", en: "Answers for"), share.led)
        let joined = line(Text(lv: "Piedalās", en: "Takes part in"), share.joined)
        return Section(
            view.plan.programme.title,
            "<p>\(whole)</p>\(led)\(joined)\(events)\(tasks)"
        ).html
    }

    /// What the institution is to hold this year, with the way to register what it held.
    private var events: HTML? {
        let counters = counters
        guard !counters.isEmpty else { return nil }
        let year = view.year.calendar
        var columns = [
            DataTable.Column("ID", width: .narrow),
            DataTable.Column(Text(lv: "Pasākums", en: "Event")[language], width: .broad),
            DataTable.Column(Text(lv: "Jānotiek", en: "To take place")[language], .number),
            DataTable.Column(Text(lv: "Notikuši", en: "Took place")[language], .number),
            DataTable.Column(Text(lv: "Nākamais līdz", en: "Next by")[language], width: .narrow),
        ]
        if mayRecord { columns.append(DataTable.Column(Text(lv: "Darbība", en: "Action")[language])) }
        return DataTable(
            id: "events-\(view.plan.programme.id)",
            language,
            caption: Text(lv: "Pasākumi \(year). gadā", en: "Events in \(year)")[language],
            columns: columns,
            rows: counters.map(row)
        ).html
    }

    private func row(_ counter: Counter) -> DataTable.Row {
        let activity = counter.activity
        let name = counter.recurrence.name.isEmpty ? activity.name : counter.recurrence.name
        let done = counter.done(share.institution)
        let next = counter.next(of: share.institution)
        var cells: [DataTable.Cell] = [
            .words(activity.number),
            .words(
                name,
                note: counter.schoolWords?[language],
                address: Address("/planning/activities/\(activity.id)")
            ), .words(view.format.integer(counter.leastOfOne)),
            .words(view.format.integer(done), needsAttention: done < counter.dueOfOne),
            next.map { .words(view.format.day($0), needsAttention: $0 < view.today) } ?? .notApplicable,
        ]
        if mayRecord {
            let path = "/planning/events/new?activity=\(activity.id)"
            cells.append(
                .markup(view.link(Text(lv: "Reģistrēt", en: "Register"), path, about: activity.number))
            )
        }
        return DataTable.Row(cells)
    }

    /// Tasks of the institution that are not over.
    private var tasks: HTML? {
        let tasks = share.tasks
        guard !tasks.isEmpty else { return nil }
        return DataTable(
            id: "tasks-\(view.plan.programme.id)",
            language,
            caption: Text(lv: "Neizpildītie uzdevumi", en: "Tasks that are not done")[language],
            columns: [
                DataTable.Column(PlanWords.number[language], width: .narrow),
                DataTable.Column(PlanWords.task[language], width: .broad),
                DataTable.Column(PlanWords.term[language]),
                DataTable.Column(PlanWords.state[language], width: .narrow),
            ],
            rows: tasks.map { task in
                DataTable.Row([
                    .words(task.number),
                    .words(
                        task.name,
                        note: task.person.isEmpty ? nil : task.person,
                        address: Address("/planning/activities/\(task.activity)")
                    ), .words(task.termWords[language]), .markup(view.badge(task).html),
                ])
            }
        ).html
    }

    private var mayRecord: Bool {
        let scope = Scope(institution: share.institution)
        return view.desk.asker.may(.recordEvents, in: scope, on: view.today)
    }

    private func line(_ words: Text, _ activities: [Activity]) -> HTML? {
        guard !activities.isEmpty else { return nil }
        let links: [HTML] = activities.enumerated().map { index, activity in
            let words = "\(activity.number) \(activity.name)"
            let link = Link(words, Address("/planning/activities/\(activity.id)"))
            return "\(", ", if: index > 0)\(link)"
        }
        return "<p>\(words, language): \(links)</p>"
    }
}
