package import Kernel

/// How long data about persons are kept: in whole years, and in days what imports need to be undone.
///
/// No public source says how long a board keeps what it has of pupils beside the documents of schools, so each board
/// sets it by its list of files (GDPR, article 5(1)(e)). Before that nothing is removed: what is gone is gone.
package struct RetentionRule: RuleParameters {
    package static let regulation = "retention"
    package static let title = Text(lv: "Personas datu glabāšana", en: "How long personal data are kept")
    /// After the last day of a pupil in education; nil while the board has not set it.
    package let schooling: Int?
    /// After the last day of a member of staff anywhere; nil while the board has not set it.
    package let staff: Int?
    /// After an account was closed or ran out; nil while the board has not set it.
    package let accounts: Int?
    /// After the day of a meeting; nil while the board has not set it.
    package let minutes: Int?
    /// After a request of a person was decided; nil while the board has not set it.
    package let requests: Int?
    /// Days after an import was saved; nil while the board has not set it.
    package let undo: Int?

    package static let fields = [
        RuleField(
            "schooling",
            Text(lv: "Izglītojamā dati, gadi", en: "Data of a pupil, years"),
            .whole(1...75),
            hint: Text(
                lv: "Pēc pēdējās dienas izglītības iestādē. Tad vārdu, kodu un tekstus dzēš; skaitļi paliek.",
                en: "After the last day in education. Names, codes and texts then go; numbers stay."
            ),
            isOptional: true
        ),
        RuleField(
            "staff",
            Text(lv: "Darbinieku dati, gadi", en: "Data of staff, years"),
            .whole(1...75),
            hint: Text(
                lv: "Pēc pēdējās zināmās darba dienas. Tad vārdu un kodus dzēš; numurs paliek.",
                en: "After the last known day of work anywhere. Name and codes then go; the number stays."
            ),
            isOptional: true
        ),
        RuleField(
            "accounts",
            Text(lv: "Lietotāju konti, gadi", en: "Accounts of users, years"),
            .whole(1...75),
            hint: Text(
                lv: "Pēc konta slēgšanas vai termiņa. Tad vārdu un pārējo dzēš; numurs paliek.",
                en: "After the account was closed or ran out. Name and all else go; the number stays."
            ),
            isOptional: true
        ),
        RuleField(
            "minutes",
            Text(lv: "Sanāksmju protokoli, gadi", en: "Minutes of meetings, years"),
            .whole(1...75),
            hint: Text(
                lv: "Pēc sanāksmes dienas. Tad protokolu dzēš; paliek skaits, iestāde un diena.",
                en: "After the day of the meeting. The minutes then go; number, institution and day stay."
            ),
            isOptional: true
        ),
        RuleField(
            "requests",
            Text(lv: "Personu pieprasījumi, gadi", en: "Requests of persons, years"),
            .whole(1...75),
            hint: Text(lv: "Pēc lēmuma dienas.", en: "After the day of the decision."),
            isOptional: true
        ),
        RuleField(
            "undo",
            Text(lv: "Importu atsaukšanas dati, dienas", en: "What imports need to be undone, days"),
            .whole(1...9_999),
            hint: Text(
                lv: "Pēc importa. Tad aizstātās vērtības dzēš, un importu vairs nevar atsaukt.",
                en: "After the import. What it replaced then goes, and it cannot be undone any more."
            ),
            isOptional: true
        ),
    ]
}

extension RetentionRule {
    /// The years for a class of records that a room keeps for a time of their own; nil while the board has not set them.
    package func years(for retention: String) -> Int? {
        switch retention {
        case "minutes": minutes
        case "requests": requests
        default: nil
        }
    }
}

enum RetentionSeeds {
    static let all = [
        Regulation(
            name: RetentionRule.regulation,
            from: Day(number: 0),
            to: nil,
            words: Text(
                lv: "Termiņus nosaka pašvaldība; kamēr tie nav noteikti, nekas netiek dzēsts.",
                en: "The board sets the times; while they are not set, nothing is removed."
            ),
            source: "Nosaka pašvaldības lietu nomenklatūra",
            parameters: "{}",
            isEditable: true
        )
    ]
}
