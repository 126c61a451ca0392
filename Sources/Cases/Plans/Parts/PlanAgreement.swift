internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// What the parents said, and on which day.
struct PlanAgreement: PlanPart {
    let names = ["parents", "parents_on"]
    let isForFamily = true

    func ask(_ form: PlanForm) -> [Form.Part] {
        let legend = Text(lv: "Saskaņojums ar vecākiem", en: "Agreement of the parents")
        let answers = ParentsAnswer.allCases.map {
            Option(String($0.rawValue), $0.words.capitalised[form.language])
        }
        let answer = form.field(
            "parents",
            Text(lv: "Vecāku atbilde", en: "Answer of the parents"),
            .radios(answers, chosen: form.chosen("parents") ?? "0")
        )
        let day = form.day("parents_on", Text(lv: "Kad", en: "When"))
        return [.set(legend: legend[form.language], hint: nil, [answer, day])]
    }

    func read(_ reader: inout FieldReader, _ choices: PlanChoices, into answers: inout PlanAnswers) {
        let parents = Int(reader.typed["parents"] ?? "").flatMap { ParentsAnswer(rawValue: $0) }
        answers.parents = parents ?? .notAsked
        answers.parentsOn = reader.day("parents_on", optional: answers.parents == .notAsked)
    }

    func facts(_ view: PlanView) -> [PlanFact] {
        let agreed = view.plan.parentsOn.map { ", \(view.format.day($0))" } ?? ""
        let words = view.plan.parents.words[view.language] + agreed
        return [(name: view.text("Vecāki", "Parents"), value: HTML(text: words))]
    }
}
