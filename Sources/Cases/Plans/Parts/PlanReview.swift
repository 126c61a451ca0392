internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// How far the plan was at mid-term, what came of it, and what is recommended for the next term.
struct PlanReview: PlanPart {
    private static let midterm = Text(lv: "Semestra vidus izvērtējums", en: "Mid-term review")
    private static let recommendation = Text(
        lv: "Ieteikums nākamajam semestrim",
        en: "Recommendation for the next term"
    )

    /// Whether plans of the kind are looked at in the middle of the term.
    var hasMidterm = true

    var names: [String] { (hasMidterm ? ["midterm_on", "midterm"] : []) + ["result", "recommendation"] }

    func ask(_ form: PlanForm) -> [Form.Part] {
        let results = PlanResult.allCases.map {
            Option(String($0.rawValue), $0.words(of: form.kind).capitalised[form.language])
        }
        var fields: [Field] = []
        if hasMidterm {
            let day = Text(lv: "Semestra vidus izvērtējuma diena", en: "Day of the mid-term review")
            fields.append(form.day("midterm_on", day))
            fields.append(form.lines("midterm", PlanReview.midterm, optional: true))
        }
        let title = Text(lv: "Rezultāts semestra beigās", en: "Result at the end of the term")
        fields.append(form.field("result", title, .radios(results, chosen: form.chosen("result") ?? "0")))
        fields.append(form.lines("recommendation", PlanReview.recommendation, optional: true))
        let legend = Text(lv: "Izvērtējums", en: "Assessment")
        return [.set(legend: legend[form.language], hint: nil, fields)]
    }

    func read(_ reader: inout FieldReader, _ choices: PlanChoices, into answers: inout PlanAnswers) {
        if hasMidterm {
            answers.midtermOn = reader.day("midterm_on")
            answers.body["midterm"] = reader.words("midterm", optional: true)
        }
        let result = Int(reader.typed["result"] ?? "").flatMap { PlanResult(rawValue: $0) }
        answers.result = result ?? PlanResult.none
        answers.body["recommendation"] = reader.words("recommendation", optional: true)
    }

    func html(_ view: PlanView) -> HTML? {
        let (plan, format) = (view.plan, view.format)
        var facts: [PlanFact] = []
        let midterm = view.words("midterm")
        if plan.midtermOn != nil || midterm != nil {
            let day = plan.midtermOn.map { "\(format.day($0)) " } ?? ""
            let name = view.text("Semestra vidū", "At mid-term")
            facts.append((name: name, value: HTML(text: day + (midterm ?? ""))))
        }
        let day = plan.resultOn.map { ", \(format.day($0))" } ?? ""
        let result = plan.result.words(of: plan.kind)[view.language] + day
        facts.append((name: view.text("Rezultāts", "Result"), value: HTML(text: result)))
        if let advice = view.words("recommendation") {
            let name = view.text("Ieteikums nākamajam semestrim", "For the next term")
            facts.append((name: name, value: HTML(text: advice)))
        }
        return Section(view.text("Izvērtējums", "Assessment"), DefinitionList(facts).html).html
    }
}
