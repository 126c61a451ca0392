internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// A year of the programme month by month: terms of tasks, steps of the year, baselines to be set, events held.
struct PlanMonths: Renderable {
    let view: PlanView
    let year: Int

    /// Something that has a day.
    private struct Entry {
        let day: Day
        let kind: Text
        let name: String
        var note: String?
        var address: Address?
        var state: HTML?
    }

    private var language: Language { view.language }

    /// The year that an address asks for, where the programme has it; else that of today, or the last one.
    static func year(_ view: PlanView) -> Int {
        let (years, now) = (view.plan.years, view.today.parts.year)
        if let asked = view.request.query["year"].flatMap({ Int($0) }), years.contains(asked) {
            return asked
        }
        return years.contains(now) ? now : years.last ?? now
    }

    var html: HTML {
        let entries = tasks + steps + baselines + events
        let groups = (1...12).compactMap { number -> DataTable.Group? in
            let month = Month(year, number)
            // Sorting keeps the order of kinds within a day.
            let own = entries.enumerated().filter { $0.element.day.month == month }
                .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
            guard !own.isEmpty else { return nil }
            return DataTable.Group(month.words[language], own.map { row($0.element) })
        }
        var table = DataTable(
            id: "months",
            language,
            caption: PlanMonths.title[language],
            columns: [
                DataTable.Column(Text(lv: "Diena", en: "Day")[language], width: .narrow),
                DataTable.Column(Text(lv: "Kas", en: "What")[language], width: .narrow),
                DataTable.Column(Text(lv: "Nosaukums", en: "Name")[language], width: .broad),
                DataTable.Column(PlanWords.state[language], width: .narrow),
            ],
            groups: groups
        )
        table.hidesCaption = true
        table.empty = EmptyState(
            Text(lv: "Šajā gadā nav nevienas dienas", en: "There is no day in this year")[language],
            advice: Text(
                lv: "Norādiet uzdevumiem termiņus un reģistrējiet notikušos pasākumus.",
                en: "Give tasks their terms, and register events that took place."
            )[language]
        )
        return Section(PlanMonths.title[language], id: "months-of-year", "\(years)\(table)").html
    }

    private static let title = Text(lv: "Gads pa mēnešiem", en: "The year by month")

    private var years: HTML? {
        guard view.plan.years.count > 1 else { return nil }
        let more = view.request.query["tasks"] == "1" ? "&tasks=1" : ""
        return Tabs(
            PlanWords.year[language],
            view.plan.years.map { each in
                Link(
                    String(each),
                    Address(view.address + "/calendar?year=\(each)\(more)#months-of-year"),
                    isCurrent: each == year
                )
            }
        ).html
    }

    private func row(_ entry: Entry) -> DataTable.Row {
        DataTable.Row([
            .words(view.format.day(entry.day)), .words(entry.kind[language]),
            .words(entry.name, note: entry.note, address: entry.address),
            entry.state.map { .markup($0) } ?? .empty,
        ])
    }

    private var tasks: [Entry] {
        view.plan.tasks.compactMap { task -> Entry? in
            guard let day = task.to, day.parts.year == year else { return nil }
            let doers = Plan.names(task.doer).joined(separator: ", ")
            return Entry(
                day: day,
                kind: Text(lv: "uzdevuma termiņš", en: "term of a task"),
                name: "\(task.number) \(task.name)",
                note: doers.isEmpty ? nil : doers,
                address: Address("/planning/activities/\(task.activity)"),
                state: view.badge(task).html
            )
        }
    }

    private var steps: [Entry] {
        guard view.plan.programme.status == .approved else { return [] }
        return Cycle(plan: view.plan, today: view.today).steps.filter { $0.due.parts.year == year }.map {
            Entry(
                day: $0.due,
                kind: Text(lv: "gada solis", en: "step of the year"),
                name: $0.step.words[language],
                address: Address(view.address + "#steps"),
                state: view.badge($0).html
            )
        }
    }

    private var baselines: [Entry] {
        view.plan.indicators.compactMap { indicator -> Entry? in
            guard indicator.base == nil, let day = indicator.baseDue, day.parts.year == year else {
                return nil
            }
            return Entry(
                day: day,
                kind: Text(lv: "bāzes vērtība", en: "baseline"),
                name: "\(indicator.label). \(indicator.name)"
            )
        }
    }

    private var events: [Entry] {
        view.plan.events.filter { $0.day.parts.year == year }.map { event in
            let activity = view.plan.activity(event.activity)
            let name = event.name.isEmpty ? activity?.name ?? "" : event.name
            let place = view.place(of: event)
            return Entry(
                day: event.day,
                kind: Text(lv: "notika", en: "held"),
                name: activity.map { "\($0.number) \(name)" } ?? name,
                note: place.isEmpty ? nil : place,
                address: Address("/planning/events/\(event.id)")
            )
        }
    }
}
