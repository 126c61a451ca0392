internal import Evidence
internal import Kernel
internal import Registry

/// What can be wrong with a line of absences.
enum AbsenceProblem {
    /// A sign that nobody explained.
    static func code(_ text: String) -> Problem {
        Problem(
            "absence.code",
            value: text,
            Text(lv: "Kavējuma apzīmējums nav pazīstams.", en: "The sign of absence is not known."),
            advice: Text(
                lv: "Lietojiet n, ns vai nc vai kartējumā norādiet, ko šis apzīmējums nozīmē.",
                en: "Use n, ns or nc, or say in the mapping what this sign means."
            )
        )
    }

    /// A reason that the tenant's list does not have.
    static func reason(_ text: String, _ choices: Text) -> Problem {
        Problem(
            "absence.reason",
            value: text,
            Text(
                lv: "Klasifikatorā „Kavējumu iemesli” nav šāda iemesla.",
                en: "The code list “Reasons of absence” has no such reason."
            ),
            advice: Text(
                lv: """
                    Izmantojiet kādu no šiem: \(choices.lv). Var arī papildināt klasifikatoru vai importēt bez iemeslu kolonnas.
                    """,
                en: """
                    Use one of these: \(choices.en). The list can also be added to, or the column of reasons left out.
                    """
            )
        )
    }

    /// Words beside a kind that are no reason of the tenant's list: the kind is kept, the words are not.
    static func unexplained(_ text: String, _ choices: Text) -> Problem {
        Problem(
            "absence.unexplained",
            value: text,
            Text(
                lv: "Klasifikatorā „Kavējumu iemesli” nav šāda iemesla: saglabās tikai kavējuma veidu.",
                en:
                    "The code list “Reasons of absence” has no such reason: the kind of absence alone is kept."
            ),
            advice: Text(
                lv: """
                    Ja iemesls ir svarīgs, papildiniet klasifikatoru vai failā izmantojiet kādu no šiem: \(choices.lv).
                    """,
                en: """
                    Where the reason matters, add it to the list, or use one of these in the file: \(choices.en).
                    """
            )
        )
    }

    /// A reason of another kind than the sign beside it.
    static func contradiction(_ text: String, _ reason: AbsenceReasons.Reason) -> Problem {
        let kind = reason.kind
        return Problem(
            "absence.contradiction",
            value: text,
            Text(
                lv: "Iemesls ir pretrunā ar kavējuma veidu: to skaita kā „\(kind.words.lv)”.",
                en: "The reason contradicts the kind of absence: it counts as “\(kind.words.en)”."
            ),
            advice: Text(
                lv: "Izlabojiet vienu no tiem (iemesla veids ir \(kind.code)) vai veidu atstājiet tukšu.",
                en: "Correct one of them (the kind of the reason is \(kind.code)), or leave the kind blank."
            )
        )
    }

    /// A reason that was given no more on the day of the lesson.
    static func ended(_ reason: AbsenceReasons.Reason, _ text: String, _ choices: Text) -> Problem {
        let last = { (language: Language) in reason.to.map { Format(language).day($0) } ?? "" }
        return Problem(
            "code.ended",
            value: text,
            Text(
                lv: "Šo kavējuma iemeslu lietoja līdz \(last(.lv)), bet stunda bija vēlāk.",
                en: "This reason of absence was in use until \(last(.en)), and the lesson was later."
            ),
            advice: Text(
                lv: "Izmantojiet kādu no šiem: \(choices.lv).",
                en: "Use one of these: \(choices.en)."
            )
        )
    }

    /// A total and lessons of one period.
    static let twice = Problem(
        "absence.twice",
        Text(
            lv: """
                Šim periodam iestādei jau ir cita veida kavējumu dati: stundu ieraksti vai kopskaiti. Tad kavējumi tiktu \
                ieskaitīti divreiz.
                """,
            en: """
                For this period the institution has absence of the other sort already: lesson records or totals. \
                Together they would count twice.
                """
        ),
        advice: Text(
            lv: "Izvēlieties vienu no tiem; otra veida importu var atsaukt.",
            en: "Choose one of them; the import of the other sort can be undone."
        )
    )

    /// A line without a date that is no total either.
    static let dateNeeded = Problem(
        "absence.date",
        Text(
            lv: "Rindā nav ne datuma, ne kavēto stundu kopskaita.",
            en: "The line has neither a date nor a total of lessons missed."
        ),
        advice: Text(
            lv: "Norādiet stundas datumu vai kavējuma veidu kopā ar stundu skaitu.",
            en: "Give the date of the lesson, or the kind of absence with the number of lessons."
        )
    )

    /// A day after today.
    static let future = Problem(
        "day.future",
        Text(lv: "Datums ir nākotnē.", en: "The date lies ahead."),
        advice: Text(lv: "Pārbaudiet gadu un mēnesi.", en: "Check the year and the month.")
    )

    /// A school year that cannot be read.
    static func year(_ text: String) -> Problem {
        Problem(
            "year.invalid",
            value: text,
            Text(lv: "Vērtība nav mācību gads.", en: "The value is not a school year."),
            advice: Text(lv: "Rakstiet 2025/2026.", en: "Write 2025/2026.")
        )
    }

    /// A term that is none.
    static func term(_ text: String) -> Problem {
        Problem(
            "term.invalid",
            value: text,
            Text(lv: "Vērtība nav semestris.", en: "The value is not a term."),
            advice: Text(
                lv: "Rakstiet 1 vai 2; visam gadam lauku atstājiet tukšu.",
                en: "Write 1 or 2; leave it blank for the whole year."
            )
        )
    }
}
