internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// Who does what in a programme: by body, by person, and by institution what each has held.
struct PeoplePage: Page {
    let method = PageMethod.get
    let path = "/planning/:plan/people"
    let permission = Permission.seePlans
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let view = try await PlanView.load(request, desk, plan: request.number("plan"))
        let title = view.plan.programme.title
        let parts = PeopleParts(view: view)
        return .page(
            PageContent(
                Text(same: title),
                """
                \(PageHead(title, lede: view.lede))\(view.tabs("/people"))\(parts.institutions)\(parts.bodies)\
                \(parts.persons)
                """,
                crumbs: [PlanCrumbs.top]
            )
        )
    }
}

private struct PeopleParts {
    let view: PlanView

    private var language: Language { view.language }
    private var plan: Plan { view.plan }

    /// What each institution has held of what each is to hold.
    var institutions: HTML? {
        let counters = plan.activities.flatMap { view.counting.counters($0) }.filter {
            !$0.institutions.isEmpty
        }
        guard !counters.isEmpty else { return nil }
        let places = view.institutions.filter { place in counters.contains { $0.institutions.contains(place) }
        }
        var table = DataTable(
            id: "institutions",
            language,
            caption: Text(
                lv: "Notikušie pasākumi; iekavās – cik katrai iestādei jānotiek",
                en: "Events held; in brackets how many each is to hold"
            )[language],
            columns: [DataTable.Column(Text(lv: "Iestāde", en: "Institution")[language])]
                + counters.map { counter in
                    let name =
                        counter.recurrence.name.isEmpty ? counter.activity.name : counter.recurrence.name
                    let least = [view.format.integer(counter.leastOfOne), counter.schoolWords?[language]]
                        .compactMap { $0 }.joined(separator: ", ")
                    return DataTable.Column("\(counter.activity.number) \(name) (\(least))", .number)
                },
            rows: places.map { place in
                DataTable.Row(
                    [.words(view.name(place), address: way(place))]
                        + counters.map { counter in
                            held(counter, place)
                        }
                )
            }
        )
        table.hasTools = true
        return Section(
            Text(lv: "Iestādes \(view.year.calendar). gadā", en: "Institutions in \(view.year.calendar)")[
                language
            ],
            table.html
        ).html
    }

    /// How many an institution has held, what it still lacks, and whether that is late; nothing where it is not asked.
    private func held(_ counter: Counter, _ place: InstitutionID) -> DataTable.Cell {
        guard counter.institutions.contains(place) else { return .notApplicable }
        let done = counter.done(place)
        let lacking = view.format.integer(max(0, counter.leastOfOne - done))
        return .words(
            view.format.integer(done),
            note: done < counter.leastOfOne
                ? Text(lv: "trūkst \(lacking)", en: "\(lacking) missing")[language] : nil,
            needsAttention: done < counter.dueOfOne
        )
    }

    /// The page of what programmes ask of an institution, for those who may open it.
    private func way(_ place: InstitutionID) -> Address? {
        view.desk.asker.may(.seePlans, in: Scope(institution: place), on: view.today)
            ? Address("/planning/institutions/\(place.rawValue)") : nil
    }

    /// What each body answers for and takes part in, in the order in which the document names them.
    var bodies: HTML {
        let sections: [HTML] = names(plan.activities.map(\.responsible) + plan.tasks.map(\.doer)).map {
            name in
            let key = LatvianKey.search(name)
            func has(_ list: String) -> Bool { Plan.names(list).contains { LatvianKey.search($0) == key } }
            let led = plan.activities.filter { has($0.responsible) }
            let joined = plan.activities.filter { has($0.involved) && !has($0.responsible) }
            let tasks = plan.tasks.filter { has($0.doer) && !$0.state.isSettled }
            let late = tasks.count { task in task.to.map { $0 < view.today } ?? false }
            return """
                <li><strong>\(name)</strong>\(line(Text(lv: "Atbild", en: "Answers for"), led))\
                \(line(Text(lv: "Piedalās", en: "Takes part in"), joined))\(open(tasks.count, late))</li>
                """
        }
        guard !sections.isEmpty else {
            return EmptyState(
                Text(lv: "Neviens vēl nav norādīts", en: "Nobody is named yet")[language],
                advice: Text(
                    lv: "Norādiet aktivitātēm atbildīgo un uzdevumiem izpildītāju.",
                    en: "Say who answers for activities, and who does tasks."
                )[language]
            ).html
        }
        return Section(
            Text(lv: "Institūcijas", en: "Bodies")[language],
            "<ul class=\"index\">\(sections)</ul>"
        ).html
    }

    /// Tasks of persons who are named.
    var persons: HTML? {
        let tasks = plan.tasks.filter { !$0.person.isEmpty }
        guard !tasks.isEmpty else { return nil }
        let groups = names(tasks.map(\.person)).map { name in
            DataTable.Group(
                name,
                tasks.filter { LatvianKey.search($0.person) == LatvianKey.search(name) }.map { task in
                    DataTable.Row([
                        .words(task.number),
                        .words(
                            task.name,
                            address: view.mayEdit
                                ? "/planning/tasks/\(task.id)/edit" : "/planning/activities/\(task.activity)"
                        ), .words(task.termWords[language]), .markup(view.badge(task).html),
                    ])
                }
            )
        }
        var table = DataTable(
            id: "persons",
            language,
            caption: Text(lv: "Uzdevumi pa atbildīgajām personām", en: "Tasks by person")[language],
            columns: [
                DataTable.Column(PlanWords.number[language], width: .narrow),
                DataTable.Column(PlanWords.task[language], width: .broad),
                DataTable.Column(PlanWords.term[language]),
                DataTable.Column(PlanWords.state[language], width: .narrow),
            ],
            groups: groups
        )
        table.hidesCaption = true
        return Section(Text(lv: "Personas", en: "Persons")[language], table.html).html
    }

    /// Names out of lists, each once, as they are written first.
    private func names(_ lists: [String]) -> [String] {
        var seen: Set<String> = []
        return lists.flatMap { Plan.names($0) }.filter { seen.insert(LatvianKey.search($0)).inserted }
    }

    private func line(_ words: Text, _ activities: [Activity]) -> HTML? {
        guard !activities.isEmpty else { return nil }
        let links: [HTML] = activities.enumerated().map { index, activity in
            "\(", ", if: index > 0)\(Link(activity.number, "/planning/activities/\(activity.id)"))"
        }
        return "<p>\(words, language): \(links)</p>"
    }

    private func open(_ tasks: Int, _ late: Int) -> HTML? {
        guard tasks > 0 else { return nil }
        let noun = Noun(lv: "atvērts uzdevums", "atvērti uzdevumi", en: "open task", "open tasks").counted(
            tasks
        )
        let badge: HTML? =
            late > 0
            ? " \(Badge(Text(lv: "kavējas \(late)", en: "\(late) late")[language], .attention))" : nil
        return "<p>\(noun, language)\(badge)</p>"
    }
}
