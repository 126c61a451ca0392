package import Kernel

extension RiskRule {
    package static let title = Text(lv: "Riska pazīme", en: "Sign of risk")

    package static let fields =
        measured + scope + [
            RuleField(
                "group",
                Text(lv: "Riska grupa", en: "Group of risk"),
                .choice(
                    CodeSeeds.all.filter { $0.list == CodeLists.riskGroups }
                        .map { EditField.Choice($0.code, $0.words) },
                    asNumber: false
                )
            ),
            RuleField(
                "mode",
                Text(lv: "Vai pazīme ir ieslēgta", en: "Whether it gives signals"),
                .choice(
                    [
                        EditField.Choice(Mode.live.rawValue, Text(lv: "jā", en: "yes")),
                        EditField.Choice(
                            Mode.trial.rawValue,
                            Text(lv: "nē, tikai izmēģina", en: "no, it is only tried")
                        ),
                    ],
                    asNumber: false
                )
            ),
            .ownThresholds(0...1000),
            RuleField(
                "shortLv",
                Text(lv: "Īss nosaukums latviski", en: "Short name in Latvian"),
                .sign,
                isOptional: true
            ),
            RuleField(
                "shortEn",
                Text(lv: "Īss nosaukums angliski", en: "Short name in English"),
                .sign,
                isOptional: true
            ),
        ]

    private static let measured = [
        RuleField(
            "quantity",
            Text(lv: "Ko mēra", en: "What is measured"),
            .choice(
                RiskQuantity.allCases.map { EditField.Choice($0.rawValue, $0.words) },
                asNumber: false
            )
        ),
        RuleField(
            "comparison",
            Text(lv: "Kā salīdzina ar slieksni", en: "How it is compared with the threshold"),
            .choice(
                [
                    EditField.Choice(
                        Comparison.more.rawValue,
                        Text(lv: "vairāk par slieksni (>)", en: "more than the threshold (>)")
                    ),
                    EditField.Choice(
                        Comparison.atLeast.rawValue,
                        Text(lv: "slieksnis vai vairāk (≥)", en: "the threshold or more (≥)")
                    ),
                ],
                asNumber: false
            )
        ),
        RuleField("threshold", Text(lv: "Slieksnis", en: "Threshold"), .whole(0...1000)),
        RuleField(
            "exposure",
            Text(lv: "Cik datu vajag, lai spriestu", en: "How much data it takes to tell"),
            .whole(0...2000),
            hint: Text(
                lv: """
                    Reģistrētās stundas vai priekšmeti ar vērtējumu; ja ir mazāk, ir par agru spriest. Jānorāda kavēto \
                    stundu daļas un tās pieauguma, vērtējumu un „nv” pazīmēm; citām atstājiet tukšu.
                    """,
                en: """
                    Lessons recorded, or subjects with marks; with fewer it is too early to tell. Needed for signs of the \
                    share of lessons missed and its rise, of marks and of “nv”; empty for others.
                    """
            ),
            isOptional: true
        ),
        RuleField(
            "mark",
            Text(lv: "Vērtējuma robeža, balles", en: "Bound of marks, points"),
            .whole(1...10),
            hint: Text(
                lv: "Zemāks vērtējums skaitās; tikai vērtējumu pazīmēm.",
                en: "Lower marks count; for signs of marks only."
            ),
            isOptional: true
        ),
    ]

    private static let scope = [
        RuleField(
            "fromGrade",
            Text(lv: "No klases", en: "From grade"),
            .whole(0...12),
            hint: Text(
                lv: """
                    0 – obligātā sagatavošana skolai; tikai par to – no 0 līdz 0. Tukšs lauks – visi, arī tie, kuru klases \
                    pakāpe nav zināma.
                    """,
                en: """
                    0 is compulsory preparation for school; for it alone write from 0 to 0. Empty for all, also those whose \
                    grade is not known.
                    """
            ),
            isOptional: true
        ),
        RuleField("toGrade", Text(lv: "Līdz klasei", en: "To grade"), .whole(0...12), isOptional: true),
        RuleField(
            "programme",
            Text(lv: "Programmas koda sākums", en: "Beginning of the programme's code"),
            .sign,
            hint: Text(lv: "Tukšs lauks – visas programmas.", en: "Empty for all programmes."),
            isOptional: true
        ),
    ]

    package var fault: RuleFault? {
        if let fromGrade, let toGrade, toGrade < fromGrade {
            return RuleFault(
                "toGrade",
                Text(lv: "Pēdējā klase ir pirms pirmās.", en: "The last grade is before the first.")
            )
        }
        if quantity.form != .count, threshold > 100 {
            return RuleFault(
                "threshold",
                Text(lv: "Procentu nevar būt vairāk par 100.", en: "There are no more than 100 per cent.")
            )
        }
        if quantity.hasExposure, (exposure ?? 0) < 1 {
            return RuleFault(
                "exposure",
                Text(
                    lv: """
                        Norādiet, cik reģistrētu stundu vai priekšmetu ar vērtējumu vajag, lai spriestu: vismaz 1. Kamēr datu \
                        ir maz, pazīmi dotu viena kavēta stunda.
                        """,
                    en: """
                        Say how many lessons recorded, or subjects with marks, it takes to tell: at least 1. While there are \
                        few data one lesson missed would give a sign.
                        """
                )
            )
        }
        if let exposure, exposure > 0, !quantity.hasExposure {
            return RuleFault(
                "exposure",
                Text(
                    lv:
                        "Šai pazīmei datu daudzumu nevar prasīt: nav zināms, cik bija, ko skaitīt. Atstājiet lauku tukšu.",
                    en: """
                        A least amount of data cannot be asked of this sign: how much there was to count in is not known. \
                        Leave the field empty.
                        """
                )
            )
        }
        return nil
    }
}
