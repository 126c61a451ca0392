internal import Kernel

/// How far the team is with a pupil.
enum BoardLane: Int, CaseIterable, Sendable {
    /// A sign of risk that nobody has looked at.
    case new = 1
    /// Somebody looks into it.
    case review = 2
    /// Somebody looked and keeps an eye on it.
    case watched = 3
    /// A case of support is worked on.
    case open = 4
    /// A case ended in the last weeks.
    case closed = 5

    /// How long a case that ended stays on the board.
    static let closedDays = 60

    var words: Text {
        switch self {
        case .new: Text(lv: "Jauna pazīme", en: "New sign")
        case .review: Text(lv: "Tiek izvērtēts", en: "Under review")
        case .watched: Text(lv: "Novērošanā", en: "Watched")
        case .open: Text(lv: "Gadījums atvērts", en: "Case open")
        case .closed: Text(lv: "Nesen slēgts", en: "Closed lately")
        }
    }

    /// What a lane without pupils says.
    var none: Text {
        switch self {
        case .new: Text(lv: "Neviens negaida.", en: "Nobody waits.")
        default: Text(lv: "Šobrīd neviena.", en: "Nobody now.")
        }
    }
}
