import Frame
import Kernel

/// One thing that a search found.
struct SearchHit: Sendable {
    /// What it is.
    enum Kind: Int, CaseIterable, Sendable {
        case institution, classGroup, subject, pupil, staff, report, page, programme

        var words: Text {
            switch self {
            case .institution: Text(lv: "Iestādes", en: "Institutions")
            case .classGroup: Text(lv: "Klases", en: "Classes")
            case .subject: Text(lv: "Mācību priekšmeti", en: "Subjects")
            case .pupil: Text(lv: "Izglītojamie", en: "Pupils")
            case .staff: Text(lv: "Darbinieki", en: "Staff")
            case .report: Text(lv: "Atskaites", en: "Reports")
            case .page: Text(lv: "Lapas", en: "Pages")
            case .programme: Text(lv: "Izglītības programmas", en: "Education programmes")
            }
        }
    }

    let kind: Kind
    let id: Int
    let name: String
    /// Where it belongs: the institution of a class, the class of a pupil.
    let place: String
    /// The address of its page, where it does not follow from the id.
    var way: String?

    /// The address of its page; staff who teach nothing have none.
    var path: String? {
        switch kind {
        case .institution: "/institutions/\(id)"
        case .classGroup: "/classes/\(id)"
        case .pupil: "/pupils/\(id)"
        case .subject: "/subjects/\(id)/year"
        case .staff, .report, .page, .programme: way
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
