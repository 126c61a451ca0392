internal import Frame
internal import Kernel
internal import Pages
internal import Registry
internal import Storage

/// The parts of the page of an activity, in the order in which they stand.
struct ActivityParts {
    let view: PlanView
    let activity: Activity
    /// What the indicators of its goal say, by year; nothing of a former programme.
    var hints: [Int: OutcomeHint] = [:]

    var language: Language { view.language }
    var address: String { "/planning/activities/\(activity.id)" }

    var facts: HTML {
        var facts: [(name: String, value: HTML)] = []
        func add(_ name: Text, _ words: String) {
            if !words.isEmpty { facts.append((name[language], HTML(text: words))) }
        }
        if let goal = view.plan.goal(activity.goal) {
            add(PlanWords.goal, "\(goal.number). \(goal.name)")
            if goal.level != .none { add(PlanWords.level, goal.level.words[language]) }
        }
        add(Text(lv: "Ko tā uzlabo", en: "What it improves"), activity.aim)
        add(PlanWords.responsible, Plan.names(activity.responsible).joined(separator: ", "))
        add(PlanWords.involved, Plan.names(activity.involved).joined(separator: ", "))
        add(Text(lv: "Gadi", en: "Years"), YearSpans.words(activity.years))
        return DefinitionList(facts).html
    }

    var counters: HTML? {
        let recurrences = view.plan.recurrences(of: activity)
        let counters = view.counting.counters(activity)
        let next = (recurrences.map(\.ordinal).max() ?? 0) + 1
        let add = view.addButton(
            Text(lv: "Pievienot, cik bieži", en: "Add how often"),
            "\(address)/recurrences/\(next)"
        )
        guard !recurrences.isEmpty || add != nil else { return nil }
        let items: [HTML] = recurrences.map { recurrence in
            let counter = counters.first { $0.recurrence.ordinal == recurrence.ordinal }
            let edit: HTML? =
                view.mayEdit
                ? " \(Link(Text(lv: "Labot", en: "Edit")[language], Address(address + "/recurrences/\(recurrence.ordinal)")))"
                : nil
            return "<li><p>\(recurrence.words(language))\(edit)</p>\(counter.map(standing))</li>"
        }
        let list: HTML? = items.isEmpty ? nil : "<ul class=\"index\">\(items)</ul>"
        return Section(Text(lv: "Cik bieži", en: "How often")[language], "\(list)\(PlanButtons([add]))").html
    }

    private func standing(_ counter: Counter) -> HTML {
        let (kept, planned) = (view.format.integer(counter.kept), view.format.integer(counter.planned))
        var words = Text(lv: "Notikuši \(kept) no \(planned)", en: "\(kept) of \(planned) took place")[
            language
        ]
        if counter.done > counter.kept {
            let more = view.format.integer(counter.done - counter.kept)
            words += Text(lv: "; virs plānotā: \(more)", en: "; beyond the plan: \(more)")[language]
        }
        if !counter.institutions.isEmpty {
            let (met, all) = (
                view.format.integer(counter.institutionsMet), view.format.integer(counter.institutions.count)
            )
            let institutions = Noun(lv: "iestādes", "iestādēm", en: "institution", "institutions")
                .form(counter.institutions.count)
            words +=
                Text(
                    lv: "; izpilde: \(met) no \(all) \(institutions.lv)",
                    en: "; \(met) of \(all) \(institutions.en) have done it"
                )[language]
        }
        if let behind = view.behind(counter.behind, of: counter.institutions.count) {
            words += Text(lv: "; kavējas: ", en: "; late: ")[language] + behind[language]
        }
        if let people = counter.participants {
            words +=
                Text(
                    lv: "; dalībnieki: \(view.format.integer(people))",
                    en: "; participants: \(view.format.integer(people))"
                )[language]
        }
        for (body, count) in counter.bodies {
            words += "; \(body.words[language]): \(view.format.integer(count))"
        }
        return Progress(
            id: "counter-\(counter.recurrence.ordinal)",
            span(counter),
            done: counter.kept,
            of: counter.planned,
            words: words
        ).html
    }

