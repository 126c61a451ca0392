internal import Kernel

extension ScaleRecord {
    /// The questions of a scale.
    package static let fields = [
        EditField("lv", Text(lv: "Nosaukums latviski", en: "Name in Latvian"), .line),
        EditField("en", Text(lv: "Nosaukums angliski", en: "Name in English"), .line),
        bound("lowest", Text(lv: "Zemākais vērtējums", en: "Lowest mark")),
        bound("highest", Text(lv: "Augstākais vērtējums", en: "Highest mark")),
        first,
        EditField(
            "to",
            Text(lv: "Lieto līdz", en: "In use until"),
            .day,
            hint: Text(
                lv: "Pēdējā diena, piemēram, 31.08.2026. Importētie vērtējumi paliek.",
                en: "The last day, such as 31.08.2026. Marks that are there stay."
            ),
            isOptional: true
        ),
    ]

    private static func bound(_ name: String, _ label: Text) -> EditField {
        EditField(
            name,
            label,
            .number(decimals: 2),
            hint: Text(
                lv: "Skalā bez atsevišķiem vērtējumiem der jebkurš skaitlis starp abām robežām.",
                en: "On a scale without single marks any number between the two bounds is one."
            ),
            isOptional: true
        )
    }

    private static let first = EditField(
        "from",
        Text(lv: "Lieto no", en: "In use from"),
        .day,
        hint: Text(
            lv: "Mācību gada vērtējumus nolasa pēc tā, kas ir spēkā gada pēdējā dienā, 31. augustā.",
            en: "Marks of a school year are read by what is in force on its last day, 31 August."
        ),
        isOptional: true
    )

    /// The questions of a value.
    package static let valueFields = [
        EditField(
            "number",
            Text(lv: "Skaitlis", en: "Number"),
            .number(decimals: 2),
            hint: Text(
                lv: "Atstājiet tukšu, ja vērtējums nav skaitlis, piemēram, nv.",
                en: "Leave it empty where the mark is no number, such as nv."
            ),
            isOptional: true
        ),
        EditField(
            "level",
            Text(lv: "Apguves līmenis", en: "Level of attainment"),
            .choice(levels),
            hint: Text(
                lv: "10 ballu skalas vērtējumu līmeni nosaka prasība „Apguves līmeņu robežas”.",
                en:
                    "Levels of numbers of the ten-point scale are set by the rule “Bounds of the levels of attainment”."
            )
        ),
        EditField(
            "counts",
            Text(lv: "Ietilpst vidējā vērtējumā", en: "Takes part in the mean"),
            .flag
        ),
        EditField(
            "sign",
            Text(lv: "Ko nozīmē zīme, kas nav vērtējums", en: "What a sign that is no mark says"),
            .choice(signs)
        ),
        first,
        EditField(
            "to",
            Text(lv: "Lieto līdz", en: "In use until"),
            .day,
            hint: Text(
                lv:
                    "Importējot pieņem tikai to mācību gadu vērtējumus, kas beidzas līdz šai dienai; importētie paliek.",
                en: "Imports take marks of school years that end by this day; marks that are there stay."
            ),
            isOptional: true
        ),
    ]

    private static let signs = [
        EditField.Choice(
            String(ScaleSign.plain.rawValue),
            Text(lv: "neko īpašu", en: "nothing beside itself")
        ),
        EditField.Choice(
            String(ScaleSign.missing.rawValue),
            Text(lv: "vērtējuma vēl nav (kā nv)", en: "no mark yet (as nv)")
        ),
        EditField.Choice(
            String(ScaleSign.exempt.rawValue),
            Text(lv: "izglītojamais ir atbrīvots (kā a)", en: "the pupil is exempt (as a)")
        ),
    ]

    private static let levels = [
        EditField.Choice("0", Text(lv: "nav", en: "none")),
        EditField.Choice("1", Text(lv: "1 – zemākais", en: "1, the lowest")),
        EditField.Choice("2", Text(same: "2")),
        EditField.Choice("3", Text(same: "3")),
        EditField.Choice("4", Text(lv: "4 – augstākais", en: "4, the highest")),
    ]
}
