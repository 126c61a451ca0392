internal import Kernel
internal import Pages

extension PlanKind {
    /// The plan for a talented pupil: in which field, what was reached, what is planned and who helps.
    static let talentParts: [any PlanPart] = [
        PlanWords(
            "field",
            Text(lv: "Talanta joma", en: "Field of talent"),
            hint: Text(
                lv: "Mācību priekšmets, mākslas nozare, sporta veids.",
                en: "A subject, an art, a sport."
            ),
            isLine: true,
            isForFamily: true
        ),
        PlanWords(
            "mentor",
            Text(lv: "Mentors", en: "Mentor"),
            hint: Text(lv: "Vārds, uzvārds un amats.", en: "Name and post."),
            isLine: true,
            isOptional: true,
            isForFamily: true
        ),
        PlanWords("reached", Text(lv: "Līdzšinējie sasniegumi", en: "What has been reached")),
        PlanKind.goals,
        PlanRows(
            id: "activities",
            title: Text(lv: "Plānotās aktivitātes", en: "Planned activities"),
            noun: Text(lv: "aktivitāte", en: "Activity"),
            another: Text(lv: "Vēl viena aktivitāte", en: "Another activity"),
            count: 6,
            columns: [
                PlanRows.Column("activity", Text(lv: "Veids", en: "Kind"), .code(.activities)),
                PlanRows.Column("event", Text(lv: "Kas plānots", en: "What is planned"), .line, .broad),
                PlanRows.Column("when", Text(lv: "Kad", en: "When"), .line, .normal),
            ],
            nothing: Text(lv: "Aktivitātes nav nosauktas.", en: "No activities are named."),
            isForFamily: true
        ),
        PlanMeasureList(), PlanAgreement(), PlanReview(),
    ]
}
