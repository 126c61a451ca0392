import Frame
import Kernel

/// A way to divide an institution's pupils in two.
enum GroupSplit: CaseIterable, Sendable {
    case sex
    /// By the language of the programme, which the seventh digit of its code tells.
    case language
    case special

    var words: Text {
        switch self {
        case .sex: Text(lv: "Pēc dzimuma", en: "By sex")
        case .language: Text(lv: "Pēc mācību valodas", en: "By language of instruction")
        case .special: Text(lv: "Pēc izglītības programmas", en: "By education programme")
        }
    }

    /// The two groups.
    var groups: [Text] {
        switch self {
        case .sex: [Text(lv: "Zēni", en: "Boys"), Text(lv: "Meitenes", en: "Girls")]
        case .language:
            [
                Text(lv: "Programmā latviešu valodā", en: "In a programme in Latvian"),
                Text(lv: "Mazākumtautību programmā", en: "In a minority programme"),
            ]
        case .special:
            [
                Text(lv: "Speciālajā programmā", en: "In a special programme"),
                Text(lv: "Citās programmās", en: "In other programmes"),
            ]
        }
    }

    /// Who may know of a single pupil in which group they are, and so is told of few.
    var permission: Permission { self == .special ? .readPupilStatus : .readPupils }

    /// The group of a pupil; nil where it is not known.
    func group(_ pupil: GroupedPupil) -> Int? {
        switch self {
        case .sex: pupil.sex == 0 ? nil : pupil.sex - 1
        case .language:
            GroupSplit.isMinority(pupil.programme).map { $0 ? 1 : 0 }
        case .special: pupil.isSpecial ? 0 : 1
        }
    }

    private static func isMinority(_ code: String) -> Bool? {
        let digits = Array(code.utf8)
        guard digits.count == 8 else { return nil }
        return digits[6] == UInt8(ascii: "2")
    }
}
