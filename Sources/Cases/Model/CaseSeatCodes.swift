internal import Kernel
internal import Storage

/// How an invitation to a case stands.
enum MemberState: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// Invited; not answered yet.
    case invited = 1
    /// Takes part.
    case accepted = 2
    /// Will not take part.
    case rejected = 3
    /// Gave the place to somebody of the same body, who was invited for it.
    case handedOver = 4
    /// The invitation was taken back.
    case revoked = 5
    /// Took part, and stopped.
    case left = 6

    /// What people call it.
    var words: Text {
        switch self {
        case .invited: Text(lv: "uzaicināts", en: "invited")
        case .accepted: Text(lv: "piedalās", en: "takes part")
        case .rejected: Text(lv: "atteicās", en: "declined")
        case .handedOver: Text(lv: "nodeva vietu citam", en: "handed over")
        case .revoked: Text(lv: "atsaukts", en: "revoked")
        case .left: Text(lv: "vairs nepiedalās", en: "left")
        }
    }
}

/// On what law data of a case are shared.
///
/// Fixed: each is a ground that the law knows, and a new one asks what may be shared on it.
enum LegalBasis: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    case education = 1
    case childRights = 2
    case socialServices = 3
    case consent = 4

    var words: Text {
        switch self {
        case .education: Text(lv: "Izglītības likums", en: "Education Law")
        case .childRights:
            Text(lv: "Bērnu tiesību aizsardzības likums", en: "Protection of the Rights of the Child Law")
        case .socialServices:
            Text(
                lv: "Sociālo pakalpojumu un sociālās palīdzības likums",
                en: "Law on Social Services and Social Assistance"
            )
        case .consent: Text(lv: "vecāku piekrišana", en: "consent of the parents")
        }
    }
}

/// The parts of a case that a participant from outside is shown, by the purpose of the invitation.
struct CaseParts: OptionSet, Hashable, Sendable, SQLValue, SQLReadable {
    let rawValue: Int
    init(rawValue: Int) { self.rawValue = rawValue }

    /// Notes of the team.
    static let notes = CaseParts(rawValue: 1)
    /// The support plan.
    static let plan = CaseParts(rawValue: 2)
    /// Both.
    static let all: CaseParts = [.notes, .plan]

    var sqlValue: Value { rawValue.sqlValue }
    static func read(_ column: Column) throws -> CaseParts {
        CaseParts(rawValue: try Int.read(column))
    }
}

/// Who may read a note of a case.
enum NoteLevel: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// All who take part and are shown notes.
    case team = 1
    /// Those of the school whom the owner gave restricted notes.
    case restricted = 2
    /// The author, and those who supervise.
    case author = 3

    /// What people call it.
    var words: Text {
        switch self {
        case .team: Text(lv: "komandai", en: "for the team")
        case .restricted: Text(lv: "ierobežota", en: "restricted")
        case .author: Text(lv: "autoram un pārraugam", en: "for author and supervisor")
        }
    }

    var hint: Text {
        switch self {
        case .team:
            Text(
                lv: "Redz visi, kas piedalās un kam rāda piezīmes.",
                en: "All who take part and are shown notes."
            )
        case .restricted:
            Text(
                lv: "Redz gadījuma vadītājs, pārraugs un tie skolas dalībnieki, kam tas atļauts.",
                en: "The owner, the supervisor and those of the school who were given it."
            )
        case .author:
            Text(
                lv: "Redzat jūs un pārraugs, vairāk neviens.",
                en: "You and the supervisor, and nobody else."
            )
        }
    }
}
