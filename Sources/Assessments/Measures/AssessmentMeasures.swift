internal import Frame
internal import Kernel

/// The measures of assessments.
enum AssessmentMeasures {
    static let all: [any Measure] =
        [
            result, points, takers, absent, exam, outside, StateMean(), BesideState(side: .own),
            BesideState(side: .state),
        ] + BelowThreshold.Part.allCases.map { BelowThreshold(part: $0) }

    private static let results = Noun(lv: "rezultāts", "rezultāti", en: "result", "results")

    /// The mean result in per cent.
    static let result = AssessmentMeasure(
        "assessments/result",
        Text(lv: "Vidējais rezultāts pārbaudes darbos", en: "Mean result in assessments"),
        definition: Text(
            lv: """
                Izglītojamo rezultātu procentos summa, dalīta ar rezultātu skaitu: vidējais no izglītojamajiem, nekad no \
                iestāžu vidējiem. Centralizētā eksāmena rezultāts ir vesels procents bez noapaļošanas. Neieradušies \
                un atbrīvotie izglītojamie un neieskaitītie darbi vidējo neietekmē.
                """,
            en: """
                The sum of pupils' results in per cent over the number of results: a mean over pupils, never over means of \
                institutions. The result of a central examination is a whole per cent, cut off. Pupils who were absent \
                or exempt and works that do not count have no influence.
                """
        ),
        unit: .share,
        numerator: "percents",
        denominator: "whole",
        part: { $0.counts ? ($0.percent, ResultCells.full) : (0, 0) }
    )

    /// Points reached, of the most there were.
    static let points = AssessmentMeasure(
        "assessments/points",
        Text(lv: "Iegūto punktu daļa", en: "Share of points"),
        definition: Text(
            lv: """
                Iegūto punktu summa, dalīta ar maksimālo punktu summu, bez noapaļošanas; ieskaitīti darbi, kuru punkti ir \
                zināmi.
                """,
            en: "Points reached over the most points, not rounded; works count whose points are known."
        ),
        unit: .share,
        numerator: "points",
        denominator: "max_points",
        part: { $0.isScored ? ($0.points, $0.most) : (0, 0) }
    )

    /// Results that count.
    static let takers = AssessmentMeasure(
        "assessments/results",
        Text(lv: "Pārbaudes darbu rezultāti", en: "Results of assessments"),
        definition: Text(
            lv: "Ieskaitītie izglītojamo rezultāti pārbaudes darbos.",
            en: "Results of pupils in assessments that count."
        ),
        unit: .count(results),
        numerator: "n",
        part: { $0.counts ? (1, 1) : (0, 0) }
    )

    /// Works that pupils did not come to.
    static let absent = AssessmentMeasure(
        "assessments/absent",
        Text(lv: "Nekārtotie pārbaudes darbi", en: "Assessments missed"),
        definition: Text(
            lv: "Pārbaudes darbi, kuros izglītojamais nav piedalījies; atbrīvotie nav ieskaitīti.",
            en: "Assessments that a pupil was absent from; exempt pupils are left out."
        ),
        unit: .count(Noun(lv: "darbs", "darbi", en: "work", "works")),
        numerator: "absent",
        part: { $0.status == .absent ? (1, 1) : (0, 0) }
    )
}
