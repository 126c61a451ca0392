internal import Kernel

/// Why a row of a journal cannot be read as a whole.
enum JournalFault {
    case noDay
    case otherYear
    case ahead
    case noSubject
    case noPupils

    /// The column it is shown at, from 0.
    var column: Int {
        switch self {
        case .noDay, .otherYear, .ahead: 3
        case .noSubject: 1
        case .noPupils: 0
        }
    }

    /// The problem in words.
    func problem(value: String) -> Problem {
        switch self {
        case .noDay:
            Problem(
                "journal.noDay",
                value: value,
                Text(lv: "Stundas ierakstam nav datuma.", en: "A row of a lesson has no date."),
                advice: Text(lv: "Ierakstiet datumu D kolonnā.", en: "Enter the date in column D.")
            )
        case .otherYear:
            Problem(
                "journal.otherYear",
                value: value,
                Text(
                    lv: "Datums nav norādītajā mācību gadā.",
                    en: "The date is not in the school year that was given."
                ),
                advice: Text(
                    lv: "Pārbaudiet datumu un norādīto mācību gadu.",
                    en: "Check the date and the school year given."
                )
            )
        case .ahead:
            Problem(
                "journal.ahead",
                value: value,
                Text(lv: "Datums vēl nav pienācis.", en: "The date lies ahead."),
                advice: Text(lv: "Pārbaudiet datumu.", en: "Check the date.")
            )
        case .noSubject:
            Problem(
                "journal.noSubject",
                value: value,
                Text(lv: "Nav norādīts mācību priekšmets.", en: "The subject is not given."),
                advice: Text(lv: "Ierakstiet priekšmetu B kolonnā.", en: "Enter the subject in column B.")
            )
        case .noPupils:
            Problem(
                "journal.noPupils",
                Text(
                    lv: "Lapā nav neviena izglītojamā: 4. rindā no F kolonnas nav personas kodu.",
                    en: "The sheet has no pupils: row 4 holds no personal codes from column F on."
                ),
                advice: Text(
                    lv: "Eksportējiet žurnālu no e-klases vēlreiz, nemainot pirmās četras rindas.",
                    en: "Export the journal again and leave its first four rows as they are."
                )
            )
        }
    }
}
