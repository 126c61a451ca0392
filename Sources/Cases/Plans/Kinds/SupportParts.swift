internal import Kernel
internal import Pages

extension PlanKind {
    /// The plan of support: strengths first, then risks with evidence, goals, support, agreement and result.
    static let supportParts: [any PlanPart] = [
        PlanWords(
            "strengths",
            Text(lv: "Stiprās puses un resursi", en: "Strengths and resources"),
            label: Text(
                lv: "Izglītojamā stiprās puses un resursi",
                en: "Strengths and resources of the pupil"
            ),
            hint: Text(
                lv: "Uz ko balstīties: kas padodas, kas interesē, kas palīdz.",
                en: "What to build on."
            )
        ),
        PlanRows(
            id: "risks",
            title: Text(lv: "Riski", en: "Risks"),
            noun: Text(lv: "risks", en: "Risk"),
            another: Text(lv: "Vēl viens risks", en: "Another risk"),
            count: 4,
            columns: [
                PlanRows.Column("risk", Text(lv: "Risks", en: "Risk"), .code(.risks)),
                PlanRows.Column(
                    "evidence",
                    Text(lv: "Kas par to liecina", en: "Evidence"),
                    .lines,
                    .broad
                ),
                PlanRows.Column(
                    "severity",
                    Text(lv: "Riska pakāpe", en: "How grave"),
                    .preset(.severities, "2"),
                    .normal
                ),
            ],
            nothing: Text(lv: "Riski nav nosaukti.", en: "No risks are named.")
        ),
        PlanKind.goals, PlanMeasureList(), PlanAidPart(), PlanAgreement(), PlanReview(),
    ]

    /// What is to be reached in the term, whatever the kind.
    static let goals = PlanWords(
        "goals",
        Text(lv: "Mērķi", en: "Goals"),
        label: Text(lv: "Mērķi semestrim", en: "Goals for the term"),
        isForFamily: true
    )
}
