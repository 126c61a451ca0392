internal import Kernel
internal import Pages

extension PlanKind {
    /// The plan of home study: by which decision, when and where, how lessons go, how the pupil returns.
    ///
    /// The lessons themselves, by subject with teacher and hours, are measures of the plan.
    static let homeParts: [any PlanPart] = [
        PlanWords(
            "decision",
            Text(lv: "Mājas apmācības pamats", en: "Ground of home study"),
            hint: Text(
                lv: """
                    Ārstu konsultatīvās komisijas atzinuma vai cita lēmuma numurs un datums. Diagnozi neraksta.
                    """,
                en: """
                    Number and date of the statement of the doctors’ commission or of another decision. No diagnosis is written.
                    """
            ),
            isLine: true
        ),
        PlanPeriod(),
        PlanWords(
            "place",
            Text(lv: "Nodarbību vieta", en: "Place of lessons"),
            hint: Text(
                lv: "Dzīvesvieta, ārstniecības iestāde, attālināti.",
                en: "At home, in a hospital, remotely."
            ),
            isLine: true,
            isForFamily: true
        ),
        PlanWords(
            "lessons",
            Text(lv: "Nodarbību un saziņas organizācija", en: "Lessons and contact"),
            label: Text(
                lv: "Kā notiek nodarbības un saziņa ar izglītojamo un ģimeni",
                en: "How lessons and contact with the pupil and the family are organised"
            ),
            hint: Text(
                lv: "Stundas pa mācību priekšmetiem ar pedagogu pievieno plāna lapā pie pasākumiem.",
                en: "Lessons by subject with their teacher are added on the page of the plan, under measures."
            ),
            isForFamily: true
        ),
        PlanWords(
            "marking",
            Text(lv: "Mācību sasniegumu vērtēšana", en: "Assessment of learning"),
            label: Text(lv: "Kā vērtē mācību sasniegumus", en: "How learning is assessed"),
            isForFamily: true
        ),
        PlanWords(
            "comeback",
            Text(lv: "Atgriešanās plāns", en: "Plan of return"),
            label: Text(
                lv: "Kā izglītojamais atgriezīsies klasē",
                en: "How the pupil will return to class"
            ),
            isForFamily: true
        ),
        PlanMeasureList(), PlanAgreement(), PlanReview(hasMidterm: false),
    ]
}
