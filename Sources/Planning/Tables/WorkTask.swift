internal import Frame
internal import Kernel
internal import Storage

/// A task of an activity: its term, who does it, who watches over it.
struct WorkTask: PlanRow {
    static let table = RegisterTable(
        "plan_task",
        columns: [
            "plan_id", "institution_id", "activity_id", "number", "name", "term", "from_day", "to_day",
            "doer",
            "supervisor", "person", "state", "done_day", "note",
        ],
        noun: FactWords(
            Text(lv: "Darba uzdevumi", en: "Tasks"),
            Noun(lv: "uzdevums", "uzdevumi", en: "task", "tasks")
        ),
        references: []
    )

    var id: Int
    var plan: Int
    var owner: InstitutionID
    var activity: Int
    var number: String
    var name: String
    /// The term as the document says it.
    var term: String
    var from: Day?
    var to: Day?
    var doer: String
    var supervisor: String
    /// The person who answers for it, where one is named.
    var person: String
    var state: TaskState
    var done: Day?
    var note: String
    var version: Int

    init(id: Int, plan: ActionProgramme, number: String) {
        self.id = id
        self.plan = plan.id
        owner = plan.institution
        activity = 0
        self.number = number
        (name, term, doer, supervisor, person, note) = ("", "", "", "", "", "")
        state = .planned
        version = 0
    }

    init(row: inout Row) throws {
        id = try row.next()
        plan = try row.next()
        owner = try row.next()
        activity = try row.next()
        number = try row.next()
        name = try row.next()
        term = try row.next()
        from = try row.day()
        to = try row.day()
        doer = try row.next()
        supervisor = try row.next()
        person = try row.next()
        state = try row.next()
        done = try row.day()
        note = try row.next()
        version = try row.next()
    }

    var key: [Int] { [id] }
    var values: [Value] {
        [
            plan.sqlValue, owner.sqlValue, activity.sqlValue, number.sqlValue, name.sqlValue, term.sqlValue,
            from.stored, to.stored, doer.sqlValue, supervisor.sqlValue, person.sqlValue, state.sqlValue,
            done.stored, note.sqlValue,
        ]
    }
}

/// What an activity, or all activities of a goal, need.
struct Resource: PlanRow {
    static let table = RegisterTable(
        "plan_resource",
        columns: [
            "plan_id", "institution_id", "goal_id", "activity_id", "number", "name", "result", "human",
            "support",
            "finance", "duration", "source", "responsible",
        ],
        noun: FactWords(
            Text(lv: "Aktivitāšu resursi", en: "Resources of activities"),
            Noun(lv: "resursu rinda", "resursu rindas", en: "row of resources", "rows of resources")
        ),
        references: []
    )

    var id: Int
    var plan: Int
    var owner: InstitutionID
    /// The goal, where the row is about all its activities.
    var goal: Int
    var activity: Int
    var number: String
    var name: String
    var result: String
    var human: String
    var support: String
    var finance: String
    var duration: String
    var source: String
    var responsible: String
    var version: Int

    init(id: Int, plan: ActionProgramme, number: String) {
        self.id = id
        self.plan = plan.id
        owner = plan.institution
        (goal, activity) = (0, 0)
        self.number = number
        (name, result, human, support, finance, duration, source, responsible) =
            ("", "", "", "", "", "", "", "")
        version = 0
    }

    init(row: inout Row) throws {
        id = try row.next()
        plan = try row.next()
        owner = try row.next()
        goal = try row.next()
        activity = try row.next()
        number = try row.next()
        name = try row.next()
        result = try row.next()
        human = try row.next()
        support = try row.next()
        finance = try row.next()
        duration = try row.next()
        source = try row.next()
        responsible = try row.next()
        version = try row.next()
    }

    var key: [Int] { [id] }
    var values: [Value] {
        [
            plan.sqlValue, owner.sqlValue, goal.sqlValue, activity.sqlValue, number.sqlValue, name.sqlValue,
            result.sqlValue, human.sqlValue, support.sqlValue, finance.sqlValue, duration.sqlValue,
            source.sqlValue, responsible.sqlValue,
        ]
    }
}
