internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// The form of a plan: its term, then what the parts of its kind ask, with what was typed and what is wrong.
struct PlanForm {
    let kind: PlanKind
    /// Whether the kind goes along with the answers: it is said once, when a plan is made.
    let isNew: Bool
    let choices: PlanChoices
    let request: PageRequest
    let address: Address
    let cancel: Address
    let typed: EditTexts
    let errors: FieldErrors
    let version: Int

    var language: Language { request.language }

    var html: HTML {
        var parts: [Form.Part] = [.hidden(name: "version", value: String(version))]
        if isNew { parts.append(.hidden(name: "kind", value: String(kind.rawValue))) }
        let term = Control.select(terms, chosen: chosen("term"))
        parts.append(.field(field("term", Text(lv: "Semestris", en: "Term"), term, width: .long)))
        for part in kind.parts { parts += part.ask(self) }
        return Form(
            id: "plan",
            language,
            action: address,
            csrf: request.formToken,
            parts: parts,
            buttons: buttons,
            cancel: cancel
        ).html
    }

    /// Saving comes first, as Enter presses it; another one gives more rows without a script.
    private var buttons: [Button] {
        let save = Button(Text(lv: "Saglabāt plānu", en: "Save the plan")[language])
        guard kind.parts.contains(where: { $0 is PlanRows }) else { return [save] }
        return [save, Button(PlanRows.more[language], .second, field: (name: "more", value: "1"))]
    }

    /// The terms of last year, this year and the next.
    private var terms: [Option] {
        let now = SchoolYear(containing: choices.today)
        return [now.previous, now, SchoolYear(now.start + 1)].flatMap { year in
            (1...2).map { term in
                let words = Text(
                    lv: "\(Format(.lv).schoolYear(year)) \(term). semestris",
                    en: "\(Format(.en).schoolYear(year)), term \(term)"
                )
                return Option("\(year.start)/\(term)", words[language])
            }
        }
    }

    // MARK: What parts make their questions of

    /// What was chosen; nil where nothing was.
    func chosen(_ name: String) -> String? { typed[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// The choices of a list.
    func options(_ list: PlanCodes) -> [Option] {
        choices.items(list).map { Option($0.code, $0.words[language]) }
    }

    /// A question with what was wrong with its answer.
    func field(
        _ name: String,
        _ label: Text,
        _ control: Control,
        hint: Text? = nil,
        optional: Bool = false,
        width: Field.Width? = nil
    ) -> Field {
        Field(
            name,
            label[language],
            control,
            hint: hint?[language],
            error: errors.byField[name]?[language],
            isOptional: optional,
            width: width
        )
    }

    /// A question that is answered in a line.
    func line(_ name: String, _ label: Text, hint: Text? = nil, optional: Bool = false) -> Field {
        field(name, label, .text(value: typed[name] ?? ""), hint: hint, optional: optional)
    }

    /// A question that is answered in several lines.
    func lines(_ name: String, _ label: Text, hint: Text? = nil, optional: Bool = false) -> Field {
        field(name, label, .area(value: typed[name] ?? "", rows: 3), hint: hint, optional: optional)
    }

    /// A day, as people write it.
    func day(_ name: String, _ label: Text, optional: Bool = true) -> Field {
        let text = typed[name] ?? ""
        let day = PlanBody.day(text).map { Format(.lv).day($0) }
        return field(name, label, .date(value: day ?? text), optional: optional)
    }
}
