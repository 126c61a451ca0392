internal import Kernel

extension Refusal {
    /// The database has keys, but their file is not there.
    static func missingKeyFile(_ path: String, id: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Nav atrasts datubāzes atslēgas fails \(path).",
                en: "The key file of the database, \(path), is missing."
            ),
            advice: Text(
                lv: """
                    Atjaunojiet no drošās glabātavas failu ar atslēgu \(id) vai norādiet tā atrašanās vietu; \
                    bez tā aizsargātos datus nolasīt nevar.
                    """,
                en: """
                    Bring back the file with key \(id) from safe keeping, or say where it is; without it the \
                    sealed data cannot be read.
                    """
            )
        )
    }

    /// The file holds the key of another database.
    static func wrongKeyFile(_ path: String, id: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Atslēgas fails \(path) pieder citai datubāzei.",
                en: "The key file \(path) belongs to another database."
            ),
            advice: Text(
                lv: "Norādiet failu, kurā ir atslēga \(id).",
                en: "Give the file that holds key \(id)."
            )
        )
    }

    /// Others than the owner may read the file.
    static func openKeyFile(_ path: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Atslēgas failam \(path) var piekļūt arī citi lietotāji.",
                en: "The key file \(path) is open to other users."
            ),
            advice: Text(
                lv: "Atļaujiet piekļuvi tikai īpašniekam: chmod 600 \(path)",
                en: "Leave it to its owner alone: chmod 600 \(path)"
            )
        )
    }

    /// The file cannot be read or is no key file.
    static func unreadableKeyFile(_ path: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Fails \(path) nav nolasāms kā Sekmes atslēgas fails.",
                en: "The file \(path) cannot be read as a key file of Sekme."
            ),
            advice: Text(
                lv: "Pārbaudiet ceļu un piekļuves tiesības vai atjaunojiet failu no drošās glabātavas.",
                en: "Check the path and the permissions, or bring the file back from safe keeping."
            )
        )
    }

    /// A server database without the path of its key file.
    static var noKeyPath: Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "PostgreSQL datubāzei nav norādīts atslēgas fails.",
                en: "No key file was given for the PostgreSQL database."
            ),
            advice: Text(
                lv: "Norādiet atslēgas faila ceļu vides mainīgajā SEKME_KEY.",
                en: "Give the path of the key file in the environment variable SEKME_KEY."
            )
        )
    }
}
