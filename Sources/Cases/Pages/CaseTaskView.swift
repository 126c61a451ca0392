internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// Tasks of a case.
struct CaseTaskView: Renderable {
    let view: CaseView

    private var language: Language { view.language }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let items: [HTML] = view.data.tasks.map { item(task: $0.task, $0.text, $0.outcome) }
        let none = text("Uzdevumu nav.", "There are no tasks.")
        let list: HTML = items.isEmpty ? "<p class=\"quiet\">\(none)</p>" : "<ul>\(items)</ul>"
        let form: HTML? = view.data.key.writes ? add : nil
        return Section(text("Uzdevumi", "Tasks"), id: "tasks", "\(list)\(form)").html
    }

    private func item(task: CaseTask, _ words: String, _ outcome: String) -> HTML {
        let isLate = task.done == nil && task.due < view.data.today
        let late: HTML? = isLate ? " \(Badge(text("kavējas", "late"), .attention))" : nil
        let who = "\(task.person), \(task.body.words[language])"
        let when =
            task.done.map { "\(text("pabeigts", "done")) \(view.format.day($0)): \(outcome)" }
            ?? "\(text("līdz", "by")) \(view.format.day(task.due))"
        let finish: HTML? =
            task.done == nil && view.data.key.writes ? self.finish(task, words) : nil
        return """
            <li><p>\(words)\(late)</p><p class="quiet">\(who) · \(when)</p>\(finish)</li>
            """
    }

    private func finish(_ task: CaseTask, _ words: String) -> HTML {
        let form = Form(
            id: "finish-\(task.id)",
            language,
            action: Address(view.address + "/tasks/\(String(task.id))/finish"),
            csrf: view.request.formToken,
            parts: [
                .field(Field("outcome", text("Kas panākts", "What came of it"), .text(value: "")))
            ],
            buttons: [Button(text("Pabeigt", "Done"), .small)]
        )
        return """
            <details><summary>\(text("Pabeigt", "Done"))<span class="unseen">: \(words)</span></summary>\
            \(form)</details>
            """
    }

    private var add: HTML {
        let doers = view.data.doers.map {
            Option(String($0.account.rawValue), "\($0.name) (\($0.body.words[language]))")
        }
        let other = Option("0", text("Cits, ierakstiet zemāk", "Somebody else, typed below"))
        let bodies = CaseBody.allCases.map { Option(String($0.rawValue), $0.words[language]) }
        return view.folded(
            "task",
            text("Pievienot uzdevumu", "Add a task"),
            "tasks",
            [
                field(
                    "text",
                    text("Kas jāizdara", "What is to be done"),
                    .area(value: typed("text"), rows: 2)
                ),
                field(
                    "doer",
                    text("Kas to dara", "Who does it"),
                    .select(doers + [other], chosen: view.typed("task", "doer"))
                ),
                field(
                    "person",
                    text("Vārds un amats", "Name and post"),
                    .text(value: typed("person")),
                    hint: text("Ja sarakstā nav.", "Where they are not listed.")
                ),
                field(
                    "body",
                    text("Institūcija", "Institution"),
                    .select(bodies, chosen: view.typed("task", "body") ?? "1"),
                    hint: text("Ja ierakstījāt vārdu.", "Where you typed a name.")
                ),
                field("due", text("Līdz kurai dienai", "By which day"), .date(value: typed("due"))),
            ],
            text("Pierakstīt", "Write down")
        )
    }

    private func typed(_ name: String) -> String { view.typed("task", name) ?? "" }

    /// A field of the form; one with a hint is filled in where need be.
    private func field(_ name: String, _ label: String, _ control: Control, hint: String? = nil) -> Form.Part
    {
        .field(
            Field(
                name,
                label,
                control,
                hint: hint,
                error: view.error("task", name),
                isOptional: hint != nil
            )
        )
    }
}
