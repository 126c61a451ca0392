internal import Frame
internal import Kernel

/// Results by who set the work.
extension AssessmentMeasures {
    /// The mean result in central examinations.
    static let exam = of(
        "assessments/exam-result",
        Text(lv: "Vidējais rezultāts centralizētajos eksāmenos", en: "Mean result in central examinations"),
        definition: Text(
            lv: """
                Izglītojamo centralizēto eksāmenu rezultātu procentos summa, dalīta ar rezultātu skaitu. Izglītojamā \
                rezultāts ir vesels procents bez noapaļošanas.
                """,
            en: """
                The sum of pupils' results in central examinations in per cent over the number of results. A pupil's \
                result is a whole per cent, cut off.
                """
        ),
        [.centralExam]
    )

    /// The mean result in works that the state or the municipality set.
    static let outside = of(
        "assessments/outside-result",
        Text(
            lv: "Vidējais rezultāts valsts un pašvaldības pārbaudes darbos",
            en: "Mean result in tests of state and municipality"
        ),
        definition: Text(
            lv: """
                Izglītojamo rezultātu valsts un pašvaldības pārbaudes darbos summa procentos, dalīta ar rezultātu \
                skaitu; klases un iestādes pašu darbi nav ieskaitīti.
                """,
            en: """
                The sum of pupils' results in per cent in tests of the state and the municipality over the number of \
                results; tests of the class or the institution do not count.
                """
        ),
        AssessmentKind.allCases.filter { !$0.isOwn }
    )

    private static func of(
        _ name: String,
        _ title: Text,
        definition: Text,
        _ kinds: [AssessmentKind]
    ) -> AssessmentMeasure {
        AssessmentMeasure(
            name,
            title,
            definition: definition,
            unit: .share,
            numerator: "percents",
            denominator: "whole",
            kinds: kinds.flatMap { AssessmentSort.members(of: $0) },
            part: { $0.counts ? ($0.percent, ResultCells.full) : (0, 0) }
        )
    }
}
