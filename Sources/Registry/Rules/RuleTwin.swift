import Kernel

/// One limit of absence that stands in two rules: reports count by the one, signs of risk come by the other.
///
/// A board may want them apart, as to see a pupil before the report does, so that a difference is told and not refused.
enum RuleTwin: CaseIterable {
    /// Lessons of a term.
    case lessons
    /// Days of a term in preparation for school.
    case days

    /// A limit that is passed by more than it, with those that institutions have of their own.
    struct Limit: Hashable {
        let most: Int
        let own: [String: Int]
    }

    /// The rule of reports.
    private var limitName: String {
        switch self {
        case .lessons: UnexcusedLimit.regulation
        case .days: UnexcusedPreschoolLimit.regulation
        }
    }

    /// The rule of risk.
    private var signName: String {
        switch self {
        case .lessons: RiskRule.prefix + "unexcused"
        case .days: RiskRule.prefix + "unexcused-days"
        }
    }

    private var quantity: RiskQuantity {
        switch self {
        case .lessons: .unexcused
        case .days: .unexcusedDays
        }
    }

    private var noun: Noun {
        switch self {
        case .lessons: Noun(lv: "mācību stunda", "mācību stundas", en: "lesson", "lessons")
        case .days: Noun(lv: "diena", "dienas", en: "day", "days")
        }
    }

    /// What to tell whoever changes a rule: its twin with another limit on a day; nil where the two agree, where one is not
    /// in force, and where the sign is only tried or measures something else.
    static func difference(of name: String, on day: Day, _ rules: Regulations) throws -> Text? {
        guard let twin = allCases.first(where: { $0.limitName == name || $0.signName == name }),
            let limit = try twin.limit(on: day, rules), let sign = try twin.sign(on: day, rules),
            limit != sign
        else { return nil }
        let isSign = name == twin.signName
        let other = try RuleKind.named(isSign ? twin.limitName : twin.signName)
        let value = twin.words(isSign ? limit : sign)
        return Text(
            lv: """
                Prasībā „\(other.title.lv)” (\(other.name)) robeža ir cita: \(value.lv). Kamēr robežas atšķiras, atskaites un \
                riska pazīmes nesakrīt.
                """,
            en: """
                The rule “\(other.title.en)” (\(other.name)) has another limit: \(value.en). While the limits differ, reports \
                and signs of risk do not agree.
                """
        )
    }

    private func limit(on day: Day, _ rules: Regulations) throws -> Limit? {
        switch self {
        case .lessons:
            return try rules.parameters(of: UnexcusedLimit.self, on: day).map {
                Limit(most: $0.lessons, own: $0.overrides ?? [:])
            }
        case .days:
            return try rules.parameters(of: UnexcusedPreschoolLimit.self, on: day).map {
                Limit(most: $0.days, own: [:])
            }
        }
    }

    private func sign(on day: Day, _ rules: Regulations) throws -> Limit? {
        guard let rule = try rules.parameters(signName, as: RiskRule.self, on: day), rule.mode == .live,
            rule.quantity == quantity
        else { return nil }
        // So many or more is more than one less.
        let less = rule.comparison == .atLeast ? 1 : 0
        return Limit(most: rule.threshold - less, own: (rule.overrides ?? [:]).mapValues { $0 - less })
    }

    private func words(_ limit: Limit) -> Text {
        let usual = more(limit.most)
        guard !limit.own.isEmpty else { return usual }
        let own = limit.own.sorted { $0.key < $1.key }.map { number, most in
            Text(same: "\(number) – ") + noun.counted(most)
        }
        let list = own.dropFirst().reduce(own[0]) { $0 + Text(same: ", ") + $1 }
        return usual
            + Text(lv: " (iestādēm ar savu robežu: ", en: " (institutions with a limit of their own: ") + list
            + Text(same: ")")
    }

    private func more(_ most: Int) -> Text {
        Text(lv: "vairāk nekā ", en: "more than ") + noun.counted(most)
    }
}
