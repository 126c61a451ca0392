internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// A task in a list, with the form that ends it.
struct TaskItem: Renderable {
    let task: AgendaLine.Task
    let today: Day
    let isOpen: Bool
    let pieces: FormPieces
    /// Where the form that ends it goes; to the meetings' own way unless another is named.
    var action: Address?
    /// What stands before who does it: the pupil, in a list of tasks of several.
    var about: HTML?
    /// Whether the reader does it, and need not be told so.
    var isOwn = false

    private var format: Format { Format(pieces.language) }

    var html: HTML {
        let isLate = task.done == nil && task.due < today
        let late: HTML? = isLate ? " \(Badge(pieces.text("kavējas", "late"), .attention))" : nil
        let who = isOwn ? "" : "\(task.person), \(task.body.words[pieces.language]) · "
        let when =
            task.done.map { "\(pieces.text("pabeigts", "done")) \(format.day($0)): \(task.outcome)" }
            ?? "\(pieces.text("līdz", "by")) \(format.day(task.due))"
        return """
            <li><p>\(task.text)\(late)</p><p class="quiet">\(about)\(who)\(when)</p>\(finish)</li>
            """
    }

    private var finish: HTML? {
        guard task.done == nil, isOpen else { return nil }
        let form = Form(
            id: "finish-\(task.id)",
            pieces.language,
            action: action ?? Address("/tasks/\(String(task.id))/finish"),
            csrf: pieces.token,
            parts: [
                .field(
                    Field(
                        "outcome",
                        pieces.text("Kas panākts", "What came of it"),
                        .text(value: ""),
                        error: pieces.error("finish-\(task.id)", "outcome")
                    )
                )
            ],
            buttons: [Button(pieces.text("Pabeigt", "Done"), .small)]
        )
        return """
            <details\(" open", if: pieces.returned?.form == "finish-\(task.id)")><summary>\(pieces.text("Pabeigt", "Done"))\
            <span class="unseen">: \(task.text)</span></summary>\(form)</details>
            """
    }
}
