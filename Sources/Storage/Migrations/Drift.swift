internal import Kernel

extension Refusal {
    /// An applied migration reads differently now.
    static func changedMigration(_ name: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Datubāzes migrācija \(name) pēc izpildes ir mainīta.",
                en: "The database migration \(name) was changed after it had been applied."
            ),
            advice: Text(
                lv:
                    "Palaidiet to Sekmes versiju, kas šo datubāzi veidojusi, un par atšķirību ziņojiet izstrādātājiem.",
                en:
                    "Run the version of Sekme that made this database, and report the difference to its developers."
            )
        )
    }

    /// The database knows a migration that the program does not.
    static func unknownMigration(_ name: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Datubāzē ir izpildīta migrācija \(name), kuru šī Sekmes versija nepazīst.",
                en: "The database has the migration \(name), which this version of Sekme does not know."
            ),
            advice: Text(
                lv: "Datubāzi jau ir atjauninājusi jaunāka Sekmes versija; palaidiet to.",
                en: "A newer version of Sekme has already updated the database; run that one."
            )
        )
    }

    /// A migration was put before one that is applied.
    static func lateMigration(_ name: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Datubāzes migrācija \(name) ir ievietota pirms jau izpildītas migrācijas.",
                en: "The database migration \(name) was put before one that has already been applied."
            ),
            advice: Text(
                lv: "Jaunas migrācijas pievieno tikai saraksta beigās; par kļūdu ziņojiet izstrādātājiem.",
                en:
                    "New migrations are added at the end of the list only; report the fault to the developers."
            )
        )
    }
}
