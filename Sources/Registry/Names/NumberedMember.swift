import Frame
import Kernel

/// Names of members that are numbers: grades, years, terms, months, days of the week.
enum NumberedMember {
    static func name(_ dimension: Dimension, _ member: Int) -> Text {
        switch dimension {
        case .grade:
            member == 0
                ? Text(lv: "bez klases pakāpes", en: "no grade")
                : Text(lv: "\(member). klase", en: "Grade \(member)")
        case .year: Text(same: SchoolYear(member).description)
        case .term:
            member == 0
                ? Text(lv: "mācību gads", en: "school year")
                : Text(lv: "\(member). semestris", en: "Term \(member)")
        case .month:
            member == 0
                ? Text(lv: "bez datuma", en: "without a date") : Month(number: member).words
        case .weekday: weekday(member)
        default: Text(same: String(member))
        }
    }

    /// The code that files carry.
    static func code(_ dimension: Dimension, _ member: Int) -> String {
        switch dimension {
        case .year: SchoolYear(member).description
        case .month: Month(number: member).description
        default: String(member)
        }
    }

    private static func weekday(_ number: Int) -> Text {
        guard (1...7).contains(number) else { return Text(same: String(number)) }
        return Text(lv: weekdaysLv[number - 1], en: weekdaysEn[number - 1])
    }

    private static let weekdaysLv = [
        "pirmdiena", "otrdiena", "trešdiena", "ceturtdiena", "piektdiena", "sestdiena", "svētdiena",
    ]
    private static let weekdaysEn = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
}
