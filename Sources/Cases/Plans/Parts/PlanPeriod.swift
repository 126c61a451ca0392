internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// From which day to which one a pupil is taught at home.
struct PlanPeriod: PlanPart {
    private static let (from, to) = ("home_from", "home_to")

    let isForFamily = true

    var names: [String] { [PlanPeriod.from, PlanPeriod.to] }

    func ask(_ form: PlanForm) -> [Form.Part] {
        let legend = Text(lv: "Mājas apmācības laiks", en: "Time of home study")
        let days = [
            form.day(PlanPeriod.from, Text(lv: "No", en: "From"), optional: false),
            form.day(PlanPeriod.to, Text(lv: "Līdz", en: "To"), optional: false),
        ]
        return [.set(legend: legend[form.language], hint: nil, days)]
    }

    func read(_ reader: inout FieldReader, _ choices: PlanChoices, into answers: inout PlanAnswers) {
        let from = reader.day(PlanPeriod.from, optional: false)
        let to = reader.day(PlanPeriod.to, optional: false)
        if let from, let to, to < from { reader.fail(PlanPeriod.to, .endsTooSoon) }
        answers.body[PlanPeriod.from] = EditTexts.day(from)
        answers.body[PlanPeriod.to] = EditTexts.day(to)
    }

    func facts(_ view: PlanView) -> [PlanFact] {
        let days = names.compactMap { PlanBody.day(view.words($0)) }.map { view.format.day($0) }
        guard !days.isEmpty else { return [] }
        let title = view.text("Mājas apmācības laiks", "Time of home study")
        return [(name: title, value: HTML(text: days.joined(separator: " – ")))]
    }
}

extension Text {
    static let endsTooSoon = Text(lv: "Beigas ir pirms sākuma.", en: "It ends before it begins.")
}
