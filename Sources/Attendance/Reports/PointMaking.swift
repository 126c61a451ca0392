internal import Frame
internal import Kernel

/// How the numbers of pupils with lessons missed and a mean mark are made, one by one and in groups.
enum PointMaking {
    private static let missedMeasure = "attendance/missed"
    private static let markMeasure = "attainment/mark"

    static let missed = NumberMaking(
        Text(
            lv: "Visas stundas, ko izglītojamais izvēlētajā laikā kavējis, lai kāds būtu iemesls.",
            en: "All lessons that the pupil missed in the time chosen, for whatever reason."
        ),
        of: [],
        measures: [missedMeasure]
    )

    static let mark = NumberMaking(
        Text(
            lv: """
                Izglītojamā vērtējumu summa, dalīta ar vērtējumu skaitu: gada vērtējumi, bet, ja izvēlēts semestris, tā \
                vērtējumi. Noapaļo līdz simtdaļai.
                """,
            en: """
                The sum of the pupil’s marks over their number: marks of the year or, where a term is chosen, of that term. \
                Rounded to hundredths.
                """
        ),
        of: [],
        measures: [markMeasure]
    )

    static func pupils(floor: Int) -> NumberMaking {
        NumberMaking(
            Text(
                lv: """
                    Izglītojamie, kuriem ir vismaz viens vērtējums un kuru kavēto stundu skaits ir rindas robežās. Robežas ir \
                    noteiktas iepriekš; grupu, kurā izglītojamo skaits ir mazāks par \(floor), pievieno blakus grupai.
                    """,
                en: """
                    Pupils with at least one mark whose lessons missed are within the bounds of the row. The bounds are set \
                    beforehand; a group of fewer than \(floor) pupils joins the one beside it.
                    """
            ),
            of: [],
            measures: [missedMeasure, markMeasure]
        )
    }

    static let mean = NumberMaking(
        Text(
            lv: """
                Rindas izglītojamo vidējo vērtējumu summa, dalīta ar izglītojamo skaitu: katrs izglītojamais ir viens, lai \
                cik daudz vērtējumu viņam būtu. Noapaļo līdz simtdaļai.
                """,
            en: """
                The sum of the mean marks of the row’s pupils over their number: each pupil counts once, whatever the number \
                of marks. Rounded to hundredths.
                """
        ),
        of: ["pupils"],
        measures: [markMeasure]
    )
}
