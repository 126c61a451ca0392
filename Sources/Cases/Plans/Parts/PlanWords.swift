internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// A part of words: several lines under a heading of their own, or one line at the head of the plan.
struct PlanWords: PlanPart {
    private let name: String
    private let title: Text
    private let label: Text
    private let hint: Text?
    private let isLine: Bool
    private let isOptional: Bool
    let isForFamily: Bool

    /// Words by the name of their answer and their heading; `label` is the question where it says more than the heading.
    init(
        _ name: String,
        _ title: Text,
        label: Text? = nil,
        hint: Text? = nil,
        isLine: Bool = false,
        isOptional: Bool = false,
        isForFamily: Bool = false
    ) {
        self.name = name
        self.title = title
        self.label = label ?? title
        self.hint = hint
        self.isLine = isLine
        self.isOptional = isOptional
        self.isForFamily = isForFamily
    }

    var names: [String] { [name] }

    func ask(_ form: PlanForm) -> [Form.Part] {
        let field =
            isLine
            ? form.line(name, label, hint: hint, optional: isOptional)
            : form.lines(name, label, hint: hint, optional: isOptional)
        return [.field(field)]
    }

    func read(_ reader: inout FieldReader, _ choices: PlanChoices, into answers: inout PlanAnswers) {
        answers.body[name] = reader.words(name, optional: isOptional)
    }

    func facts(_ view: PlanView) -> [PlanFact] {
        guard isLine, let words = view.words(name) else { return [] }
        return [(name: title[view.language], value: HTML(text: words))]
    }

    func html(_ view: PlanView) -> HTML? {
        guard !isLine, let words = view.words(name) else { return nil }
        return Section(title[view.language], "<p class=\"lines\">\(words)</p>").html
    }
}
