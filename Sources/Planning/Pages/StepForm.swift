internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// What is asked of a step of the year that was done: on which day, and a note for whoever reads it later.
struct StepForm {
    /// What was answered; no day where the step is not done.
    struct Answers: Sendable {
        var day: Day?
        var note = ""
    }

    let view: PlanView
    let year: Int
    let step: CycleStep
    /// What was typed, where the form comes back with errors.
    var typed: EditTexts = [:]
    var errors = FieldErrors()

    private var language: Language { view.language }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    /// Reads what was typed; without a day it was done today.
    static func read(_ typed: EditTexts, today: Day) throws(FieldErrors) -> Answers {
        var reader = FieldReader(typed)
        let day = reader.day("day")
        let note = reader.words("note", optional: true)
        if let day, day > today {
            reader.fail("day", Text(lv: "Diena vēl nav pienākusi.", en: "The day has not come yet."))
        }
        try reader.finish()
        return Answers(day: day ?? today, note: note)
    }

    var form: Form {
        Form(
            id: "step-\(year)-\(step.rawValue)",
            language,
            action: Address(view.address + "/steps"),
            csrf: view.request.formToken,
            parts: [
                .hidden(name: "year", value: String(year)),
                .hidden(name: "step", value: String(step.rawValue)),
                .hidden(name: "done", value: "1"),
                .field(
                    Field(
                        "day",
                        text("Diena", "Day"),
                        .date(value: typed["day"] ?? Format(.lv).day(view.today)),
                        error: errors.byField["day"]?[language]
                    )
                ),
                .field(
                    Field(
                        "note",
                        text("Piezīme", "Note"),
                        .text(value: typed["note"] ?? ""),
                        error: errors.byField["note"]?[language],
                        isOptional: true
                    )
                ),
            ],
            buttons: [Button(text("Atzīmēt", "Mark"))]
        )
    }

    /// The form alone, as it comes back with what is wrong.
    var content: PageContent {
        PageContent(
            step.words,
            "\(PageHead(step.words[language]))\(form)",
            crumbs: PlanCrumbs.of(view.plan),
            status: 422
        )
    }
}
