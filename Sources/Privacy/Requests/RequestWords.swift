internal import Kernel
internal import Storage

/// What a person asks for (GDPR, articles 15 to 21).
enum RequestKind: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// What is kept of me, and who saw it (article 15).
    case access = 1
    /// My data in a file for another system (article 20).
    case portability = 2
    /// Something is wrong (article 16).
    case correction = 3
    /// Take it away (article 17).
    case erasure = 4
    /// Use it no further for now (article 18).
    case restriction = 5
    /// I do not agree that it is used (article 21).
    case objection = 6

    var words: Text {
        switch self {
        case .access: Text(lv: "Piekļuve datiem", en: "Access to data")
        case .portability: Text(lv: "Datu pārnesamība", en: "Data in a file")
        case .correction: Text(lv: "Labošana", en: "Correction")
        case .erasure: Text(lv: "Dzēšana", en: "Erasure")
        case .restriction: Text(lv: "Apstrādes ierobežošana", en: "Restriction")
        case .objection: Text(lv: "Iebildums", en: "Objection")
        }
    }

    var hint: Text {
        switch self {
        case .access:
            Text(
                lv: "VDAR 15. pants: kas glabājas un kas to skatījis.",
                en: "Article 15: what is kept, who saw it."
            )
        case .portability:
            Text(lv: "VDAR 20. pants: dati failā.", en: "Article 20: the data in a file.")
        case .correction:
            Text(
                lv: "VDAR 16. pants: labo avotā un importē no jauna.",
                en: "Article 16: mended at the source and imported again."
            )
        case .erasure:
            Text(
                lv: "VDAR 17. pants: ja dati vairs nav vajadzīgi likumā noteiktam uzdevumam.",
                en: "Article 17: where no duty by law needs the data any longer."
            )
        case .restriction: Text(lv: "VDAR 18. pants.", en: "Article 18.")
        case .objection: Text(lv: "VDAR 21. pants.", en: "Article 21.")
        }
    }
}

/// Who asks.
enum RequestAsker: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// The person whose data they are.
    case pupil = 1
    case parent = 2
    case other = 3

    var words: Text {
        switch self {
        case .pupil: Text(lv: "Pati persona", en: "The person")
        case .parent: Text(lv: "Vecāks vai aizbildnis", en: "A parent or guardian")
        case .other: Text(lv: "Cits pilnvarots pārstāvis", en: "Another representative")
        }
    }
}

/// How far a request is.
enum RequestState: Int, Sendable, SQLValue, SQLReadable {
    case open = 1
    case extended = 2
    case fulfilled = 3
    case refused = 4

    var words: Text {
        switch self {
        case .open: Text(lv: "jāizpilda", en: "open")
        case .extended: Text(lv: "termiņš pagarināts", en: "time extended")
        case .fulfilled: Text(lv: "izpildīts", en: "fulfilled")
        case .refused: Text(lv: "noraidīts", en: "refused")
        }
    }

    var isOpen: Bool { self == .open || self == .extended }
}

/// What was done about a request; kept by number.
enum RequestDeed: Int, Sendable, SQLValue, SQLReadable {
    case received = 1
    case shown = 2
    case filed = 3
    case extended = 4
    case erased = 5
    case fulfilled = 6
    case refused = 7

    var words: Text {
        switch self {
        case .received: Text(lv: "reģistrēja", en: "registered it")
        case .shown: Text(lv: "atvēra personas datus", en: "opened the person's data")
        case .filed: Text(lv: "saglabāja datu failu", en: "saved the file of data")
        case .extended: Text(lv: "pagarināja termiņu", en: "extended the time")
        case .erased: Text(lv: "dzēsa personas datus", en: "erased the person's data")
        case .fulfilled: Text(lv: "izpildīja", en: "fulfilled it")
        case .refused: Text(lv: "noraidīja", en: "refused it")
        }
    }
}
