import Frame
import Kernel

/// One thing that a search found.
struct SearchHit: Sendable {
    /// What it is.
    enum Kind: Int, CaseIterable, Sendable {
        case institution, classGroup, pupil, staff

        var words: Text {
            switch self {
            case .institution: Text(lv: "Iestādes", en: "Institutions")
            case .classGroup: Text(lv: "Klases", en: "Classes")
            case .pupil: Text(lv: "Izglītojamie", en: "Pupils")
            case .staff: Text(lv: "Darbinieki", en: "Staff")
            }
        }
    }

    let kind: Kind
    let id: Int
    let name: String
    /// Where it belongs: the institution of a class, the class of a pupil.
    let place: String

    /// The address of its page; staff have none.
    var path: String? {
        switch kind {
        case .institution: "/institutions/\(id)"
        case .classGroup: "/classes/\(id)"
        case .pupil: "/pupils/\(id)"
        case .staff: nil
        }
    }
}

/// What a search found within the reach of whoever asked.
struct SearchAnswer: Sendable {
    /// The most things of all kinds that are shown.
    static let most = 50

    private(set) var hits: [SearchHit] = []
    /// Whether so many were found that no more are looked for.
    private(set) var isFull = false
    /// Whether so many names begin alike that not all were looked through.
    var isShort = false

    /// Whether there may be more than is shown.
    var isCut: Bool { isFull || isShort }

    mutating func add(_ hit: SearchHit) {
        if hits.count < SearchAnswer.most { hits.append(hit) } else { isFull = true }
    }

    var staff: [StaffID] { hits.filter { $0.kind == .staff }.map { StaffID(rawValue: $0.id) } }

    var pupils: [PupilID] { hits.filter { $0.kind == .pupil }.map { PupilID(rawValue: $0.id) } }
}
