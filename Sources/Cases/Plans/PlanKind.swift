internal import Kernel
internal import Storage

/// Which individual plan it is.
///
/// It is chosen when a plan is made and stays: what a plan says, and how it is assessed, is of its kind.
enum PlanKind: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    case support = 1
    case education = 2
    case talent = 3
    case home = 4

    /// The kind that a form or an address names by its number; nil for anything else.
    init?(typed text: String?) {
        guard let kind = text.flatMap({ Int($0) }).flatMap({ PlanKind(rawValue: $0) }) else { return nil }
        self = kind
    }

    var words: Text {
        switch self {
        case .support: Text(lv: "Individuālais atbalsta plāns", en: "Individual support plan")
        case .education:
            Text(
                lv: "Individuālais izglītības programmas apguves plāns",
                en: "Individual plan of the education programme"
            )
        case .talent: Text(lv: "Talantīga izglītojamā atbalsta plāns", en: "Plan for a talented pupil")
        case .home: Text(lv: "Mājas apmācības plāns", en: "Plan of home study")
        }
    }

    /// What several are called, where they are counted.
    var plural: Text {
        switch self {
        case .support: Text(lv: "Atbalsta plāni", en: "Support plans")
        case .education: Text(lv: "Izglītības programmas apguves plāni", en: "Education plans")
        case .talent: Text(lv: "Talantīgu izglītojamo plāni", en: "Plans for talented pupils")
        case .home: Text(lv: "Mājas apmācības plāni", en: "Plans of home study")
        }
    }

    /// For whom it is and what it holds, beside its name where one is chosen.
    var purpose: Text {
        switch self {
        case .support:
            Text(
                lv: """
                    Izglītojamajam, kurš var pārtraukt mācības: riski ar pierādījumiem, mērķi, atbalsta pasākumi, \
                    ekonomiskais atbalsts.
                    """,
                en: """
                    For a pupil who may leave school: risks with evidence, goals, measures of support, economic support.
                    """
            )
        case .education:
            Text(
                lv: """
                    Izglītojamajam, kuram programma jāapgūst citādi: ko mācību priekšmetos sasniegt, kā pielāgot saturu, \
                    uzdevumus un laiku, kā vērtēt.
                    """,
                en: """
                    For a pupil who learns the programme in another way: what is to be reached in subjects, how content, \
                    tasks and time are adapted, how it is assessed.
                    """
            )
        case .talent:
            Text(
                lv: """
                    Izglītojamajam ar augstiem sasniegumiem: olimpiādes, konkursi, pētniecība, interešu izglītība, mentors.
                    """,
                en: """
                    For a pupil of high achievement: olympiads, competitions, research, hobby education, a mentor.
                    """
            )
        case .home:
            Text(
                lv: """
                    Izglītojamajam, kurš pēc ārstu komisijas atzinuma vai cita lēmuma mācās mājās: stundas, saziņa, \
                    vērtēšana, atgriešanās klasē.
                    """,
                en: """
                    For a pupil who is taught at home by a statement of the doctors’ commission or another decision: \
                    lessons, contact, assessment, return to class.
                    """
            )
        }
    }

    /// The stable code of columns and measures.
    var code: String {
        switch self {
        case .support: "support"
        case .education: "education"
        case .talent: "talent"
        case .home: "home"
        }
    }
}
