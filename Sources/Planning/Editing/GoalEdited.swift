internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension Goal: PlanPart {
    static let address = "goals"
    static let new = Text(lv: "Jauns mērķis", en: "A new goal")
    static func make(_ id: Int, _ plan: Plan, parent: Int) -> Goal {
        Goal(id: id, plan: plan.programme, number: String(plan.goals.count + 1))
    }

    func texts(_ plan: Plan) -> EditTexts {
        ["number": number, "level": level.code, "name": name, "result": result]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        let own = id
        reader.partNumber(&number, among: plan.goals.filter { $0.id != own }.map(\.number))
        reader.code("level", &level)
        name = reader.words("name")
        result = reader.words("result", optional: true)
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            .number, EditField("name", PlanWords.goal, .area),
            .code("level", Text(lv: "Prevencijas līmenis", en: "Level of prevention"), PreventionLevel.self),
            .area("result", Text(lv: "Sagaidāmais rezultāts", en: "Expected result")),
        ]
    }
}
