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
        let counters = view.wholeYear.counters(activity)
        let planned = counters.reduce(0) { $0 + $1.planned }
        let school = counters.compactMap(\.schoolWords).first
        let tasks = view.plan.tasks(of: activity).filter { $0.state != .dropped }
        let isLate = counters.contains { $0.missing > 0 }
        return DataTable.Row([
            .words(activity.number),
            .words(activity.name, note: activity.result, address: view.path(to: activity)),
            .words(Plan.names(activity.responsible).joined(separator: ", ")),
            .words(YearSpans.words(activity.years)),
            planned == 0
                ? .words("–")
                : .words(
                    of(counters.reduce(0) { $0 + $1.kept }, planned),
                    note: school?[view.language],
                    needsAttention: isLate
                ),
            tasks.isEmpty ? .words("–") : .words(of(tasks.count { $0.state == .done }, tasks.count)),
        ])
    }

    private func of(_ part: Int, _ whole: Int) -> String {
        "\(view.format.integer(part))\u{a0}/\u{a0}\(view.format.integer(whole))"
    }
}
