internal import Frame
internal import Kernel

/// How the numbers of pupils' marks beside tests are made.
enum TestMaking {
    static let mark = NumberMaking(
        Text(
            lv: """
                Izglītojamā vērtējumu pārbaudes darba priekšmetā summa, dalīta ar to skaitu: gada vērtējumi, bet, ja izvēlēts \
                semestris, tā vērtējumi. Noapaļo līdz simtdaļai.
                """,
            en: """
                The sum of the pupil’s marks in the subject of the test over their number: marks of the year or, where a term is \
                chosen, of that term. Rounded to hundredths.
                """
        ),
        of: [],
        measures: ["attainment/mark"]
    )

    static let result = NumberMaking(
        Text(
            lv: """
                Izglītojamā rezultāts šajā darbā procentos; ja to ir vairāki, to summa, dalīta ar skaitu. Noapaļo līdz \
                desmitdaļai.
                """,
            en: """
                The pupil’s result in this test in per cent; of several their sum over their number. Rounded to tenths.
                """
        ),
        of: [],
        measures: ["assessments/outside-result"]
    )

    static let expected = NumberMaking(
        Text(
            lv: """
                Vērtība, kāda izglītojamā vērtējumam ir uz taisnes ar mazāko atlikumu kvadrātu summu; taisne ir pa atlases \
                izglītojamo punktiem (vērtējums, rezultāts) šajā darbā. Atlikums ir rezultāta un gaidāmā starpība, un to \
                standartnovirze ir kvadrātsakne no atlikumu kvadrātu summas, dalītas ar n − 2. Krietni zemāks vai augstāks ir \
                rezultāts, kurš no gaidāmā atšķiras par divām standartnovirzēm vai vairāk. Ja n ir mazāks par \
                \(TestPoints.least) vai visi vērtējumi vienādi, gaidāmo nerēķina.
                """,
            en: """
                The value that the pupil’s mark has on the line with the least sum of squared residuals; the line is through the \
                points (mark, result) of the pupils selected in this test. A residual is a result less the expected one, and \
                their standard deviation is the root of the sum of their squares over n − 2. A result is much lower or higher \
                that differs from the expected one by two standard deviations or more. Where n is below \(TestPoints.least) or \
                all marks are equal, nothing is expected.
                """
        ),
        of: ["mark"],
        measures: ["attainment/mark", "assessments/outside-result"]
    )
}
