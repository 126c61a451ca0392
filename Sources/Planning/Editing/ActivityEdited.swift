internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension Activity: PlanPart {
    static let address = "activities"
    static let new = Text(lv: "Jauna aktivitāte", en: "A new activity")
    var home: String { "/planning/activities/\(id)" }

    static func make(_ id: Int, _ plan: Plan, parent: Int) -> Activity {
        let goal = plan.goal(parent) ?? plan.goals.first
        let count = plan.activities.count { $0.goal == goal?.id }
        let number = goal.map { "\($0.number).\(count + 1)" } ?? String(plan.activities.count + 1)
        var activity = Activity(id: id, plan: plan.programme, number: number)
        activity.goal = goal?.id ?? 0
        activity.years = plan.programme.years
        return activity
    }

    func texts(_ plan: Plan) -> EditTexts {
        [
            "number": number, "goal": String(goal), "name": name, "aim": aim, "result": result,
            "responsible": responsible, "involved": involved,
            "years": years.map(String.init).joined(separator: ", "), "from": EditTexts.day(from),
            "to": EditTexts.day(to),
        ]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        let own = id
        reader.partNumber(&number, among: plan.activities.filter { $0.id != own }.map(\.number))
        goal = Int(reader.choice("goal", ["0"] + plan.goals.map { String($0.id) })) ?? 0
        name = reader.words("name")
        aim = reader.words("aim", optional: true)
        result = reader.words("result", optional: true)
        responsible = reader.words("responsible")
        involved = reader.words("involved", optional: true)
        years = reader.years("years")
        from = reader.day("from")
        to = reader.day("to")
        if let from, let to, to < from {
            reader.fail("to", Text(lv: "Beigas ir pirms sākuma.", en: "The end is before the start."))
        }
    }

    static func fields(_ plan: Plan) -> [EditField] {
        let goals = plan.goals.map { EditField.Choice(String($0.id), Text(same: "\($0.number). \($0.name)")) }
        return [
            .number, EditField("name", PlanWords.activity, .area),
            EditField(
                "goal",
                PlanWords.goal,
                .choice([EditField.Choice("0", Text(lv: "bez mērķa", en: "no goal"))] + goals)
            ),
            .area("aim", Text(lv: "Ko tā uzlabo", en: "What it improves")), .area("result", PlanWords.result),
            EditField("responsible", PlanWords.responsible, .line, hint: EditField.names),
            .line("involved", PlanWords.involved, hint: EditField.names),
            .line(
                "years",
                Text(lv: "Īstenošanas gadi", en: "Years"),
                hint: Text(
                    lv: "Piemēram, 2024–2028 vai 2024, 2026.",
                    en: "For example 2024–2028, or 2024, 2026."
                )
            ), .day("from", Text(lv: "Sākuma diena", en: "First day")),
            .day("to", Text(lv: "Beigu diena", en: "Last day")),
        ]
    }
}
