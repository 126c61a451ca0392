internal import Frame
internal import Kernel

/// How the numbers of hidden truancy are made.
enum TruancyMaking {
    private static let measures = ["attendance/hidden-truancy"]

    static let lessons = NumberMaking(
        Text(
            lv: """
                Stundas, kas kavētas neattaisnoti vai bez norādīta iemesla, ja izglītojamais bijis tieši iepriekšējā stundā vai \
                tajā dienā gan agrāk, gan vēlāk.
                """,
            en: """
                Lessons missed without excuse or without a reason given, where the pupil was in the lesson right before, or both \
                earlier and later that day.
                """
        ),
        of: [],
        measures: measures
    )

    static let days = NumberMaking(
        Text(
            lv: "Dažādās dienas, kurās ir vismaz viena šāda stunda.",
            en: "The different days that have at least one such lesson."
        ),
        of: ["lessons"],
        measures: measures
    )

    static let pupils = NumberMaking(
        Text(
            lv: "Izglītojamie, kuriem ir vismaz viena slēpti kavēta stunda; katru skaita vienreiz.",
            en: "Pupils with at least one lesson missed in hiding; each counts once."
        ),
        of: ["hidden"],
        measures: measures
    )

    static let recorded = NumberMaking(
        Text(
            lv:
                "Stundu ieraksti, kuriem avots norāda, vai izglītojamais bijis klāt: apmeklētās un kavētās stundas kopā.",
            en:
                "Records of lessons of which the source tells who was present: lessons attended and missed together."
        ),
        of: [],
        measures: ["attendance/missed-share"]
    )
}
