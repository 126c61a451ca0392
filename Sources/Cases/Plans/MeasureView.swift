internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// The page of a measure: what it says, the forms for those who write plans, and its history.
struct MeasureView {
    let data: PlanContent
    let plan: SupportPlan
    let measure: PlanMeasure
    let request: PageRequest
    let returned: ReturnedForm?

    private var language: Language { request.language }
    private var format: Format { Format(language) }
    private var name: String { data.choices.name(of: measure, language) }
    private var page: String { "/cases/\(data.file.id)/plans/\(plan.id)" }
    private var address: String { "\(page)/measures/\(measure.id)" }

    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let head = PageHead(name, lede: "\(data.name), \(plan.period[language])")
        let forms: HTML? = CaseWork.mayPlan(data.key) ? "\(correct)\(remove)" : nil
        return "\(head)\(facts)\(forms)\(history)"
    }

    private var facts: HTML {
        var facts: [PlanFact] = [
            (text("Kas sniedz", "Provider"), "\(measure.provider), \(measure.body.words, language)"),
            (text("Laiks", "Time"), "\(format.day(measure.from)) – \(format.day(measure.to))"),
            (text("Plānots", "Planned"), HTML(text: format.hours(measure.planned))),
            (text("Sniegts", "Given"), HTML(text: format.hours(measure.given))),
        ]
        if let ended = measure.ended {
            facts.append((text("Beidzies", "Ended"), HTML(text: format.day(ended))))
            let result = measure.result.ofMeasure(in: plan.kind).capitalised
            facts.append((text("Rezultāts", "Result"), HTML(text: result[language])))
        }
        return DefinitionList(facts).html
    }

    private var version: Form.Part { .hidden(name: "version", value: String(measure.version)) }

    private func sent(_ form: String) -> ReturnedForm? { returned.flatMap { $0.form == form ? $0 : nil } }

    private var correct: HTML {
        let back = sent("correct")
        let questions = MeasureForm(
            plan: plan,
            choices: data.choices,
            language: language,
            typed: back?.typed ?? measure.texts(format),
            errors: back?.errors ?? FieldErrors(),
            kind: measure.kind
        )
        let form = Form(
            id: "correct",
            language,
            action: Address(address + "/edit"),
            csrf: request.formToken,
            parts: [version] + questions.parts,
            buttons: [Button(text("Saglabāt labojumu", "Save the correction"))],
            cancel: Address(page)
        )
        return Section(text("Labot pasākumu", "Correct the measure"), id: "edit", form.html).html
    }

    private var remove: HTML {
        let back = sent("remove")
        let reason = Field(
            "reason",
            text("Kāpēc noņem", "Why it is taken out"),
            .area(value: back?.typed["reason"] ?? "", rows: 2),
            hint: text(
                "Ieraksts un iemesls paliek plāna redakcijās; pārskatos pasākumu vairs neskaita.",
                "The entry and the reason stay in the versions of the plan; reports count the measure no longer."
            ),
            error: back?.errors.byField["reason"]?[language]
        )
        let form = Form(
            id: "remove",
            language,
            action: Address(address + "/remove"),
            csrf: request.formToken,
            parts: [version, .field(reason)],
            buttons: [Button(text("Noņemt pasākumu", "Take the measure out"), .warning)]
        )
        let title = text("Noņemt kļūdas pēc ierakstītu pasākumu", "Take out a measure entered by mistake")
        return "<details\(" open", if: back != nil)><summary>\(title)</summary>\(form)</details>"
    }

    /// Who did what and when, from what to what; the latest first.
    private var history: HTML? {
        let steps = data.steps.filter { $0.change.measure == measure.id }
        let items: [HTML] = steps.map { step in
            let words = step.change.words(data.choices, in: plan.kind, language)
            return "<li>\(format.moment(step.at)), \(step.who) – \(words)</li>"
        }
        let none = text(
            "Pasākums ierakstīts, pirms izmaiņas sāka glabāt.",
            "The measure is from before changes were kept."
        )
        let list: HTML = items.isEmpty ? "<p class=\"quiet\">\(none)</p>" : "<ul>\(items)</ul>"
        return Section(text("Gaita", "Course"), id: "course", list).html
    }
}
