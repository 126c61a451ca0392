internal import Frame
internal import Kernel

extension PeriodMeasure {
    /// The mean of marks.
    package static let mark = PeriodMeasure(
        "attainment/mark",
        Text(lv: "Vidējais vērtējums", en: "Mean mark"),
        definition: Text(
            lv: """
                Izglītojamo semestra vai gada vērtējumu summa, dalīta ar vērtējumu skaitu. Vērtējumi bez skaitļa \
                (nv, a, i, ni) vidējo neietekmē. Vidējo nekad nerēķina no vidējiem un nekad no dažādu skalu \
                vērtējumiem: ja skala nav norādīta, ieskaitīti desmit ballu vērtējumi, bet gadā bez tiem – cita \
                lietotā skala.
                """,
            en: """
                The sum of pupils' term or year marks over the number of marks. Marks without a number (nv, a, i, \
                ni) do not influence it. It is never a mean of means, and never of marks of different scales: where \
                no scale is named, marks of ten points count, in a year without them those of another scale in use.
                """
        ),
        unit: .mean,
        numerator: "sum",
        denominator: "n",
        counted: "attainment/marks",
        part: { $0.standing == .counted ? ($0.hundredths, 1) : (0, 0) }
    )

    /// The number of marks that the mean rests on.
    package static let marks = PeriodMeasure(
        "attainment/marks",
        Text(lv: "Vērtējumu skaits", en: "Number of marks"),
        definition: Text(
            lv: "Semestra vai gada vērtējumi, no kuriem rēķina vidējo vērtējumu.",
            en: "Term or year marks that the mean mark rests on."
        ),
        unit: .count(Noun(lv: "vērtējums", "vērtējumi", en: "mark", "marks")),
        numerator: "n",
        part: { $0.standing == .counted ? (1, 1) : (0, 0) }
    )

    /// The squares of the marks that the mean rests on, in ten-thousandths: what an interval of the mean is made from.
    static let squares = PeriodMeasure(
        "attainment/squares",
        Text(lv: "Vērtējumu kvadrātu summa", en: "Sum of squares of marks"),
        definition: Text(
            lv: "Izglītojamo semestra vai gada vērtējumu kvadrātu summa.",
            en: "The sum of the squares of pupils' term or year marks."
        ),
        unit: .mean,
        numerator: "squares",
        denominator: "n",
        part: { $0.standing == .counted ? ($0.hundredths * $0.hundredths, 1) : (0, 0) }
    )

    /// The number of marks that have a level.
    package static let levelled = PeriodMeasure(
        "attainment/levelled",
        Text(lv: "Vērtējumi ar līmeni", en: "Marks with a level"),
        definition: Text(
            lv: "Semestra vai gada vērtējumi, kuriem skalā noteikts apguves līmenis.",
            en: "Term or year marks for which the scale gives a level of attainment."
        ),
        unit: .count(Noun(lv: "vērtējums", "vērtējumi", en: "mark", "marks")),
        numerator: "levelled",
        part: { $0.level > 0 ? (1, 1) : (0, 0) }
    )

    /// The share of pupils' marks that are `nv`.
    package static let noMark = PeriodMeasure(
        "attainment/no-mark",
        Text(lv: "Nav vērtējuma (nv)", en: "No mark (nv)"),
        definition: Text(
            lv: """
                Ierakstu „nv” daļa no visiem semestra vai gada ierakstiem; izglītojamie, kas no priekšmeta \
                atbrīvoti, nav ieskaitīti.
                """,
            en:
                "The share of “nv” among all term or year entries; pupils exempt from the subject are left out."
        ),
        unit: .share,
        numerator: "nv",
        denominator: "entries",
        part: { $0.standing == .exempt ? (0, 0) : ($0.standing == .missing ? 1 : 0, 1) }
    )

    /// The share of marks of one level.
    package static func share(of level: MarkLevel) -> PeriodMeasure {
        let words = level.words
        return PeriodMeasure(
            "attainment/level-\(level.code)",
            Text(lv: "\(words.lv) līmenis", en: "\(words.en) level"),
            definition: Text(
                lv: """
                    Vērtējumi šajā līmenī no visiem semestra vai gada vērtējumiem, kuriem ir līmenis. Desmit ballu \
                    skalā augsts ir 9–10, optimāls 6–8, pietiekams 4–5, nepietiekams 1–3.
                    """,
                en: """
                    Marks of this level among all term or year marks that have a level. On the ten-point scale \
                    9–10 is high, 6–8 optimal, 4–5 sufficient, 1–3 insufficient.
                    """
            ),
            unit: .share,
            numerator: level.column,
            denominator: "levelled",
            counted: "attainment/levelled",
            part: { $0.level > 0 ? ($0.level == level.rawValue ? 1 : 0, 1) : (0, 0) }
        )
    }

    /// Every measure of the room.
    static let all: [any Measure] = means + MarkLevel.highestFirst.map { share(of: $0) }

    private static let means: [any Measure] =
        [
            PeriodMeasure.mark, PeriodMeasure.marks, PeriodMeasure.levelled, PeriodMeasure.noMark,
            PromotedMeasure(), PastFailuresMeasure(),
        ] + PromotedSide.allCases.map { PromotedSideMeasure(side: $0) }
}
