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
