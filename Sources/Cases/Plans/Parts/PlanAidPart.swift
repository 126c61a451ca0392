internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// Economic support in the term, by what it is for.
struct PlanAidPart: PlanPart {
    var names: [String] { PlanAid.names }

    func ask(_ form: PlanForm) -> [Form.Part] {
        let legend = Text(
            lv: "Ekonomiskais atbalsts semestrī, EUR",
            en: "Economic support in the term, EUR"
        )
        let fields = names.map { name in
            form.field(name, PlanAid.words(name), .number(value: form.typed[name] ?? ""), optional: true)
        }
        return [.set(legend: legend[form.language], hint: nil, fields)]
    }

    func read(_ reader: inout FieldReader, _ choices: PlanChoices, into answers: inout PlanAnswers) {
        for name in names {
            answers.aid[name] = reader.number(name, decimals: 2, in: 0...1_000_000, optional: true) ?? 0
        }
    }

    func html(_ view: PlanView) -> HTML? {
        let (aid, format) = (view.plan.aid, view.format)
        guard aid.sum > 0 else { return nil }
        let lines = names.filter { aid[$0] > 0 }.map { name in
            (
                name: PlanAid.words(name)[view.language],
                value: HTML(text: "\(format.decimal(aid[name], 2)) EUR")
            )
        }
        let sum = (
            name: view.text("Kopā", "Total"),
            value: "<strong>\(format.decimal(aid.sum, 2)) EUR</strong>" as HTML
        )
        let title = view.text("Ekonomiskais atbalsts", "Economic support")
        return Section(title, DefinitionList(lines + [sum]).html).html
    }
}
