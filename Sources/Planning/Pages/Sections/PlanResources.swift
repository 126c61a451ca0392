internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// What is needed: people, support, money with its source, time.
struct PlanResources: Renderable {
    private let view: PlanView
    private let title: Text
    private let resources: [Resource]
    /// The activity that new ones are for; 0 for a goal as a whole.
    private let under: Int

    /// Those of an activity, with what its goal has for all activities.
    init(view: PlanView, of activity: Activity) {
        self.view = view
        title = Text(lv: "Nepieciešamie resursi", en: "Resources needed")
        resources = view.plan.resources(of: activity)
        under = activity.id
    }

    /// Those that goals have for all their activities; nil where the programme has no goal.
    init?(shared view: PlanView) {
        guard !view.plan.goals.isEmpty else { return nil }
        self.view = view
        title = Text(lv: "Mērķu kopīgie resursi", en: "Resources of whole goals")
        resources = view.plan.resources.filter { $0.activity == 0 }
        under = 0
    }

    private var language: Language { view.language }

    var html: HTML {
        let add = view.addButton(
            Text(lv: "Pievienot resursus", en: "Add resources"),
            "\(view.address)/resources/new?under=\(under)"
        )
        guard !resources.isEmpty || add != nil else { return "" }
        let shown: HTML? = resources.isEmpty ? nil : table.html
        return Section(title[language], "\(shown)\(PlanButtons([add]))").html
    }

    private var table: DataTable {
        var table = DataTable(
            id: "resources",
            language,
            caption: title[language],
            columns: [
                DataTable.Column(PlanWords.number[language], width: .narrow),
                DataTable.Column(Text(lv: "Kam vajadzīgi", en: "What they are for")[language]),
                DataTable.Column(PlanWords.human[language]),
                DataTable.Column(PlanWords.support[language], isOptional: true),
                DataTable.Column(PlanWords.finance[language]),
                DataTable.Column(PlanWords.duration[language], isOptional: true),
                DataTable.Column(PlanWords.responsible[language], isOptional: true),
            ],
            rows: resources.map(row)
        )
        table.hidesCaption = true
        return table
    }

    private func row(_ resource: Resource) -> DataTable.Row {
        let goal = view.plan.goal(resource.goal)
        let name = resource.name.isEmpty ? goal?.name ?? resource.number : resource.name
        let whole = goal.map { Text(lv: "viss \($0.number). mērķis", en: "the whole of goal \($0.number)") }
        return DataTable.Row([
            .words(resource.number),
            .words(
                name,
                note: whole?[language],
                address: view.mayEdit ? Address(Resource.page(resource.id)) : nil
            ), .words(resource.human), .words(resource.support),
            .words(resource.finance, note: resource.source.isEmpty ? nil : resource.source),
            .words(resource.duration),
            .words(Plan.names(resource.responsible).joined(separator: ", ")),
        ])
    }
}
