internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// What a person may say of tables of absence besides their columns.
enum AbsenceSettings {
    static let all = ImportSetting.usual(AbsenceFields.all) + [presence, signs, bare, .blank]

    /// Whether lessons without absence are in the file too.
    private static let presence = ImportSetting(
        "presence",
        Text(lv: "Kuras stundas ir failā", en: "Which lessons the file has"),
        .choice([
            ImportSetting.Answer("", Text(lv: "Tikai kavētās", en: "Those that were missed alone")),
            ImportSetting.Answer(
                "recorded",
                Text(lv: "Visas, arī tās, kurās izglītojamais bija", en: "All, with those attended too")
            ),
        ])
    )

    /// The signs of the source.
    private static let signs = ImportSetting(
        "codes",
        Text(lv: "Apzīmējumi failā", en: "Signs of the file"),
        .signs(
            ImportSigns(
                [
                    ImportSigns.Meaning("present", Text(lv: "Bija stundā", en: "Present")),
                    ImportSigns.Meaning("late", Text(lv: "Nokavēja sākumu", en: "Late")),
                ]
                    + AbsenceKind.allCases.map { ImportSigns.Meaning($0.code, $0.words) }
                    + [ImportSigns.Meaning("not-recorded", Text(lv: "Nav ziņu", en: "Not recorded"))],
                .signFirst,
                more: ImportSigns.More(CodeLists.absenceReasons, prefix: AbsenceCodes.prefix)
            )
        ),
        hint: Text(
            lv: """
                Raksta tikai tos, kurus Sekme nepazīst; vairākus šķir ar komatu. n, ns, nc un nn tā zina, un kavējumu iemeslu \
                nosaukumus arī.
                """,
            en: """
                Write those alone that Sekme does not know, with commas between. It knows n, ns, nc and nn, and the names of \
                reasons of absence.
                """
        )
    )

    /// What a bare `n` means.
    private static let bare = ImportSetting(
        "n",
        Text(lv: "Ko nozīmē „n”", en: "What “n” means"),
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

    /// The measure of a table of totals.
    static let measure = ImportSetting(
        "measure",
        Text(lv: "Ko tabulas skaitļi rāda", en: "What the numbers of the table are"),
        .measure
    )
    .required

    /// The headings of kinds in a table of totals.
    static let kinds = ImportSetting(
        "kinds",
        Text(lv: "Kavējumu veida virsraksts failā", en: "Heading of the kind of absence"),
        .signs(
            ImportSigns(
                AbsenceKind.allCases.map { ImportSigns.Meaning(String($0.rawValue), $0.words) },
                .meaningFirst
            )
        ),
        hint: Text(
            lv: "Raksta tikai tad, ja virsraksti ir citādi, piemēram, „Sl.”; pietiek ar daļu no virsraksta.",
            en: "Needed only where headings are others, such as “Sl.”; a part of a heading is enough."
        )
    )
    .only("measure", AttendanceMeasures.missedReported.name)
}
