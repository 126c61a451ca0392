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
        let fields = TaskFields(
            language,
            doers: view.data.doers.map { ($0.account.rawValue, $0.name, $0.body) },
            typed: { view.typed("task", $0) },
            error: { view.error("task", $0) }
        )
        return view.folded(
            "task",
            text("Pievienot uzdevumu", "Add a task"),
            "tasks",
            fields.parts,
            text("Pierakstīt", "Write down")
        )
    }
}
