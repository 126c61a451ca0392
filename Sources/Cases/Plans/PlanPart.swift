internal import Frame
internal import Pages
internal import Registry

/// A line at the head of a plan.
typealias PlanFact = (name: String, value: HTML)

/// A part of an individual plan: what its form asks, how answers are read, and what is shown and printed of them.
///
/// A kind of plan is a list of parts, ``PlanKind/parts``; form, page and print go through it in its order, so none of
/// them knows the kinds.
protocol PlanPart: Sendable {
    /// The names of its answers.
    var names: [String] { get }
    /// The codes of lists among the answers of a plan.
    func codes(in body: EditTexts) -> [(list: PlanCodes, code: String)]
    /// What the form asks.
    func ask(_ form: PlanForm) -> [Form.Part]
    /// Reads its answers, and notes what is wrong beside each.
    func read(_ reader: inout FieldReader, _ choices: PlanChoices, into answers: inout PlanAnswers)
    /// What it says at the head of the plan.
    func facts(_ view: PlanView) -> [PlanFact]
    /// What it says under a heading of its own; nil for nothing.
    func html(_ view: PlanView) -> HTML?
    /// Whether the print for the family has it: what is to be reached and agreed on, not what the team judges.
    var isForFamily: Bool { get }
}

extension PlanPart {
    var names: [String] { [] }
    func codes(in body: EditTexts) -> [(list: PlanCodes, code: String)] { [] }
    func ask(_ form: PlanForm) -> [Form.Part] { [] }
    func read(_ reader: inout FieldReader, _ choices: PlanChoices, into answers: inout PlanAnswers) {}
    func facts(_ view: PlanView) -> [PlanFact] { [] }
    func html(_ view: PlanView) -> HTML? { nil }
    var isForFamily: Bool { false }
}

extension PlanKind {
    /// What a plan of the kind consists of, in the order in which people work through it.
    var parts: [any PlanPart] {
        switch self {
        case .support: PlanKind.supportParts
        case .education: PlanKind.educationParts
        case .talent: PlanKind.talentParts
        case .home: PlanKind.homeParts
        }
    }
}
