import Kernel

extension RuleKind {
    /// The questions of a record: its own numbers, its period, its words.
    package func questions(_ texts: EditTexts) -> [EditField] {
        fields.flatMap { $0.questions(texts) } + [
            EditField(
                "to",
                Text(lv: "Pēdējā diena", en: "Last day"),
                .day,
                hint: Text(
                    lv: "Atstājiet tukšu, kamēr prasība ir spēkā; piemēram, 31.08.2026.",
                    en: "Leave it empty while the rule is in force; such as 31.08.2026."
                ),
                isOptional: true
            ),
            EditField(
                "lv",
                Text(lv: "Prasības teksts latviski", en: "The rule in Latvian"),
                .area,
                hint: Text(
                    lv: "Ja mainījāt skaitļus, izlabojiet tos arī tekstā abās valodās.",
                    en: "Where you changed numbers, mend them in the text too, in both languages."
                )
            ),
            EditField("en", Text(lv: "Prasības teksts angliski", en: "The rule in English"), .area),
            EditField(
                "source",
                Text(lv: "Avots", en: "Source"),
                .line,
                hint: Text(
                    lv: "Normatīvais akts ar datumu un numuru.",
                    en: "The regulation with its date and number."
                )
            ),
        ]
    }
}
