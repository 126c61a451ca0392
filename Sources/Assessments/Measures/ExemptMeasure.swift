internal import Frame
internal import Kernel

extension AssessmentMeasures {
    /// Works that pupils are exempt from.
    static let exempt = AssessmentMeasure(
        "assessments/exempt",
        Text(lv: "No pārbaudes darba atbrīvotie", en: "Exempt from assessments"),
        definition: Text(
            lv: "Pārbaudes darbi, no kuriem izglītojamais ir atbrīvots.",
            en: "Assessments that a pupil is exempt from."
        ),
        unit: .count(Noun(lv: "darbs", "darbi", en: "work", "works")),
        numerator: "exempt",
        part: { $0.status == .exempt ? (1, 1) : (0, 0) }
    )
}
