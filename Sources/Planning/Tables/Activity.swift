internal import Frame
internal import Kernel
internal import Storage

/// What is done for a goal: a row of the plan of activities.
struct Activity: PlanRow {
    static let table = RegisterTable(
        "plan_activity",
        columns: [
            "plan_id", "institution_id", "goal_id", "number", "name", "aim", "result", "responsible",
            "involved",
            "years", "from_day", "to_day",
        ],
        noun: FactWords(
            Text(lv: "Programmu aktivitātes", en: "Activities of programmes"),
            Noun(lv: "aktivitāte", "aktivitātes", en: "activity", "activities")
        ),
        references: ["activity_id"]
    )

    var id: Int
    var plan: Int
    var owner: InstitutionID
    var goal: Int
    var number: String
    var name: String
    /// What it is to bring about, as the document says it of this activity.
    var aim: String
    /// The planned result.
    var result: String
    /// Names of bodies as the document has them, with `; ` between.
    var responsible: String
    var involved: String
    /// The years it is planned for.
    var years: [Int]
    var from: Day?
    var to: Day?
    var version: Int

    init(id: Int, plan: ActionProgramme, number: String) {
        self.id = id
        self.plan = plan.id
        owner = plan.institution
        goal = 0
        self.number = number
        (name, aim, result, responsible, involved) = ("", "", "", "", "")
        years = []
        version = 0
    }

    init(row: inout Row) throws {
        id = try row.next()
        plan = try row.next()
        owner = try row.next()
        goal = try row.next()
        number = try row.next()
        name = try row.next()
        aim = try row.next()
        result = try row.next()
        responsible = try row.next()
        involved = try row.next()
        years = try row.next(String.self).split(separator: " ").compactMap { Int($0) }
        from = try row.day()
        to = try row.day()
        version = try row.next()
    }

    var key: [Int] { [id] }
    var values: [Value] {
        [
            plan.sqlValue, owner.sqlValue, goal.sqlValue, number.sqlValue, name.sqlValue, aim.sqlValue,
            result.sqlValue, responsible.sqlValue, involved.sqlValue,
            years.map(String.init).joined(separator: " ").sqlValue, from.stored, to.stored,
        ]
    }
}

/// How often an activity is to take place; registered events are counted against it.
struct Recurrence: PlanRow {
    static let table = RegisterTable(
        "plan_recurrence",
        key: ["activity_id", "ordinal"],
        columns: ["name", "least", "most", "rhythm", "in_each"],
        noun: FactWords(
            Text(lv: "Aktivitāšu biežums", en: "Recurrence of activities"),
            Noun(lv: "biežums", "biežumi", en: "recurrence", "recurrences")
        )
    )

    var activity: Int
    var ordinal: Int
    /// What is counted, where an activity has several: supervisions.
    var name: String
    var least: Int
    var most: Int
    var rhythm: Rhythm
    /// Whether each institution is to do so many.
    var inEach: Bool
    var version: Int

    init(activity: Int, ordinal: Int) {
        (self.activity, self.ordinal) = (activity, ordinal)
        name = ""
        (least, most) = (1, 1)
        rhythm = .year
        inEach = false
        version = 0
    }

    init(row: inout Row) throws {
        activity = try row.next()
        ordinal = try row.next()
        name = try row.next()
        least = try row.next()
        most = try row.next()
        rhythm = try row.next()
        inEach = try row.next()
        version = try row.next()
    }

    var key: [Int] { [activity, ordinal] }
    var values: [Value] {
        [name.sqlValue, least.sqlValue, most.sqlValue, rhythm.sqlValue, inEach.sqlValue]
    }
}

/// What an activity came to in a year; money in cents.
struct Outcome: PlanRow {
    static let table = RegisterTable(
        "plan_outcome",
        key: ["activity_id", "year"],
        columns: ["spent", "planned", "done", "impact", "factors", "state"],
        noun: FactWords(
            Text(lv: "Aktivitāšu rezultāti", en: "Outcomes of activities"),
            Noun(lv: "rezultāts", "rezultāti", en: "outcome", "outcomes")
        )
    )

    var activity: Int
    var year: Int
    var spent: Int?
    var planned: String
    var done: String
    var impact: String
    /// What helped or hindered.
    var factors: String
    var state: OutcomeState
    var version: Int

    init(activity: Int, year: Int) {
        (self.activity, self.year) = (activity, year)
        (planned, done, impact, factors) = ("", "", "", "")
        state = .unknown
        version = 0
    }

    init(row: inout Row) throws {
        activity = try row.next()
        year = try row.next()
        spent = try row.known()
        planned = try row.next()
        done = try row.next()
        impact = try row.next()
        factors = try row.next()
        state = try row.next()
        version = try row.next()
    }

    var key: [Int] { [activity, year] }
    var values: [Value] {
        [
            spent.stored, planned.sqlValue, done.sqlValue, impact.sqlValue, factors.sqlValue, state.sqlValue,
        ]
    }
}

/// That something planned has taken place: registered by whoever held it, often from a phone.
struct PlanEvent: PlanRow {
    static let table = RegisterTable(
        "plan_event",
        columns: [
            "activity_id", "ordinal", "task_id", "institution_id", "day", "name", "participants", "sheet",
            "note", "account_id", "is_undone", "body",
        ],
        noun: FactWords(
            Text(lv: "Reģistrētie pasākumi", en: "Registered events"),
            Noun(lv: "pasākums", "pasākumi", en: "event", "events")
        ),
        references: []
    )

    var id: Int
    var activity: Int
    /// Which recurrence of the activity it counts for; 0 where the activity has none.
    var ordinal: Int
    var task: Int
    /// Which institution held it; 0 for the municipality or a body that is no institution of the registry.
    var institution: InstitutionID
    var day: Day
    var name: String
    var participants: Int?
    /// Where the registration sheet is kept.
    var sheet: String
    var note: String
    var account: AccountID
    var isUndone: Bool
    /// Which other body held it; nil for an institution of the registry and the municipality itself.
    var body: CaseBody?
    var version: Int

    init(id: Int, activity: Int, institution: InstitutionID, day: Day) {
        (self.id, self.activity, self.institution, self.day) = (id, activity, institution, day)
        (ordinal, task) = (0, 0)
        (name, sheet, note) = ("", "", "")
        account = AccountID(rawValue: 0)
        isUndone = false
        version = 0
    }

    init(row: inout Row) throws {
        id = try row.next()
        activity = try row.next()
        ordinal = try row.next()
        task = try row.next()
        institution = try row.next()
        day = try row.next()
        name = try row.next()
        participants = try row.known()
        sheet = try row.next()
        note = try row.next()
        account = try row.next()
        isUndone = try row.next()
        body = CaseBody(rawValue: try row.next(Int.self))
        version = try row.next()
    }

    var key: [Int] { [id] }
    var values: [Value] {
        [
            activity.sqlValue, ordinal.sqlValue, task.sqlValue, institution.sqlValue, day.number.sqlValue,
            name.sqlValue, participants.stored, sheet.sqlValue, note.sqlValue, account.sqlValue,
            isUndone.sqlValue, (body?.rawValue ?? 0).sqlValue,
        ]
    }
}
