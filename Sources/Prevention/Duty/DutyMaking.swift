internal import Frame
internal import Kernel
internal import Registry

/// How the numbers of pupils and the steps taken over their absence are made.
enum DutyMaking {
    static let term = NumberMaking(
        Text(
            lv: "Semestris, kurā robeža pārsniegta (1 vai 2); katrā semestrī soļus sāk no jauna.",
            en: "The term in which the limit was passed (1 or 2); steps begin anew in each term."
        ),
        of: [],
        measures: [DutyBook.overLimit]
    )

    static let unexcused = NumberMaking(
        Text(
            lv: "Stundas, kas šajā semestrī un iestādē kavētas bez attaisnojoša iemesla.",
            en: "Lessons missed without excuse in this term and institution."
        ),
        of: [],
        measures: [DutyBook.overLimit, "attendance/unexcused"]
    )

    static let daysMissed = NumberMaking(
        Text(
            lv: "Dienas, ko bērns obligātajā sagatavošanā šajā semestrī šeit kavējis bez attaisnojuma.",
            en: "Days missed here without excuse in this term by a child of compulsory preparation."
        ),
        of: [],
        measures: [DutyBook.overLimit]
    )

    static let days = NumberMaking(
        Text(
            lv: """
                Atskaites diena mīnus diena, no kuras skaita nākamā soļa termiņu: sasniegtā soļa diena, bet, kamēr soļa nav, diena, \
                kurā pārsniegta robeža.
                """,
            en: """
                The day of the report less the day from which the next step counts: that of the step reached or, while there is \
                none, the day on which the limit was passed.
                """
        ),
        of: [],
        measures: [DutyBook.overLimit],
        rules: [AbsenceDutyRule.regulation]
    )
}
