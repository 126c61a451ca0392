internal import Frame
internal import Kernel

/// What came of a measure that is over, in the words of the result of a plan.
extension PlanResult {
    /// The results that a measure which ends is given, the best first.
    static let ofMeasures: [PlanResult] = [.reduced, .unchanged, .grown]

    private static let unrecorded = Text(lv: "rezultāts nav ierakstīts", en: "the result is not recorded")

    /// What a plan of a kind calls it of one of its measures.
    func ofMeasure(in kind: PlanKind) -> Text { self == .none ? PlanResult.unrecorded : words(of: kind) }

    /// The same where the kind of the plan is not known, or plans of several kinds stand together.
    var ofAnyMeasure: Text {
        switch self {
        case .none: PlanResult.unrecorded
        case .reduced:
            Text(
                lv: "risks mazināts vai mērķi sasniegti",
                en: "the risk was reduced or the goals were reached"
            )
        case .unchanged:
            Text(
                lv: "risks nav mainījies vai mērķi sasniegti daļēji",
                en: "the risk is unchanged or the goals were partly reached"
            )
        case .grown:
            Text(
                lv: "risks palielinājies vai mērķi nav sasniegti",
                en: "the risk has grown or the goals were not reached"
            )
        }
    }
}

extension PlanMeasure {
    /// The day on which it ended, and with what result; nil while it goes on.
    func ending(in kind: PlanKind, _ language: Language) -> String? {
        ended.map { day in
            let date = Format(language).day(day)
            let what = result.ofMeasure(in: kind)
            return Text(lv: "beidzies \(date), \(what.lv)", en: "ended \(date), \(what.en)")[language]
        }
    }
}
