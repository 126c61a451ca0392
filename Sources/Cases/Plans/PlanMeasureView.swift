internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// The measures of a plan with hours planned and given.
struct PlanMeasureView: Renderable {
    let view: PlanView

    private var language: Language { view.language }
    private func text(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }

    var html: HTML {
        let title = text("Pasākumi", "Measures")
        let rows = view.data.measures.map { row($0) }
        var table = DataTable(
            id: "measures",
            language,
            caption: title,
            columns: [
                DataTable.Column(text("Pasākums", "Measure"), width: .roomy),
                DataTable.Column(text("Kas sniedz", "Provider"), width: .roomy),
                DataTable.Column(text("Laiks", "Time")),
                DataTable.Column(text("Plānots", "Planned"), .number),
                DataTable.Column(text("Sniegts", "Given"), .number),
            ],
            rows: rows
        )
        table.hidesCaption = true
        table.isStackedOnPhones = true
        let none = text("Pasākumu vēl nav.", "There are no measures yet.")
        let list: HTML = rows.isEmpty ? "<p class=\"quiet\">\(none)</p>" : table.html
        let forms: HTML? = view.mayWrite ? "\(view.data.measures.map { given($0) })\(ways)\(add)" : nil
        return Section(title, id: "measures", "\(list)\(effects)\(forms)").html
    }

    /// How much was missed before and since each measure began.
    private var effects: HTML? {
        let items: [HTML] = view.effects.compactMap { effect in
            guard let measure = view.data.measures.first(where: { $0.id == effect.measure }) else {
                return nil
            }
            let way = Link(text("Pa nedēļām", "Week by week"), effect.address)
            return """
                <li>\(view.data.choices.words(.measures, String(measure.kind.rawValue)), language), \(view.format.day(measure.from)): \(effect.words[language]) <span class="screen-only">\(way)</span></li>
                """
        }
        guard !items.isEmpty else { return nil }
        let heading = text(
            "Kavējumi pirms un pēc pasākuma sākuma",
            "Absence before and after a measure began"
        )
        return "<h3>\(heading)</h3><ul>\(items)</ul>"
    }

    private func name(_ measure: PlanMeasure) -> String { view.data.choices.name(of: measure, language) }

    /// Where measures are corrected or taken out, and what was done to each.
    private var ways: HTML? {
        let links: [HTML] = view.data.measures.enumerated().map { place, measure in
            let link = Link(name(measure), Address(view.address + "/measures/\(String(measure.id))"))
            return place == 0 ? link.html : "; \(link)"
        }
        guard !links.isEmpty else { return nil }
        let words = text("Labot, noņemt vai skatīt gaitu", "Correct, take out or see the course")
        return "<p class=\"screen-only\">\(words): \(links)</p>"
    }

    private func row(_ measure: PlanMeasure) -> DataTable.Row {
        let format = view.format
        let days = "\(format.day(measure.from)) – \(format.day(measure.to))"
        let state = measure.ending(in: view.plan.kind, language)
        // What the log of consultations holds of the subject stands beside what was typed.
        let logged = measure.kind == .consultation ? view.data.logged[measure.subject] : nil
        let note = logged.map { text("žurnālā \(format.hours($0))", "in the log \(format.hours($0))") }
        return DataTable.Row([
            .words(name(measure)), .words(measure.provider, note: measure.body.words[language]),
            .words(days, note: state), .words(format.hours(measure.planned)),
            .words(format.hours(measure.given), note: note),
        ])
    }

    private func given(_ measure: PlanMeasure) -> HTML {
        let name = "given-\(measure.id)"
        let back = view.returned?.form == name ? view.returned : nil
        let now = view.format.decimal((measure.given * 10 + 30) / 60, 1)
        let form = Form(
            id: name,
            language,
            action: Address(view.address + "/measures/\(String(measure.id))"),
            csrf: view.request.formToken,
            parts: [
                .hidden(name: "version", value: String(measure.version)),
                .field(
                    Field(
                        "given",
                        text("Sniegtās stundas kopā", "Hours given in all"),
                        .number(value: back?.typed["given"] ?? now),
                        error: back?.errors.byField["given"]?[language]
                    )
                ),
                .field(
                    Field(
                        "over",
                        text("Vai pasākums beidzies", "Is it over"),
                        .checkboxes(
                            [Option("1", text("Pasākums ir beidzies", "The measure is over"))],
                            chosen: measure.ended == nil ? [] : ["1"]
                        ),
                        isOptional: true
                    )
                ),
                .field(result(of: measure, back)),
            ],
            buttons: [Button(text("Saglabāt", "Save"), .small)]
        )
        let title = text("Atzīmēt sniegto", "Note what was given")
        return
            "<details\(" open", if: back != nil)><summary>\(title): \(self.name(measure))</summary>\(form)</details>"
    }

    /// What came of it, which whoever ends it says.
    private func result(of measure: PlanMeasure, _ back: ReturnedForm?) -> Field {
        let results = PlanResult.ofMeasures.map {
            Option(String($0.rawValue), $0.words(of: view.plan.kind).capitalised[language])
        }
        let now = measure.result == .none ? "" : String(measure.result.rawValue)
        return Field(
            "result",
            text("Kas panākts", "What came of it"),
            .select([Option("", "–")] + results, chosen: back?.typed["result"] ?? now),
            hint: text("Jānorāda, ja pasākums ir beidzies.", "Needed where the measure is over."),
            error: back?.errors.byField["result"]?[language],
            isOptional: true
        )
    }

    private var add: HTML {
        let back = view.returned?.form == "measure" ? view.returned : nil
        let questions = MeasureForm(
            plan: view.plan,
            choices: view.data.choices,
            language: language,
            typed: back?.typed ?? [:],
            errors: back?.errors ?? FieldErrors()
        )
        let form = Form(
            id: "measure",
            language,
            action: Address(view.address + "/measures"),
            csrf: view.request.formToken,
            parts: questions.parts,
            buttons: [Button(text("Pievienot", "Add"))]
        )
        return """
            <details\(" open", if: back != nil)><summary>\(text("Pievienot pasākumu", "Add a measure"))</summary>\(form)</details>
            """
    }
}
