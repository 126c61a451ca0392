internal import Evidence
package import Kernel

extension UnexcusedLimit {
    package static let title = Text(lv: "Neattaisnoto kavējumu robeža", en: "Limit of unexcused absence")
    package static let fields = [
        RuleField(
            "lessons",
            Text(lv: "Mācību stundas semestrī", en: "Lessons in a term"),
            .whole(0...1000),
            hint: Text(
                lv: "Pašvaldību informē, ja kavēts vairāk nekā tik stundu.",
                en: "The municipality is told when more lessons than these are missed."
            )
        ),
        .ownThresholds(0...1000),
    ]
}

extension UnexcusedPreschoolLimit {
    package static let title = Text(
        lv: "Neattaisnoto kavējumu robeža obligātajā sagatavošanā",
        en: "Limit of unexcused absence in preparation for school"
    )
    package static let fields = [
        RuleField(
            "days",
            Text(lv: "Dienas", en: "Days"),
            .whole(0...365),
            hint: Text(
                lv: "Pašvaldību informē, ja kavēts vairāk nekā tik dienu.",
                en: "The municipality is told when more days than these are missed."
            )
        )
    ]
}

extension ChronicAbsence {
    package static let title = Text(lv: "Hronisku kavējumu robeža", en: "Limit of chronic absence")
    package static let fields = [
        RuleField(
            "percent",
            Text(lv: "Kavēto stundu daļa, %", en: "Share of lessons missed, %"),
            .whole(1...100),
            hint: Text(
                lv: "Kavējumi ir hroniski, ja kavēta tieši šāda vai lielāka daļa reģistrēto stundu.",
                en: "Absence is chronic when this share of lessons recorded, or a higher one, is missed."
            )
        ),
        RuleField(
            "lessons",
            Text(lv: "Mazākais reģistrēto stundu skaits", en: "Fewest lessons recorded"),
            .whole(1...1000),
            hint: Text(
                lv: "Ja reģistrēts mazāk stundu, vēl ir par agru spriest.",
                en: "Of fewer lessons recorded it is too early to tell."
            )
        ),
        .ownThresholds(1...100),
    ]
}

extension AbsenceTokens {
    package static let title = Text(lv: "E-klases kavējumu apzīmējumi", en: "Signs of absence in e-klase")
    package static let fields = [
        RuleField(
            "kinds",
            Text(lv: "Apzīmējumi", en: "Signs"),
            .pairs(
                key: RuleField("sign", Text(lv: "Apzīmējums", en: "Sign"), .sign),
                value: RuleField(
                    "kind",
                    Text(lv: "Kavējuma veids", en: "Kind of absence"),
                    .choice(kinds, asNumber: true)
                )
            )
        )
    ]

    private static let kinds = AbsenceKind.allCases.map {
        EditField.Choice(String($0.rawValue), $0.words)
    }
}

extension LevelBands {
    package static let title = Text(lv: "Apguves līmeņu robežas", en: "Bounds of the levels of attainment")
    package static let fields = [
        least("high", Text(lv: "Augsts līmenis", en: "High level")),
        least("optimal", Text(lv: "Optimāls līmenis", en: "Optimal level")),
        least("sufficient", Text(lv: "Pietiekams līmenis", en: "Sufficient level")),
    ]

    package var fault: RuleFault? {
        if optimal >= high { return LevelBands.notLower("optimal") }
        return sufficient >= optimal ? LevelBands.notLower("sufficient") : nil
    }

    private static func notLower(_ field: String) -> RuleFault {
        RuleFault(
            field,
            Text(
                lv: "Robežai jābūt zemākai par nākamā līmeņa robežu.",
                en: "The bound must be lower than that of the next level."
            )
        )
    }

    private static func least(_ name: String, _ label: Text) -> RuleField {
        RuleField(
            name,
            label,
            .whole(1...10),
            hint: Text(lv: "Zemākais vērtējums ballēs.", en: "The least mark, in points.")
        )
    }
}

extension PassThreshold {
    package static let title = Text(
        lv: "Centralizēto eksāmenu sliekšņi",
        en: "Thresholds of central examinations"
    )
    package static let fields = [
        grade("grade9", Text(lv: "9. klasē", en: "In grade 9")),
        grade("grade12", Text(lv: "12. klasē", en: "In grade 12")),
    ]

    private static func grade(_ name: String, _ label: Text) -> RuleField {
        RuleField(
            name,
            label,
            .percent,
            hint: Text(
                lv: "Zemākais rezultāts procentos; atstājiet tukšu, ja eksāmena nebija.",
                en: "The least result in per cent; leave it empty where there was no examination."
            ),
            isOptional: true
        )
    }
}
