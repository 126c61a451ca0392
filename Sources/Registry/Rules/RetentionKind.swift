package import Kernel

/// A kind of records with a time of keeping: from when it is counted, what goes, what stays, and what the time rests on.
///
/// The raw value is the name in the rule's JSON and the class of keeping of timed records. What has no kind of its own
/// goes with the pupil, the member of staff or the account that it is about.
package enum RetentionKind: String, CaseIterable, CodingKey, Sendable {
    /// Everything about a pupil that has no kind of its own: register, marks, absences, tests.
    case schooling
    /// Cases of support with their notes, tasks and plans.
    case cases
    /// What people noticed of a pupil, and why they set a level of prevention.
    case observations
    /// What signs of risk showed, and who looked into them.
    case signals
    /// What journals say of a pupil's behaviour.
    case behaviour
    /// Who gave consultations.
    case consultations
    /// Evidence of the steps over unexcused absence.
    case duty
    /// Minutes of meetings.
    case minutes
    /// Requests of persons.
    case requests
    /// Members of staff.
    case staff
    /// Accounts of users.
    case accounts
    /// What imports need to be undone.
    case undo

    /// Whether the time is counted in days; else in years.
    package var isInDays: Bool { self == .undo }

    /// What people call the records.
    package var title: Text {
        switch self {
        case .schooling: Text(lv: "Izglītojamo dati", en: "Data of pupils")
        case .cases: Text(lv: "Atbalsta gadījumi un plāni", en: "Cases of support and plans")
        case .observations:
            Text(lv: "Novērojumi un līmeņu pamatojumi", en: "Observations and reasons of levels")
        case .signals: Text(lv: "Riska pazīmes", en: "Signs of risk")
        case .behaviour: Text(lv: "Uzvedības ieraksti", en: "Behaviour entries")
        case .consultations: Text(lv: "Konsultācijas", en: "Consultations")
        case .duty: Text(lv: "Rīcība neattaisnotu kavējumu gadījumā", en: "Steps over unexcused absence")
        case .minutes: Text(lv: "Sanāksmju protokoli", en: "Minutes of meetings")
        case .requests: Text(lv: "Personu pieprasījumi", en: "Requests of persons")
        case .staff: Text(lv: "Darbinieku dati", en: "Data of staff")
        case .accounts: Text(lv: "Lietotāju konti", en: "Accounts of users")
        case .undo: Text(lv: "Importu atsaukšanas dati", en: "What imports need to be undone")
        }
    }

    /// From when the time is counted.
    package var start: Text {
        switch self {
        case .schooling:
            Text(lv: "pēc pēdējās dienas izglītības iestādē", en: "after the last day in education")
        case .cases:
            Text(lv: "pēc gadījuma slēgšanas vai nodošanas", en: "after the case was closed or transferred")
        case .observations, .signals, .behaviour, .consultations, .duty:
            Text(lv: "pēc mācību gada beigām", en: "after the end of the school year")
        case .minutes: Text(lv: "pēc sanāksmes dienas", en: "after the day of the meeting")
        case .requests: Text(lv: "pēc lēmuma", en: "after the decision")
        case .staff: Text(lv: "pēc pēdējās zināmās darba dienas", en: "after the last known day of work")
        case .accounts:
            Text(lv: "pēc konta slēgšanas vai termiņa beigām", en: "after the account was closed or ran out")
        case .undo: Text(lv: "pēc importa", en: "after the import")
        }
    }
}

extension RetentionKind {
    /// What goes once the time is over, and what stays.
    package var ends: Text {
        switch self {
        case .schooling:
            Text(
                lv: "Vārdu, kodu un tekstus dzēš; skaitļi paliek bez personas.",
                en: "Name, codes and texts go; numbers stay without a person."
            )
        case .cases:
            Text(
                lv: "Piezīmes, uzdevumus, plānu saturu un vārdus dzēš; gadījumu un plānu skaits paliek.",
                en: "Notes, tasks, contents of plans and names go; cases and plans are counted as before."
            )
        case .observations:
            Text(
                lv: "Tekstu un autoru dzēš; paliek diena un veids.",
                en: "Text and author go; day and kind stay."
            )
        case .signals:
            Text(
                lv: "Skaitļus un izvērtētāju dzēš; paliek diena un veids.",
                en: "Its numbers and who looked into it go; day and kind stay."
            )
        case .behaviour:
            Text(lv: "Tekstu dzēš; paliek diena un veids.", en: "The text goes; day and kind stay.")
        case .consultations:
            Text(
                lv: "Konsultanta vārdu dzēš; paliek diena, priekšmets un ilgums.",
                en: "The name of who gave it goes; day, subject and length stay."
            )
        case .duty:
            Text(
                lv: "Piezīmi, dokumenta numuru un autoru dzēš; paliek solis un diena.",
                en: "Note, number of the document and author go; step and day stay."
            )
        case .minutes:
            Text(
                lv: "Protokolu dzēš; paliek numurs, iestāde un diena.",
                en: "The minutes go; number, institution and day stay."
            )
        case .requests:
            Text(lv: "Pieprasījumu dzēš; paliek numurs.", en: "The request goes; the number stays.")
        case .staff:
            Text(lv: "Vārdu un kodus dzēš; paliek numurs.", en: "Name and codes go; the number stays.")
        case .accounts:
            Text(lv: "Vārdu un pārējo dzēš; paliek numurs.", en: "Name and all else go; the number stays.")
        case .undo:
            Text(
                lv: "Aizstātās vērtības dzēš, un importu vairs nevar atsaukt.",
                en: "What the import replaced goes, and it cannot be undone any more."
            )
        }
    }

    /// What the time rests on; no public source gives a number of years for a board.
    package var basis: Text {
        switch self {
        case .undo:
            Text(
                lv: "VDAR 5. panta 1. punkta c) un e) apakšpunkts; dienas nosaka pašvaldība.",
                en: "GDPR, article 5(1)(c) and (e); the board sets the days."
            )
        case .requests:
            Text(
                lv: "VDAR 5. panta 2. punkts (pierādāmība); gadus nosaka pašvaldība.",
                en: "GDPR, article 5(2) (accountability); the board sets the years."
            )
        case .duty:
            Text(
                lv:
                    "MK 01.02.2011. noteikumi Nr. 89; glabāšanas gadi tajos nav norādīti, tos nosaka lietu nomenklatūra.",
                en:
                    "Cabinet Regulation No. 89 of 1 February 2011; it gives no years, the list of files sets them."
            )
        case .accounts:
            Text(
                lv: "VDAR 32. pants; gadus nosaka pašvaldība.",
                en: "GDPR, article 32; the board sets the years."
            )
        case .schooling, .cases, .observations, .signals, .behaviour, .consultations, .minutes, .staff:
            Text(
                lv:
                    "VDAR 5. panta 1. punkta e) apakšpunkts; publiskā avotā gadi nav atrasti, tos nosaka lietu nomenklatūra.",
                en:
                    "GDPR, article 5(1)(e); no public source gives years, the board’s list of files sets them."
            )
        }
    }
}
