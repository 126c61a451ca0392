internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// For which group of pupils the plan is made: a column of its own, as groups are counted.
struct PlanGroundPart: PlanPart {
    private static let title = Text(lv: "Izglītojamo grupa", en: "Group of pupils")

    let names = ["ground"]

    func ask(_ form: PlanForm) -> [Form.Part] {
        let options = PlanGround.allCases.map {
            Option(String($0.rawValue), $0.words.capitalised[form.language])
        }
        let hint = Text(
            lv: "Kāpēc programmu apgūst citādi; grupas skaita pārskatā, izglītojamos tur nenosauc.",
            en: "Why the programme is learned in another way; a report counts groups and names no pupils."
        )
        let control = Control.select(options, chosen: form.chosen("ground") ?? "0")
        return [.field(form.field("ground", PlanGroundPart.title, control, hint: hint, width: .long))]
    }

    func read(_ reader: inout FieldReader, _ choices: PlanChoices, into answers: inout PlanAnswers) {
        let codes = PlanGround.allCases.map { String($0.rawValue) }
        let code = reader.choice("ground", codes, optional: true)
        answers.ground = Int(code).flatMap { PlanGround(rawValue: $0) } ?? .notSaid
    }

    func facts(_ view: PlanView) -> [PlanFact] {
        let words = view.plan.ground.words[view.language]
        return [(name: PlanGroundPart.title[view.language], value: HTML(text: words))]
    }
}
