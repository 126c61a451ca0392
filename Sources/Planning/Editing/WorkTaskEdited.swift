internal import Frame
internal import Kernel
internal import Registry
internal import Storage

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
        // Tables of programmes are read without it: documents of earlier years do not have it.
        if state.isSettled, note.isEmpty {
            reader.fail(
                "note",
                Text(
                    lv: "Ierakstiet, kas panākts vai kāpēc atcelts.",
                    en: "Write what came of it, or why it was dropped."
                )
            )
        }
    }

    static func fields(_ plan: Plan) -> [EditField] {
        [
            .number, EditField("name", PlanWords.task, .area),
            .code("state", PlanWords.state, TaskState.self),
            .day("done", Text(lv: "Izpildīts", en: "Done on")),
            // Not called optional: of a task that is over it is asked.
            EditField(
                "note",
                Text(
                    lv: "Piezīmes (ja izpildīts vai atcelts, obligāti: kas panākts vai kāpēc)",
                    en: "Note (needed of a task done or dropped: what came of it, or why)"
                ),
                .area
            ),
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
