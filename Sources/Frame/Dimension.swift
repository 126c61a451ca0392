/// A direction that figures are laid out along: the members of a vector.
package enum Dimension: String, Hashable, Sendable, CaseIterable {
    /// Institutions.
    case institution
    /// Classes of the year.
    case classGroup
    /// Teaching groups.
    case group
    /// Grades 1 to 12.
    case grade
    /// Subjects.
    case subject
    /// Teachers.
    case teacher
    /// Pupils.
    case pupil
    /// School years, by their first calendar year.
    case year
    /// Terms: 1, 2; 0 is the whole year.
    case term
    /// Months by their number.
    case month
    /// Days of the week, Monday is 1.
    case weekday
    /// A kind: of absence, of mark, of reported category.
    case kind
    /// Scales of marks: figures of two scales are never summed.
    case scale
    /// Tests and examinations.
    case assessment
}
