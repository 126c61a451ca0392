internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension Resource: PlanPart {
    static let address = "resources"
    static let new = Text(lv: "Jauni resursi", en: "New resources")
    var home: String { activity == 0 ? "/planning/\(plan)" : "/planning/activities/\(activity)" }

    /// Resources of the activity that they are added under, else of the first goal as a whole.
    static func make(_ id: Int, _ plan: Plan, parent: Int) -> Resource {
        let number = PlanNumber.next(among: plan.resources.map(\.number))
        var resource = Resource(id: id, plan: plan.programme, number: number)
        if let activity = plan.activity(parent) {
            resource.activity = activity.id
        } else {
            resource.goal = plan.goals.first?.id ?? 0
        }
        return resource
    }

    func texts(_ plan: Plan) -> EditTexts {
        [
            "number": number, "of": of, "name": name, "result": result, "human": human, "support": support,
            "finance": finance, "duration": duration, "source": source, "responsible": responsible,
        ]
    }

    /// What they are for, as the answer keeps it: ids of activities and goals are counted apart.
    private var of: String {
        if activity != 0 { return Resource.code(activity: activity) }
        return goal == 0 ? "" : Resource.code(goal: goal)
    }

    private static func code(activity: Int) -> String { "activity-\(activity)" }
    private static func code(goal: Int) -> String { "goal-\(goal)" }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        let own = id
        reader.partNumber(&number, among: plan.resources.filter { $0.id != own }.map(\.number))
        let chosen = reader.choice("of", Resource.wholes(plan).map(\.code))
        let ofActivity = plan.activities.first { Resource.code(activity: $0.id) == chosen }
        let ofGoal = plan.goals.first { Resource.code(goal: $0.id) == chosen }
        (activity, goal) = (ofActivity?.id ?? 0, ofGoal?.id ?? 0)
        name = reader.words("name", optional: true)
        if name.isEmpty { name = ofActivity?.name ?? ofGoal?.name ?? "" }
        result = reader.words("result", optional: true)
        human = reader.words("human", optional: true)
        support = reader.words("support", optional: true)
        finance = reader.words("finance", optional: true)
        duration = reader.words("duration", optional: true)
        source = reader.words("source", optional: true)
        responsible = reader.words("responsible", optional: true)
        if [human, support, finance, duration].allSatisfy(\.isEmpty) {
            reader.fail(
                "human",
                Text(
                    lv: "Ierakstiet, kas vajadzīgs: cilvēki, atbalsts, nauda vai laiks.",
                    en: "Write what is needed: people, support, money or time."
                )
            )
        }
    }

    /// What resources may be for: each activity, and each goal for all its activities.
    private static func wholes(_ plan: Plan) -> [EditField.Choice] {
        let activities = plan.activities.map {
            EditField.Choice(code(activity: $0.id), Text(same: "\($0.number) \($0.name)"))
        }
        let goals = plan.goals.map {
            EditField.Choice(
                code(goal: $0.id),
                Text(
                    lv: "viss \($0.number). mērķis: \($0.name)",
                    en: "the whole of goal \($0.number): \($0.name)"
                )
            )
        }
        return activities + goals
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            .number,
            EditField("of", Text(lv: "Kam vajadzīgi", en: "What they are for"), .choice(wholes(plan))),
            .area("human", PlanWords.human), .area("support", PlanWords.support),
            .area("finance", PlanWords.finance), .line("source", PlanWords.moneySource),
            .line("duration", PlanWords.duration),
            .line("responsible", PlanWords.responsible, hint: EditField.names),
            .area(
                "name",
                Text(lv: "Nosaukums dokumentā", en: "Name in the document"),
                hint: Text(
                    lv: "Ja to atstāj tukšu, ieraksta aktivitātes vai mērķa nosaukumu.",
                    en: "Where it is left empty, it is the name of the activity or goal."
                )
            ), .area("result", PlanWords.result),
        ]
    }
}
