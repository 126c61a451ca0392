import FoundationEssentials
package import Kernel

/// A kind of rule: what it is called, and how its parameters are asked for and checked.
package struct RuleKind: Sendable {
    /// The stable name: `unexcused-limit`.
    package let name: String
    /// What people call it.
    package let title: Text
    /// Its parameters.
    package let fields: [RuleField]
    private let fault: @Sendable (String) throws -> RuleFault?

    /// The kind of a type of parameters.
    init<P: RuleParameters>(_ type: P.Type) {
        self.init(type, named: P.regulation, P.title)
    }

    /// A kind that shares its parameters with others and has a name of its own.
    init<P: RuleParameters>(_ type: P.Type, named name: String, _ title: Text) {
        self.name = name
        self.title = title
        fields = P.fields
        fault = { try JSONDecoder().decode(P.self, from: Data($0.utf8)).fault }
    }

    /// Every kind, in the order of lists.
    package static let all: [RuleKind] =
        [
            RuleKind(UnexcusedLimit.self), RuleKind(UnexcusedPreschoolLimit.self),
            RuleKind(ChronicAbsence.self),
            RuleKind(AbsenceTokens.self), RuleKind(MarkScaleRule.self), RuleKind(LevelBands.self),
            RuleKind(PromotionRule.self),
            RuleKind(PassThreshold.self), RuleKind(ExamIndexRule.self), RuleKind(MarkBalanceRule.self),
            RuleKind(PreventionLevelRule.self), RuleKind(AnnualFailureRule.self),
            RuleKind(AbsenceDutyRule.self), RuleKind(RetentionRule.self),
            RuleKind(EscalationRule.self), RuleKind(TeamMeetingRule.self), RuleKind(ReferralAnswerRule.self),
            RuleKind(ReferralFormRule.self), RuleKind(TerritoryReformRule.self),
            RuleKind(OutcomeStateRule.self), RuleKind(LeastPeopleRule.self),
        ] + DutyLetter.kinds + risks

    /// The kinds of the rules of risk that are shipped.
    static let risks = RiskSeeds.kinds

    /// The kind of a name.
    package static func named(_ name: String) throws(Refusal) -> RuleKind {
        if let kind = all.first(where: { $0.name == name }) ?? risk(name) { return kind }
        let names = all.map(\.name).joined(separator: ", ")
        throw Refusal(
            .unknown,
            Text(lv: "Nav prasības „\(name)”.", en: "There is no rule “\(name)”."),
            advice: Text(lv: "Ir: \(names).", en: "There are: \(names).")
        )
    }

    /// The answers that stored parameters stand for.
    func texts(_ json: String) throws -> EditTexts {
        let object = try PlainJSON.object(json)
        return fields.reduce(into: [:]) { texts, field in
            texts.merge(field.texts(object[field.name])) { first, _ in first }
        }
    }

    /// The parameters that answers stand for, as JSON; nil where something is wrong, which is noted.
    func json(_ reader: inout FieldReader) throws -> String? {
        var object: [String: PlainJSON] = [:]
        for field in fields { object[field.name] = field.value(&reader, as: field.name) }
        guard reader.errors.isEmpty else { return nil }
        let json = try PlainJSON.text(object)
        if let fault = try fault(json) {
            reader.fail(fault.field, fault.words)
            return nil
        }
        return json
    }
}

/// Parameters that are each well and do not go together.
package struct RuleFault: Sendable {
    /// The question that should be answered otherwise.
    package let field: String
    /// What is wrong.
    package let words: Text

    init(_ field: String, _ words: Text) {
        self.field = field
        self.words = words
    }
}
