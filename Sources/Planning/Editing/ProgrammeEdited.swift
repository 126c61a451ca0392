internal import Frame
internal import Kernel
internal import Registry
internal import Storage

extension ActionProgramme: PlanEdited {
    func texts(_ plan: Plan) -> EditTexts {
        [
            "title": title, "code": code, "kind": kind.code, "status": status.code, "aim": aim,
            "result": result,
            "from": EditTexts.day(from), "to": EditTexts.day(to), "decision": decision,
            "decided": EditTexts.day(decided), "protocol": protocolNumber, "language": language,
        ]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        title = reader.words("title")
        code = reader.words("code")
        reader.code("kind", &kind)
        reader.code("status", &status)
        aim = reader.words("aim", optional: true)
        result = reader.words("result", optional: true)
        from = reader.day("from", optional: false)
        to = reader.day("to", optional: false)
        decision = reader.words("decision", optional: true)
        decided = reader.day("decided")
        protocolNumber = reader.words("protocol", optional: true)
        language = reader.choice("language", ["lv", "en"])
        if let from, let to, to < from {
            reader.fail("to", Text(lv: "Beigas ir pirms sākuma.", en: "The end is before the start."))
        }
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            EditField("title", Text(lv: "Nosaukums", en: "Title"), .line),
            EditField(
                "code",
                Text(lv: "Kods", en: "Code"),
                .line,
                hint: Text(
                    lv: "Īss apzīmējums, pēc kura programmu atrod importā: PMP-2024.",
                    en: "A short name by which imports find the programme: PMP-2024."
                )
            ),
            .code("kind", Text(lv: "Veids", en: "Kind"), ProgrammeKind.self),
            .code("status", PlanWords.state, ProgrammeStatus.self),
            EditField("from", Text(lv: "Sākums", en: "From"), .day),
            EditField("to", Text(lv: "Beigas", en: "Until"), .day),
            .area("aim", Text(lv: "Mērķis", en: "Aim")),
            .area("result", Text(lv: "Sasniedzamais rezultāts", en: "Result to be reached")),
            .line("decision", Text(lv: "Lēmuma numurs", en: "Number of the decision")),
            .day("decided", Text(lv: "Lēmuma datums", en: "Day of the decision")),
            .line("protocol", Text(lv: "Protokols", en: "Minutes")),
            EditField(
                "language",
                Text(lv: "Dokumenta valoda", en: "Language of the document"),
                .choice([
                    EditField.Choice("lv", Text(lv: "latviešu", en: "Latvian")),
                    EditField.Choice("en", Text(lv: "angļu", en: "English")),
                ])
            ),
        ]
    }
}

/// A part of a programme with a number and a page of its own.
protocol PlanPart: PlanEdited {
    /// What stands in addresses: `tasks`.
    static var address: String { get }
    /// What a new one is called.
    static var new: Text { get }
    var id: Int { get }
    var plan: Int { get }
    var name: String { get }
    var number: String { get }
    /// A new part with what an address says of it.
    static func make(_ id: Int, _ plan: Plan, parent: Int) -> Self
    /// The page that shows it.
    var home: String { get }
}

extension PlanPart {
    /// Most parts are shown on the page of the programme.
    var home: String { "/planning/\(plan)" }
    /// The page on which a part is edited.
    static func page(_ id: Int) -> String { "/planning/\(address)/\(id)/edit" }
}

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

extension WorkTask: PlanPart {
    static let address = "tasks"
    static let new = Text(lv: "Jauns darba uzdevums", en: "A new task")
    var home: String { "/planning/activities/\(activity)" }

    static func make(_ id: Int, _ plan: Plan, parent: Int) -> WorkTask {
        let activity = plan.activity(parent) ?? plan.activities.first
        let count = plan.tasks.count { $0.activity == activity?.id }
        var task = WorkTask(id: id, plan: plan.programme, number: "\(activity?.number ?? "1").\(count + 1)")
        task.activity = activity?.id ?? 0
        return task
    }

    func texts(_ plan: Plan) -> EditTexts {
        [
            "number": number, "activity": String(activity), "name": name, "term": term,
            "from": EditTexts.day(from), "to": EditTexts.day(to), "doer": doer, "supervisor": supervisor,
            "person": person, "state": state.code, "done": EditTexts.day(done), "note": note,
        ]
    }

    mutating func take(_ reader: inout FieldReader, _ plan: Plan) {
        let own = id
        reader.partNumber(&number, among: plan.tasks.filter { $0.id != own }.map(\.number))
        activity = Int(reader.choice("activity", plan.activities.map { String($0.id) })) ?? activity
        name = reader.words("name")
        term = reader.words("term", optional: true)
        from = reader.day("from")
        to = reader.day("to")
        doer = reader.words("doer", optional: true)
        supervisor = reader.words("supervisor", optional: true)
        person = reader.words("person", optional: true)
        reader.code("state", &state)
        done = reader.day("done")
        note = reader.words("note", optional: true)
        if let from, let to, to < from {
            reader.fail("to", Text(lv: "Beigas ir pirms sākuma.", en: "The end is before the start."))
        }
        if state == .done, done == nil {
            reader.fail(
                "done",
                Text(
                    lv: "Ierakstiet dienu, kad uzdevums izpildīts.",
                    en: "Write the day on which it was done."
                )
            )
        }
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            .number, EditField("name", PlanWords.task, .area),
            .code("state", PlanWords.state, TaskState.self),
            .day("done", Text(lv: "Izpildīts", en: "Done on")),
            .area("note", Text(lv: "Piezīmes", en: "Note")),
            .day("from", Text(lv: "Sākums", en: "From")), .day("to", Text(lv: "Termiņš", en: "Until")),
            .line("term", Text(lv: "Termiņš dokumenta vārdiem", en: "Term in the words of the document")),
            .line("doer", Text(lv: "Izpildītājs", en: "Done by"), hint: EditField.names),
            .line("person", PlanWords.person),
            .line("supervisor", Text(lv: "Uzrauga", en: "Supervised by")),
            EditField(
                "activity",
                PlanWords.activity,
                .choice(
                    plan.activities.map {
                        EditField.Choice(String($0.id), Text(same: "\($0.number) \($0.name)"))
                    }
                )
            ),
        ]
    }
}
