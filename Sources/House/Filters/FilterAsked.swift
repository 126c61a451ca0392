import Frame
import Kernel

extension ReportFilter {
    /// What one is asked to choose, as it stands behind the verb: "izvēlieties klasi".
    var asked: Text {
        switch self {
        case .year: Text(lv: "mācību gadu", en: "a school year")
        case .term: Text(lv: "semestri", en: "a term")
        case .institution: Text(lv: "iestādi", en: "an institution")
        case .grade: Text(lv: "klases pakāpi", en: "a grade")
        case .classGroup: Text(lv: "klasi", en: "a class")
        case .compared: Text(lv: "klases, ar kurām salīdzināt", en: "classes to compare with")
        case .institutions: Text(lv: "iestādes, ar kurām salīdzināt", en: "institutions to compare with")
        case .years: Text(lv: "gadus, ar kuriem salīdzināt", en: "years to compare with")
        case .subject: Text(lv: "mācību priekšmetu", en: "a subject")
        case .teacher: Text(lv: "pedagogu", en: "a teacher")
        case .pupil: Text(lv: "izglītojamo", en: "a pupil")
        case .assessment: Text(lv: "pārbaudes darbu", en: "a test")
        case .day: Text(lv: "dienu", en: "a day")
        case .rule: Text(lv: "pazīmi", en: "a sign")
        case .outcome: Text(lv: "iznākumu", en: "an outcome")
        }
    }
}
