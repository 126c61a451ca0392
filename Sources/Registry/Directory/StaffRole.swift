package import Kernel
import Storage

/// What a post is; the number is what tables hold.
///
/// Fixed: pages and scopes go by it, as that of a class teacher; a post that is none of these is “other”.
package enum StaffRole: Int, CaseIterable, Sendable, SQLValue, SQLReadable {
    /// Anything else.
    case other = 0
    /// A teacher of subjects.
    case teacher = 1
    /// The head of an institution.
    case head = 2
    /// A deputy head.
    case deputy = 3
    /// A teacher in charge of a class.
    case classTeacher = 4
    /// A social pedagogue.
    case socialPedagogue = 5
    /// A psychologist.
    case psychologist = 6
    /// A speech therapist, for speaking and writing.
    case speechTherapist = 7
    /// A special-needs teacher.
    case specialTeacher = 8
    /// A teacher's assistant.
    case assistant = 9
    /// A career counsellor.
    case careerCounsellor = 10
    /// A nurse or another specialist of health.
    case nurse = 11
    /// A librarian.
    case librarian = 12

    /// The stable code that files carry.
    package var code: String { String(describing: self) }

    /// What people call it.
    package var words: Text {
        switch self {
        case .other: Text(lv: "cits darbinieks", en: "other staff")
        case .teacher: Text(lv: "skolotājs", en: "teacher")
        case .head: Text(lv: "iestādes vadītājs", en: "head")
        case .deputy: Text(lv: "vadītāja vietnieks", en: "deputy head")
        case .classTeacher: Text(lv: "klases audzinātājs", en: "class teacher")
        case .socialPedagogue: Text(lv: "sociālais pedagogs", en: "social pedagogue")
        case .psychologist: Text(lv: "psihologs", en: "psychologist")
        case .speechTherapist: Text(lv: "logopēds", en: "speech therapist")
        case .specialTeacher: Text(lv: "speciālais pedagogs", en: "special-needs teacher")
        case .assistant: Text(lv: "pedagoga palīgs", en: "teacher's assistant")
        case .careerCounsellor: Text(lv: "karjeras konsultants", en: "career counsellor")
        case .nurse: Text(lv: "veselības speciālists", en: "nurse")
        case .librarian: Text(lv: "bibliotekārs", en: "librarian")
        }
    }

    /// The role of a code or of a word in either language, or nil.
    package init?(written text: String) {
        let key = LatvianKey.search(text)
        let hit = StaffRole.allCases.first { role in
            [role.code, role.words.lv, role.words.en].contains { LatvianKey.search($0) == key }
        }
        guard let hit else { return nil }
        self = hit
    }
}
