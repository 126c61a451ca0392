internal import Frame
internal import Kernel
internal import Registry

/// What was asked of a trial; what was not is as the rule has it.
struct TrialForm: Sendable {
    /// A school whose own threshold can be tried, by its registration number.
    struct School: Sendable {
        let number: String
        let name: Text
    }

    let record: RiskRecord
    let schools: [School]
    let texts: [String: String]
    /// What is wrong, by the name of the field.
    private(set) var errors: [String: Text] = [:]
    /// What to try; nil before anything is asked for, and where something is wrong.
    private(set) var draft: Trial.Draft?

    init(_ record: RiskRecord, _ schools: [School], _ asked: [String: String]) {
        self.record = record
        self.schools = schools
        let rule = record.rule
        // Another rule was chosen: its own numbers come first.
        let isTried = asked["of"] == record.name
        var texts = [
            "threshold": String(rule.threshold), "comparison": rule.comparison.rawValue,
            "from-grade": rule.fromGrade.map { String($0) } ?? "",
            "to-grade": rule.toGrade.map { String($0) } ?? "",
            "programme": rule.programme ?? "", "school": "", "own": "",
        ]
        // A rule that was kept without any said the same as one that asks for one.
        if rule.quantity.hasExposure { texts["exposure"] = String(max(1, rule.leastExposure)) }
        if rule.quantity.hasMark { texts["mark"] = String(rule.markBound / 100) }
        if isTried { for name in texts.keys { texts[name] = asked[name] ?? "" } }
        self.texts = texts
        guard isTried else { return }
        let threshold = number("threshold", 0...1000, isOptional: false)
        let exposure = number("exposure", 0...2000)
        let (first, last) = (number("from-grade", 0...12), number("to-grade", 0...12))
        let mark = rule.quantity.hasMark ? number("mark", 1...10, isOptional: false) : nil
        let programme = programme()
        let overrides = overrides()
        guard errors.isEmpty, let threshold else { return }
        let draft = Trial.Draft(
            threshold: threshold,
            comparison: texts["comparison"].flatMap { RiskRule.Comparison(rawValue: $0) } ?? rule.comparison,
            exposure: exposure,
            fromGrade: first,
            toGrade: last,
            programme: programme,
            mark: mark ?? rule.mark,
            overrides: overrides
        )
        if let fault = draft.tried(record).rule.fault {
            errors[TrialForm.field(of: fault)] = fault.words
        } else {
            self.draft = draft
        }
    }

    /// The field of the form that a fault is said beside.
    private static func field(of fault: RuleFault) -> String {
        switch fault.field {
        case "toGrade": "to-grade"
        case "exposure": "exposure"
        default: "threshold"
        }
    }

    /// The first digits of the codes that the rule would be about.
    private mutating func programme() -> String? {
        let text = (texts["programme"] ?? "").trimmed
        guard !text.isEmpty else { return nil }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        if text.utf8.count <= 8, text.utf8.allSatisfy({ digits.contains($0) }) { return text }
        errors["programme"] = Text(
            lv: "Ierakstiet programmas koda pirmos ciparus, ne vairāk kā astoņus.",
            en: "Write the first digits of the programme's code, eight at most."
        )
        return nil
    }

    /// Thresholds of schools of their own: those of the rule, with what was asked for one school.
    private mutating func overrides() -> [String: Int]? {
        let own = number("own", 0...1000)
        guard let chosen = texts["school"], !chosen.isEmpty else {
            if own != nil {
                errors["school"] = Text(
                    lv: "Izvēlieties iestādi, kurai ir šis slieksnis.",
                    en: "Choose the institution that has this threshold."
                )
            }
            return record.rule.overrides
        }
        guard schools.contains(where: { $0.number == chosen }) else { return record.rule.overrides }
        var overrides = record.rule.overrides ?? [:]
        overrides[chosen] = own
        return overrides
    }

    private mutating func number(_ name: String, _ range: ClosedRange<Int>, isOptional: Bool = true) -> Int? {
        let text = (texts[name] ?? "").trimmed
        if text.isEmpty, isOptional { return nil }
        if let number = try? Parse.integer(text), range.contains(number) { return number }
        errors[name] = Text(
            lv: "Ierakstiet veselu skaitli no \(range.lowerBound) līdz \(range.upperBound).",
            en: "Write a whole number from \(range.lowerBound) to \(range.upperBound)."
        )
        return nil
    }
}
