package import Kernel

extension Refusal {
    /// More persons than the ceiling: what it is needed for is to be said first.
    package static func exportNeedsReason(_ ceiling: Int) -> Refusal {
        Refusal(
            .forbidden,
            Text(
                lv: "Failā būtu vairāk nekā \(ceiling) personu dati.",
                en: "The file would hold the data of more than \(ceiling) persons."
            ),
            advice: Text(
                lv: "Norādiet, kādam nolūkam tas vajadzīgs (--reason); eksportu apstiprinās otrs cilvēks.",
                en: "Say what it is needed for (--reason); a second person will approve the export."
            )
        )
    }

    /// A second person has not decided yet.
    package static func exportWaits(_ number: Int) -> Refusal {
        Refusal(
            .forbidden,
            Text(
                lv: "Eksports Nr. \(number) gaida otra cilvēka apstiprinājumu.",
                en: "Export no. \(number) waits for the approval of a second person."
            ),
            advice: Text(
                lv:
                    "Kad tas būs apstiprināts, 24 stundu laikā lejupielādējiet failu vai izpildiet komandu vēlreiz.",
                en: "Once it is approved, download the file or run the command again within 24 hours."
            )
        )
    }
}
