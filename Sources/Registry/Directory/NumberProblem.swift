import Kernel

/// What is said of a number of Sekme that a line cannot be taken by.
enum NumberProblem {
    static func unreadable(_ value: String) -> Problem {
        Problem(
            "number.unreadable",
            value: value,
            Text(lv: "Vērtība nav Sekmes numurs.", en: "The value is no number of Sekme's."),
            advice: Text(
                lv: """
                    Atstājiet numuru tādu, kāds tas ir Sekmes eksportētajā failā, vai lauku iztukšojiet: tad rindu meklēs pēc \
                    kodiem un nosaukuma.
                    """,
                en: """
                    Leave the number as Sekme's file has it, or make the field blank: the row is then looked for by codes and \
                    name.
                    """
            )
        )
    }

    /// The number names something of another list.
    static func kind(_ value: String) -> Problem {
        Problem(
            "number.kind",
            value: value,
            Text(
                lv: "Šis Sekmes numurs apzīmē cita saraksta ierakstu.",
                en: "This number of Sekme's names a record of another list."
            ),
            advice: Text(
                lv: "Pārbaudiet, vai numurs ir īstajā kolonnā un vai importējat īstā veida tabulu.",
                en:
                    "Check that the number stands in the right column and that the table is of the right kind."
            )
        )
    }

    /// The register has no such row, or not where the line is about.
    static func noRow(_ value: String) -> Problem {
        Problem(
            "number.unknown",
            value: value,
            Text(
                lv: "Rindā norādītajā vietā nav ieraksta ar šo Sekmes numuru.",
                en: "Where the line is about there is no record of this number of Sekme's."
            ),
            advice: Text(
                lv: "Pārbaudiet numuru, iestādi un mācību gadu; jaunam ierakstam numuru neraksta.",
                en: "Check the number, the institution and the school year; a new record has no number."
            )
        )
    }

    /// Nobody of the institution has the number; whether anybody else has it is not told.
    static func nobody(_ value: String) -> Problem {
        Problem(
            "number.unknown",
            value: value,
            Text(
                lv: "Šajā iestādē nav neviena ar šo Sekmes numuru.",
                en: "Nobody at this institution has this number of Sekme's."
            ),
            advice: Text(
                lv: """
                    Pārbaudiet numuru un iestādi. Ja cilvēks pārnāk no citas iestādes, norādiet arī personas kodu; jaunam \
                    cilvēkam numuru neraksta.
                    """,
                en: """
                    Check the number and the institution. Of somebody who comes from another institution give the personal code \
                    too; somebody new has no number.
                    """
            )
        )
    }

    /// A code or the new name of the line is another row's.
    static func conflict(_ value: String) -> Problem {
        Problem(
            "number.conflict",
            value: value,
            Text(
                lv: "Rindā norādītais kods vai nosaukums reģistrā pieder citam ierakstam nekā Sekmes numurs.",
                en:
                    "The register has the code or name of the line for another record than the number of Sekme's."
            ),
            advice: Text(
                lv: "Salīdziniet abus ierakstus un izlabojiet rindu vai reģistru.",
                en: "Compare both records, and mend the line or the register."
            )
        )
    }

    /// Neither name nor code is that of the row.
    static func stranger(_ value: String) -> Problem {
        Problem(
            "number.stranger",
            value: value,
            Text(
                lv: "Ne kods, ne nosaukums rindā nesakrīt ar ierakstu, kam reģistrā ir šis Sekmes numurs.",
                en: "Neither code nor name of the line is that of the record with this number of Sekme's."
            ),
            advice: Text(
                lv: "Pārbaudiet, vai fails ir no šīs Sekmes; ja ne, iztukšojiet numuru kolonnu.",
                en: "Check that the file is of this Sekme; if not, make the column of numbers blank."
            )
        )
    }
}