    /// The period that is counted: a school year, a calendar year, or all years of the programme.
    private func span(_ counter: Counter) -> String {
        switch counter.recurrence.rhythm {
        case .schoolYear: counter.schoolWords?[language] ?? ""
        case .year, .month: String(view.year.calendar)
        case .once: YearSpans.words(view.plan.years)
        }
    }

    var tasks: HTML? {
        let tasks = view.plan.tasks(of: activity)
        let add = view.addButton(
            Text(lv: "Pievienot uzdevumu", en: "Add a task"),
            "\(view.address)/tasks/new?under=\(activity.id)"
        )
        guard !tasks.isEmpty || add != nil else { return nil }
        var table = PlanTable(
            id: "tasks",
            title: Text(lv: "Darba uzdevumi", en: "Tasks"),
            language: language,
            columns: [
                DataTable.Column(PlanWords.number[language], width: .narrow),
                DataTable.Column(PlanWords.task[language], width: .broad),
                DataTable.Column(PlanWords.term[language]),
                DataTable.Column(Text(lv: "Izpildītājs", en: "Done by")[language], isOptional: true),
                DataTable.Column(PlanWords.state[language], width: .narrow),
            ],
            rows: tasks.map { task in
                DataTable.Row([
                    .words(task.number),
                    .words(
                        task.name,
                        note: task.person.isEmpty ? nil : task.person,
                        address: view.mayEdit ? "/planning/tasks/\(task.id)/edit" : nil
                    ), .words(task.termWords[language]),
                    .words(Plan.names(task.doer).joined(separator: ", ")),
                    .markup(view.badge(task).html),
                ])
            }
        )
        table.empty = (
            words: Text(lv: "Uzdevumu vēl nav", en: "There are no tasks yet"),
            advice: Text(
                lv: "Pievienojiet, kas un līdz kuram laikam jādara.",
                en: "Add what is to be done and by when."
            )
        )
        table.below = PlanButtons([add]).html
        return table.html
    }

    var events: HTML {
        let events = view.plan.events.filter { $0.activity == activity.id }.reversed()
        var table = PlanTable(
            id: "events",
            title: Text(lv: "Notikušie pasākumi", en: "Events"),
            language: language,
            columns: [
                DataTable.Column(Text(lv: "Datums", en: "Day")[language], width: .narrow),
                DataTable.Column(Text(lv: "Pasākums", en: "Event")[language], width: .broad),
                DataTable.Column(Text(lv: "Iestāde", en: "Institution")[language]),
                DataTable.Column(Text(lv: "Dalībnieki", en: "Participants")[language], .number),
            ],
            rows: events.map { event in
                DataTable.Row([
                    .words(
                        view.format.day(event.day),
                        address: view.former == nil ? "/planning/events/\(event.id)" : nil
                    ),
                    .words(event.name.isEmpty ? activity.name : event.name),
                    .words(view.place(of: event)),
                    event.participants.map { .words(view.format.integer($0)) } ?? .words("–"),
                ])
            }
        )
        table.empty = (
            words: Text(lv: "Neviens pasākums nav reģistrēts", en: "No event is registered"),
            advice: Text(
                lv: "Reģistrējiet pasākumu, tiklīdz tas noticis; pietiek ar datumu.",
                en: "Register an event once it took place; its day is enough."
            )
        )
        return table.html
    }
}

extension Recurrence {
    /// How often, in words: `2–3 times a year in each institution`.
    func words(_ language: Language) -> String {
        let format = Format(language)
        let times = least == most ? format.integer(least) : format.range(least, most)
        let noun = Noun(lv: "reize", "reizes", en: "time", "times").form(most)
        let each = inEach ? Text(lv: " katrā iestādē", en: " in each institution")[language] : ""
        let name = name.isEmpty ? "" : "\(name): "
        return "\(name)\(times) \(noun[language]) \(rhythm.words[language])\(each)"
    }
}
