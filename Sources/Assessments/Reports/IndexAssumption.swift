internal import Kernel
internal import Registry

/// What the index is asked to be made of: the rule of the year, or one thing of it otherwise.
enum IndexAssumption: CaseIterable {
    /// As the rule of the year says.
    case rule
    /// The mean where the rule takes the lowest, and the other way round.
    case aggregator
    /// The lowest of the three, held against the threshold to which the rule rises.
    case risen
    /// Exempt pupils left out where their marks count, and the other way round.
    case exemptions
    /// Results of a level times what universities multiply them by.
    case levels

    /// The threshold to which the rule of 2025 rises, in per cent; it is asked of every year.
    static let risenThreshold = 50

    func aggregator(_ rule: ExamIndexRule) -> ExamIndexRule.Aggregator {
        switch self {
        case .rule, .exemptions, .levels: rule.aggregator
        case .aggregator: rule.aggregator == .mean ? .minimum : .mean
        case .risen: .minimum
        }
    }

    func words(_ rule: ExamIndexRule) -> Text {
        switch self {
        case .rule: Text(lv: "Gada noteikums", en: "The rule of the year")
        case .aggregator:
            aggregator(rule) == .mean
                ? Text(lv: "Vidējais no trim eksāmeniem", en: "The mean of the three examinations")
                : Text(lv: "Zemākais no trim eksāmeniem", en: "The lowest of the three examinations")
        case .risen:
            Text(
                lv: "Zemākais no trim eksāmeniem, slieksnis \(IndexAssumption.risenThreshold)\u{a0}%",
                en: "The lowest of the three examinations, threshold \(IndexAssumption.risenThreshold)%"
            )
        case .exemptions:
            rule.exempt == .leftOut
                ? Text(
                    lv: "Ieskaitīti atbrīvoto gada vērtējumi",
                    en: "Annual marks of exempt pupils counted in"
                )
                : Text(lv: "Atbrīvotie nav ieskaitīti", en: "Exempt pupils left out")
        case .levels:
            Text(
                lv: "Līmeņu svars: augstākais 1, optimālais 0,75, vispārīgais 0,5",
                en: "Weights of levels: highest 1, optimal 0.75, general 0.5"
            )
        }
    }
}

extension AssessmentLevel {
    /// Quarters of a result that count where levels are weighed; nil for a result of which no level is known.
    var quarters: Int? {
        switch self {
        case .none: nil
        case .general: 2
        case .optimal: 3
        case .highest: 4
        }
    }
}
