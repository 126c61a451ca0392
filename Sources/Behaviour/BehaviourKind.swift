package import Kernel
internal import Storage

/// What an entry in a journal of behaviour is (e-klase: Uzvedības žurnāls).
///
/// Fixed: cells and measures count by these numbers, and rules of risk look at some of them; words of other journals are
/// mapped to them when they are read.
package enum BehaviourKind: Int, CaseIterable, Sendable, SQLReadable, SQLValue {
    /// Praise, thanks.
    case praise = 1
    /// A remark about conduct.
    case remark = 2
    /// A breach of the institution's rules.
    case breach = 3
    /// A conflict or violence, towards others or the pupil.
    case conflict = 4
    /// A talk with the pupil or parents.
    case talk = 5
    /// Anything else that was noted.
    case other = 6

    /// The stable word in files.
    package var code: String {
        switch self {
        case .praise: "praise"
        case .remark: "remark"
        case .breach: "breach"
        case .conflict: "conflict"
        case .talk: "talk"
        case .other: "other"
        }
    }

    /// What people call it.
    package var words: Text {
        switch self {
        case .praise: Text(lv: "Uzslava", en: "Praise")
        case .remark: Text(lv: "Piezīme", en: "Remark")
        case .breach: Text(lv: "Noteikumu pārkāpums", en: "Breach of rules")
        case .conflict: Text(lv: "Konflikts", en: "Conflict")
        case .talk: Text(lv: "Pārrunas", en: "Talk")
        case .other: Text(lv: "Cits ieraksts", en: "Other entry")
        }
    }

    /// The kind that a text means, by its stable word or as journals write it.
    package init?(written text: String) {
        let key = LatvianKey.search(text)
        guard !key.isEmpty, let kind = BehaviourKind.byText[key] else { return nil }
        self = kind
    }

    private static let byText: [String: BehaviourKind] = {
        var kinds: [String: BehaviourKind] = [
            "pateiciba": .praise, "pozitivs": .praise, "aizradijums": .remark, "negativs": .remark,
            "parkapums": .breach, "vardarbiba": .conflict, "saruna": .talk, "cits": .other,
        ]
        for kind in BehaviourKind.allCases {
            for text in [kind.code, kind.words.lv, kind.words.en] { kinds[LatvianKey.search(text)] = kind }
        }
        return kinds
    }()
}
