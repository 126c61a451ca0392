internal import Kernel
internal import Registry

/// How long rows of a retention class stay.
struct Retention: Sendable {
    let rule: RetentionRule?

    /// The retention of a class in words.
    func words(_ name: String) -> Text {
        switch name {
        case "schooling":
            return years(
                rule?.schooling,
                Text(lv: "pēc pēdējās dienas izglītības iestādē", en: "after the last day in education")
            )
        case "employment":
            return years(
                rule?.staff,
                Text(lv: "pēc pēdējās zināmās darba dienas", en: "after the last known day of work")
            )
        case "account":
            return years(
                rule?.accounts,
                Text(
                    lv: "pēc konta slēgšanas vai termiņa beigām",
                    en: "after the account was closed or ran out"
                )
            )
        case "requests":
            return years(rule?.requests, Text(lv: "pēc lēmuma", en: "after the decision"))
        case "staging", "rejected":
            return Text(lv: "14 dienas pēc pēdējās darbības", en: "14 days after the last step")
        case "days": return Text(lv: "līdz sesijas vai saites beigām", en: "until the session or link ends")
        case "undo":
            guard let days = rule?.undo else { return Retention.unset }
            return Noun(lv: "diena", "dienas", en: "day", "days").counted(days)
                + Text(lv: " pēc importa", en: " after the import")
        case "minutes":
            return years(
                rule?.minutes,
                Text(lv: "pēc sanāksmes dienas", en: "after the day of the meeting")
            )
        case "audit":
            return Text(
                lv: "pastāvīgi, jo ieraksti ir saistīti ķēdē",
                en: "permanently, as the records are chained"
            )
        default: return Text(lv: "pastāvīgi", en: "permanently")
        }
    }

    private func years(_ years: Int?, _ since: Text) -> Text {
        guard let years else { return Retention.unset }
        return Text(lv: "\(years) g. ", en: "\(years) y. ") + since
    }

    private static let unset = Text(lv: "termiņš vēl nav noteikts", en: "no time is set yet")

    /// Why nothing is taken out of the trail of access.
    static let trail = Text(
        lv: """
            Piekļuves žurnālu nedzēš: katrs ieraksts apliecina iepriekšējo, un pārbaude sākas ar pirmo. Ja vecākos \
            izņemtu, likumīgu dzēšanu vairs nevarētu atšķirt no pēdu slēpšanas. Žurnālā ir numuri, nevis vārdi: kad \
            persona ir dzēsta, tās numurs vairs neved ne pie viena vārda.
            """,
        en: """
            The audit trail is not removed: each record vouches for the one before, and the check begins with the first. \
            With old ones taken out, a lawful end could not be told from the hiding of traces. The trail has numbers, \
            not names: once a person is erased, the number leads to no name.
            """
    )
}
