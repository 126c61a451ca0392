internal import Evidence
internal import Frame
internal import Kernel

/// What a person may say of files of marks besides their columns.
enum MarkSettings {
    /// How pupils are told apart.
    static let pupils = ImportSetting(
        ImportPeople.pupilsConstant,
        Text(lv: "Kā šķirt izglītojamos", en: "How pupils are told apart"),
        .choice([
            ImportSetting.Answer(
                "",
                Text(lv: "Pēc koda vai pēc klases un vārda", en: "By a code, or by class and name")
            ),
            ImportSetting.Answer(
                ImportPeople.byLine,
                Text(lv: "Katra rinda ir cits izglītojamais", en: "Each line is another pupil")
            ),
        ]),
        hint: Text(
            lv: "Otrais der failam bez vārdiem un kodiem, no kura vajag tikai skaitļus.",
            en: "The second is for a file without names and codes, of which numbers alone are wanted."
        )
    )

    /// What the marks are.
    static let kind = ImportSetting(
        "kind",
        Text(lv: "Kādi vērtējumi tie ir", en: "What marks they are"),
        .choice(
            [ImportSetting.Answer("", Text(lv: "Pēc datuma un semestra", en: "As day and term tell"))]
                + MarkKind.allCases.map { ImportSetting.Answer($0.code, $0.words) }
        ),
        isBasic: true
    )

    /// What the sheets of a journal are.
    static let sheets = ImportSetting(
        ImportPeople.sheetsConstant,
        Text(lv: "Kas ir katra lapa", en: "What each sheet is"),
        .choice([
            ImportSetting.Answer("", Text(lv: "Klases žurnāls", en: "The journal of a class")),
            ImportSetting.Answer(
                ImportPeople.groups,
                Text(lv: "Mācību grupas žurnāls", en: "The journal of a teaching group")
            ),
        ]),
        isBasic: true
    )

    /// What a bare `n` of a journal means.
    static let absence = ImportSetting(
        AbsenceSigns.constant,
        Text(lv: "Ko žurnālā nozīmē „n”", en: "What “n” in a journal means"),
        .choice(
            [
                ImportSetting.Answer(
                    "",
                    Text(lv: "Kā noteikts prasību sarakstā", en: "As the list of rules says")
                )
            ]
                + [AbsenceKind.unexcused, .unstated].map { ImportSetting.Answer($0.code, $0.words) }
        )
    )
}
