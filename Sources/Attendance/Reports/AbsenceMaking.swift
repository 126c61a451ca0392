internal import Frame
internal import Kernel

/// How the numbers of pupils with chronic absence are made.
enum ChronicMaking {
    static let missed = NumberMaking(
        Text(
            lv: """
                Izvēlētā laika stundas, kas kavētas jebkura iemesla dēļ; skaita tikai tās, kurām avots norāda arī klātbūtni.
                """,
            en: """
                Lessons of the time chosen that were missed for any reason; only those count of which the source also tells who \
                was present.
                """
        ),
        of: [],
        measures: ["attendance/missed-share"]
    )

    static let recorded = NumberMaking(
        Text(
            lv: "Izvēlētā laika stundas, kurām avots norāda klātbūtni: apmeklētās un kavētās kopā.",
            en:
                "Lessons of the time chosen of which the source tells who was present: attended and missed together."
        ),
        of: [],
        measures: ["attendance/missed-share"]
    )

    static let share = NumberMaking(
        Text(
            lv: """
                Kavētās stundas, reizinātas ar 100 un dalītas ar reģistrētajām stundām; noapaļo līdz desmitdaļai. Ar robežu \
                salīdzina nenoapaļotu daļu.
                """,
            en: """
                Lessons missed times 100, over the lessons recorded; rounded to tenths. The share that is held against the limit \
                is not rounded.
                """
        ),
        of: ["missed", "recorded"],
        measures: ["attendance/chronic"]
    )
}

/// How the numbers of pupils over the limit are made.
enum OverLimitMaking {
    static let term = NumberMaking(
        Text(
            lv: "Semestris, kurā robeža pārsniegta (1 vai 2); katrā semestrī skaita no jauna.",
            en: "The term in which the limit was passed (1 or 2); each term is counted anew."
        ),
        of: [],
        measures: ["attendance/over-limit"]
    )

    static let unexcused = NumberMaking(
        Text(
            lv: "Stundas, kas šajā semestrī un iestādē kavētas bez attaisnojoša iemesla.",
            en: "Lessons missed without excuse in this term and institution."
        ),
        of: [],
        measures: ["attendance/over-limit", "attendance/unexcused"]
    )

    static let days = NumberMaking(
        Text(
            lv: """
                Piecgadīgam vai sešgadīgam bērnam obligātajā sagatavošanā: dažādās semestra dienas, kurās bez attaisnojoša \
                iemesla kavēta vismaz viena stunda.
                """,
            en: """
                Of a child of five or six in preparation for school: the different days of the term on which at least one lesson \
                was missed without excuse.
                """
        ),
        of: [],
        measures: ["attendance/over-limit"]
    )
}

/// How the numbers before and after a day are made.
enum AroundMaking {
    static let lessons = NumberMaking(
        Text(
            lv: """
                Šā veida kavētās stundas laikposmā. Laikposmi pirms un pēc dienas ir vienādi gari: veselas nedēļas, ne vairāk \
                kā \(Windows.most).
                """,
            en: """
                Lessons missed of this kind in the window. The windows before and after the day are equally long: whole weeks, \
                \(Windows.most) at most.
                """
        ),
        of: [],
        measures: ["attendance/missed"]
    )

    /// Lessons a week, of the column with the lessons of the window.
    static func weekly(_ lessons: String) -> NumberMaking {
        NumberMaking(
            Text(
                lv: "Laikposmā kavētās stundas, dalītas ar nedēļu skaitu tajā; noapaļo līdz desmitdaļai.",
                en: "Lessons missed in the window over the weeks in it; rounded to tenths."
            ),
            of: [lessons],
            measures: ["attendance/missed"]
        )
    }

    static let share = NumberMaking(
        Text(
            lv: """
                Laikposmā kavētās stundas, reizinātas ar 100 un dalītas ar visām laikposma stundām; abās skaita tikai stundas, \
                kurām avots norāda arī klātbūtni. Noapaļo līdz desmitdaļai.
                """,
            en: """
                Lessons missed in the window times 100, over all lessons of the window; of both only those count of which the \
                source also tells who was present. Rounded to tenths.
                """
        ),
        of: [],
        measures: ["attendance/missed-share"]
    )

    static let pupils = NumberMaking(
        Text(
            lv: "Izglītojamie, kas uzskaitīti klasēs dienas mēneša 15. datumā; izglītojamajam – viens.",
            en: "Pupils enrolled in the classes on the 15th of the month of the day; one for a pupil."
        ),
        of: []
    )

    static let perPupil = NumberMaking(
        Text(
            lv: """
                Laikposmā kavētās stundas, dalītas ar nedēļu skaitu tajā un ar izglītojamo skaitu; noapaļo līdz desmitdaļai.
                """,
            en: "Lessons missed in the window over the weeks in it and over the pupils; rounded to tenths."
        ),
        of: ["pupils"],
        measures: ["attendance/missed"]
    )

    static let week = NumberMaking(
        Text(
            lv: "Šā veida stundas, kas kavētas septiņās dienās, sākot ar dienu kolonnas virsrakstā.",
            en: "Lessons missed of this kind on seven days from the day in the heading on."
        ),
        of: [],
        measures: ["attendance/missed"]
    )

    /// How many weeks both windows have.
    static func weeks(_ count: Int) -> NumberPart {
        NumberPart(Text(lv: "Nedēļas katrā laikposmā", en: "Weeks in each window"), count)
    }
}
