internal import Frame
internal import Kernel
internal import Registry

/// How the numbers of marks beside examinations are made.
enum BalanceMaking {
    private static let measures = ["attainment/mark", "assessments/result"]
    private static let rules = [MarkBalanceRule.regulation]

    static let pupils = making(
        Text(
            lv: "Izglītojamie, kuriem ir gan vērtējums, gan eksāmena rezultāts.",
            en: "Pupils who have both a mark and a result of the examination."
        )
    )

    static let mean = making(
        Text(
            lv: "Summa par izglītojamajiem, kuriem ir gan vērtējums, gan rezultāts, dalīta ar viņu skaitu.",
            en: "The sum over pupils who have both a mark and a result, over their number."
        ),
        of: ["pupils"]
    )

    static let difference = making(gap, of: ["mark_percent", "result", "pupils"])

    /// The difference in a picture, whose parts stand in another table.
    static let drawn = making(gap, of: [])

    private static let gap = Text(
        lv: """
            Vērtējumu procentos summa mīnus eksāmena procentu summa, dalīta ar izglītojamo skaitu: noapaļo vienreiz, tāpēc \
            no noapaļotajiem skaitļiem var iegūt par desmitdaļu atšķirīgu skaitli.
            """,
        en: """
            The sum of marks in per cent less the sum of per cents of the examination, over the number of pupils: rounded \
            once, so that the rounded numbers may give a tenth more or less.
            """
    )

    static let share = making(
        Text(
            lv: "Izglītojamie, kuriem starpība nav lielāka par noteikto robežu, no visiem šajā rindā.",
            en: "Pupils whose difference is not beyond the bound that is set, of all in this row."
        ),
        of: ["pupils"]
    )

    static let state = making(
        Text(
            lv: "Eksāmena vidējais rezultāts valstī, kā to publicējusi valsts.",
            en: "The mean result of the examination in the state, as it was published."
        )
    )

    static let stateDifference = making(
        Text(
            lv:
                "No eksāmena procentu summas atņem valsts vidējo, reizinātu ar izglītojamo skaitu; starpību dala ar izglītojamo skaitu.",
            en: "The sum of per cents less the state’s mean times the number of pupils, over that number."
        ),
        of: ["result", "state", "pupils"]
    )

    private static func making(_ formula: Text, of inputs: [String]? = nil) -> NumberMaking {
        NumberMaking(formula, of: inputs, measures: measures, rules: rules)
    }
}
