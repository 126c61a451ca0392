package import Kernel

extension PromotionRule {
    package static let title = Text(lv: "Pārcelšana nākamajā klasē", en: "Promotion to the next grade")
    package static let fields = [
        RuleField(
            "spans",
            Text(lv: "Klašu posms", en: "Span of grades"),
            .lines([
                RuleField("from", Text(lv: "No klases", en: "From grade"), .whole(1...12)),
                RuleField("to", Text(lv: "Līdz klasei", en: "To grade"), .whole(1...12)),
                RuleField(
                    "minimum",
                    Text(lv: "Zemākais gada vērtējums", en: "Least annual mark"),
                    .whole(0...10),
                    hint: Text(
                        lv: "Ballēs; 0, ja visam jābūt novērtētam, bet balles nav noteiktas.",
                        en: "In points; 0 where everything has to be assessed, without points."
                    )
                ),
                RuleField(
                    "allowedBelow",
                    Text(
                        lv: "Cik pēcpārbaudījumu rezultātu drīkst būt zemāki",
                        en: "How many results of re-examinations may be lower"
                    ),
                    .whole(0...30)
                ),
            ])
        )
    ]

    package var fault: RuleFault? {
        for (index, span) in spans.enumerated() {
            if span.to < span.from {
                return RuleFault(
                    "spans-\(index + 1)-to",
                    Text(
                        lv: "Pēdējā klase ir pirms pirmās.",
                        en: "The last grade is before the first."
                    )
                )
            }
            if spans.prefix(index).contains(where: { $0.from <= span.to && span.from <= $0.to }) {
                return RuleFault(
                    "spans-\(index + 1)-from",
                    Text(lv: "Klašu posmi pārklājas.", en: "Two spans have a grade in common.")
                )
            }
        }
        return nil
    }
}

extension ExamIndexRule {
    package static let title = Text(
        lv: "Obligāto centralizēto eksāmenu indekss",
        en: "Index of compulsory central examinations"
    )
    package static let fields =
        [
            RuleField(
                "aggregator",
                Text(
                    lv: "Kā no trim eksāmeniem iegūst indeksu",
                    en: "How three examinations become the index"
                ),
                .choice(
                    [
                        EditField.Choice("mean", Text(lv: "vidējais no trim", en: "the mean of the three")),
                        EditField.Choice(
                            "minimum",
                            Text(lv: "zemākais no trim", en: "the lowest of the three")
                        ),
                    ],
                    asNumber: false
                )
            ),
            RuleField(
                "threshold",
                Text(lv: "Slieksnis", en: "Threshold"),
                .percent,
                hint: Text(lv: "Procentos.", en: "In per cent.")
            ),
            RuleField(
                "risesTo",
                Text(lv: "Slieksnis pieaug līdz", en: "The threshold rises to"),
                .percent,
                hint: Text(lv: "Procentos; tukšs, ja nemainās.", en: "In per cent; empty where it stays."),
                isOptional: true
            ),
            RuleField(
                "risesUntil",
                Text(lv: "Pieaug līdz dienai", en: "It has risen by"),
                .day,
                isOptional: true
            ),
        ] + examFields

    package var fault: RuleFault? {
        guard (risesTo == nil) != (risesUntil == nil) else { return nil }
        return RuleFault(
            risesTo == nil ? "risesTo" : "risesUntil",
            Text(
                lv: "Norādiet gan jauno slieksni, gan dienu, vai atstājiet abus tukšus.",
                en: "Give both the new threshold and the day, or leave both empty."
            )
        )
    }
}
