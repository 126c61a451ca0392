internal import Kernel
internal import Pages

extension PlanKind {
    /// The plan of the education programme: for which group, what the pupil needs, and what is adapted in subjects.
    static let educationParts: [any PlanPart] = [
        PlanGroundPart(),
        PlanWords(
            "strengths",
            Text(lv: "Stiprās puses un intereses", en: "Strengths and interests"),
            label: Text(
                lv: "Izglītojamā stiprās puses un intereses",
                en: "Strengths and interests of the pupil"
            )
        ),
        PlanWords(
            "needs",
            Text(lv: "Mācīšanās vajadzības", en: "Learning needs"),
            hint: Text(
                lv: "Kas mācīties traucē un kas palīdz. Diagnozi neraksta.",
                en: "What hinders learning and what helps. No diagnosis is written."
            )
        ),
        PlanRows(
            id: "subjects",
            title: Text(lv: "Mācību priekšmeti", en: "Subjects"),
            noun: Text(lv: "mācību priekšmets", en: "Subject"),
            another: Text(lv: "Vēl viens mācību priekšmets", en: "Another subject"),
            count: 6,
            columns: [
                PlanRows.Column("subject", Text(lv: "Mācību priekšmets", en: "Subject"), .code(.subjects)),
                PlanRows.Column(
                    "aim",
                    Text(lv: "Sasniedzamais rezultāts", en: "What is to be reached"),
                    .lines
                ),
                PlanRows.Column(
                    "adapted",
                    Text(
                        lv: "Satura, uzdevumu un laika pielāgojumi",
                        en: "How content, tasks and time are adapted"
                    ),
                    .lines,
                    .broad
                ),
                PlanRows.Column("marked", Text(lv: "Vērtēšana", en: "How it is assessed"), .lines),
            ],
            nothing: Text(lv: "Mācību priekšmeti nav nosaukti.", en: "No subjects are named."),
            isForFamily: true
        ),
        PlanWords(
            "helpers",
            Text(lv: "Atbalsta personāls un palīglīdzekļi", en: "Support staff and aids"),
            isOptional: true
        ),
        PlanKind.goals, PlanMeasureList(), PlanAgreement(), PlanReview(),
    ]
}
