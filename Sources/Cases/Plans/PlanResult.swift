internal import Kernel
internal import Storage

/// What the parents said to a plan.
enum ParentsAnswer: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    case notAsked = 0
    case agreed = 1
    case declined = 2

    var words: Text {
        switch self {
        case .notAsked: Text(lv: "vēl nav saskaņots", en: "not agreed yet")
        case .agreed: Text(lv: "vecāki piekrīt", en: "the parents agree")
        case .declined: Text(lv: "vecāki nepiekrīt", en: "the parents do not agree")
        }
    }
}

/// What came of a plan at the end of its term.
///
/// The codes are the same for all kinds, the best first; a plan of support weighs the risk, any other its goals.
enum PlanResult: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    case none = 0
    case reduced = 1
    case unchanged = 2
    case grown = 3

    /// What a plan of support calls it.
    var words: Text {
        switch self {
        case .none: Text(lv: "vēl nav vērtēts", en: "not assessed yet")
        case .reduced: Text(lv: "risks mazināts", en: "the risk was reduced")
        case .unchanged: Text(lv: "risks nav mainījies", en: "the risk is unchanged")
        case .grown: Text(lv: "risks palielinājies", en: "the risk has grown")
        }
    }

    /// What a plan of a kind calls it.
    func words(of kind: PlanKind) -> Text {
        switch (kind, self) {
        case (.support, _), (_, .none): words
        case (_, .reduced): Text(lv: "mērķi sasniegti", en: "the goals were reached")
        case (_, .unchanged): Text(lv: "mērķi sasniegti daļēji", en: "the goals were partly reached")
        case (_, .grown): Text(lv: "mērķi nav sasniegti", en: "the goals were not reached")
        }
    }

    /// The stable code of columns and measures.
    var code: String {
        switch self {
        case .none: "unassessed"
        case .reduced: "reduced"
        case .unchanged: "unchanged"
        case .grown: "grown"
        }
    }
}
