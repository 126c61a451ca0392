package import Kernel

/// A way to narrow a report, in the order in which filters are chosen and shown.
package enum ReportFilter: String, Sendable, CaseIterable {
    /// School year.
    case year
    /// Term 1 or 2.
    case term
    /// One institution.
    case institution
    /// One grade.
    case grade
    /// One class.
    case classGroup = "class"
    /// Classes to compare the chosen one with.
    case compared = "compare"
    /// Institutions to lay beside the one chosen.
    case institutions
    /// School years to lay beside the one chosen.
    case years
    /// One subject.
    case subject
    /// One teacher: for those who may see figures about teachers, and for the teacher.
    case teacher
    /// One pupil of the class: for those who may see pupils.
    case pupil
    /// One test or examination.
    case assessment
    /// A day that divides before from after.
    case day
    /// One rule of risk.
    case rule
    /// What a rule of risk is held against.
    case outcome
}

extension ReportFilter {
    /// What stands before its field, and before what was chosen of it where a record is told.
    package var label: Text {
        switch self {
        case .year: Text(lv: "Mācību gads", en: "School year")
        case .term: Text(lv: "Semestris", en: "Term")
        case .institution: Text(lv: "Iestāde", en: "Institution")
        case .grade: Text(lv: "Klases pakāpe", en: "Grade")
        case .classGroup: Text(lv: "Klase", en: "Class")
        case .compared: Text(lv: "Salīdzināt ar", en: "Compare with")
        case .institutions: Text(lv: "Salīdzināt ar iestādēm", en: "Compare with institutions")
        case .years: Text(lv: "Salīdzināt ar gadiem", en: "Compare with years")
        case .subject: Text(lv: "Mācību priekšmets", en: "Subject")
        case .teacher: Text(lv: "Pedagogs", en: "Teacher")
        case .pupil: Text(lv: "Izglītojamais", en: "Pupil")
        case .assessment: Text(lv: "Pārbaudes darbs", en: "Test")
        case .day: Text(lv: "Diena", en: "Day")
        case .rule: Text(lv: "Pazīme", en: "Sign")
        case .outcome: Text(lv: "Iznākums", en: "Outcome")
        }
    }
}
