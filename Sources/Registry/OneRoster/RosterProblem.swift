package import Kernel

/// What can be wrong with a set of OneRoster.
package enum RosterProblem {
    /// A row without an identifier.
    package static let noID = Problem(
        "roster.no-id",
        Text(lv: "Rindai nav identifikatora (sourcedId).", en: "The row has no identifier (sourcedId)."),
        advice: Text(
            lv: "Lūdziet avota sistēmas uzturētājam to iekļaut failā.",
            en: "Ask whoever keeps the source system to put it into the file."
        )
    )

    /// A second row of one identifier.
    package static func twice(_ value: String) -> Problem {
        Problem(
            "roster.twice",
            value: value,
            Text(lv: "Šāds sourcedId failā jau ir.", en: "The file has a row of this sourcedId already."),
            advice: Text(
                lv: "Atstājiet vienu rindu vai lūdziet avota sistēmai labot identifikatorus.",
                en: "Leave one of the rows, or ask the source system to mend the identifiers."
            )
        )
    }

    /// A reference to a row that there is not, or that was not taken over.
    package static func dangling(_ value: String, _ file: RosterFile) -> Problem {
        Problem(
            "roster.dangling",
            value: value,
            Text(
                lv: "Norādītā ieraksta failā \(file.rawValue).csv nav, vai tas nav pārņemts.",
                en: "The row referred to is not in \(file.rawValue).csv, or was not taken over."
            ),
            advice: Text(
                lv: "Pārbaudiet \(file.rawValue).csv: vai ieraksts tur ir un vai par to nav ziņots.",
                en: "Check \(file.rawValue).csv: whether the row is there and nothing is told of it."
            )
        )
    }

    /// Sessions or organisations that are each other's parents.
    package static func circle(_ value: String) -> Problem {
        Problem(
            "roster.circle",
            value: value,
            Text(lv: "Ieraksti ir cits cita virsieraksti.", en: "Rows are each other's parents."),
            advice: Text(lv: "Izlabojiet parentSourcedId.", en: "Mend parentSourcedId.")
        )
    }

    /// A row whose parent is not in the file.
    package static func orphan(_ value: String, _ file: RosterFile) -> Problem {
        Problem(
            "roster.orphan",
            value: value,
            Text(
                lv:
                    "Virsieraksta (parentSourcedId) failā \(file.rawValue).csv nav; ieraksts pārņemts bez tā.",
                en:
                    "The parent (parentSourcedId) is not in \(file.rawValue).csv; the row was taken over without it."
            ),
            advice: Text(
                lv:
                    "Pārbaudiet, vai failu kopa ir pilna; lūdziet avota sistēmas uzturētājam labot parentSourcedId.",
                en:
                    "Check that the set is whole; ask whoever keeps the source system to mend parentSourcedId."
            )
        )
    }

    /// A time stamp that is none.
    package static func stamp(_ value: String) -> Problem {
        Problem(
            "roster.stamp",
            value: value,
            Text(
                lv: "Izmaiņu laiks (dateLastModified) nav datums vai laiks.",
                en: "The time of the change (dateLastModified) is neither a day nor a time."
            ),
            advice: Text(
                lv: "Pareizi ir, piemēram, 2026-03-02T10:00:00Z.",
                en: "A right one is 2026-03-02T10:00:00Z."
            )
        )
    }

    /// A row that is to be deleted, in a file that is whole.
    package static let deletedInBulk = Problem(
        "roster.deleted-in-bulk",
        value: "tobedeleted",
        Text(
            lv: "Pilnā (bulk) failā rindu nevar dzēst; ieraksts nav mainīts.",
            en: "A whole (bulk) file cannot delete a row; nothing was changed."
        ),
        advice: Text(
            lv: "Izlaidiet rindu vai izvadiet failu kā izmaiņu (delta) failu.",
            en: "Leave the row out, or have the file written as one of changes (delta)."
        )
    )

    /// A deletion that Sekme does not carry out.
    package static let kept = Problem(
        "roster.kept",
        value: "tobedeleted",
        Text(
            lv: "Avots ierakstu dzēš; Sekme to patur, jo ar to saistīti citi dati.",
            en: "The source deletes the row; Sekme keeps it, as other data hang on it."
        ),
        advice: Text(
            lv: "Ja tas radies kļūdas dēļ, atsauciet importu, kas to pievienoja.",
            en: "If it came by mistake, take back the import that added it."
        )
    )

    /// A word of a list that Sekme does not know.
    package static func word(_ value: String) -> Problem {
        Problem(
            "roster.word",
            value: value,
            Text(lv: "OneRoster šajā kolonnā tādas vērtības nav.", en: "OneRoster has no such value here."),
            advice: Text(lv: "Izmantojiet standarta vērtību.", en: "Use a value of the standard.")
        )
    }

    /// A row for which Sekme has no place.
    package static func unused(_ value: String) -> Problem {
        Problem(
            "roster.unused",
            value: value,
            Text(
                lv: "Šādiem datiem Sekmē vietas nav; tie netiek importēti.",
                en: "Sekme has no place for such data; they are not imported."
            ),
            advice: Text(lv: "Nekas nav jādara.", en: "Nothing needs to be done.")
        )
    }

    /// A set without its manifest, which could be one of changes.
    package static let noManifest = Problem(
        "roster.no-manifest",
        at: Place(file: "manifest.csv"),
        Text(
            lv:
                "Failu kopā nav manifesta: visi faili nolasīti kā pilni (bulk), un avota sistēma nav nosaukta.",
            en:
                "The set has no manifest: all files are read as whole (bulk), and the source system is not named."
        ),
        advice: Text(
            lv: "Ja tā ir izmaiņu (delta) kopa, nesaglabājiet to un lūdziet kopu ar manifest.csv.",
            en: "If it is a set of changes (delta), do not save it, and ask for one with manifest.csv."
        )
    )

    /// A file of the manifest that did not come.
    package static func absent(_ value: String) -> Problem {
        Problem(
            "roster.absent",
            value: value,
            Text(
                lv: "Manifests sola failu, kura nav.",
                en: "The manifest promises a file that is not there."
            ),
            advice: Text(lv: "Lūdziet pilnu failu kopu.", en: "Ask for the whole set of files.")
        )
    }

    /// Days out of order.
    package static func days(_ value: String) -> Problem {
        Problem(
            "days.order",
            value: value,
            Text(lv: "Pēdējā diena ir pirms pirmās.", en: "The last day is before the first."),
            advice: Text(lv: "Pārbaudiet abus datumus.", en: "Check both days.")
        )
    }
}
