internal import Frame
internal import Kernel
internal import Storage

/// A goal of a programme at a level of prevention, with the result expected of it.
struct Goal: PlanRow {
    static let table = RegisterTable(
        "plan_goal",
        columns: ["plan_id", "institution_id", "number", "level", "name", "result"],
        noun: FactWords(
            Text(lv: "Programmu mērķi", en: "Goals of programmes"),
            Noun(lv: "mērķis", "mērķi", en: "goal", "goals")
        ),
        references: ["goal_id"]
    )

    var id: Int
    var plan: Int
    var owner: InstitutionID
    var number: String
    var level: PreventionLevel
    var name: String
    var result: String
    var version: Int

    init(id: Int, plan: ActionProgramme, number: String) {
        self.id = id
        self.plan = plan.id
        owner = plan.institution
        self.number = number
        level = .none
        (name, result) = ("", "")
        version = 0
    }

    init(row: inout Row) throws {
        id = try row.next()
        plan = try row.next()
        owner = try row.next()
        number = try row.next()
        level = try row.next()
        name = try row.next()
        result = try row.next()
        version = try row.next()
    }

    var key: [Int] { [id] }
    var values: [Value] {
        [
            plan.sqlValue, owner.sqlValue, number.sqlValue, level.sqlValue, name.sqlValue, result.sqlValue,
        ]
    }
}
