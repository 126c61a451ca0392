package import Frame

extension Cube {
    /// Lessons, those of them that count in rates, and the facts they rest on.
    ///
    /// The last one keeps a cell of no lessons apart from no cell: zero is known, nothing is not. Of lessons that nobody
    /// recorded there are lessons alone.
    private static let absenceValues: [Name] = ["lessons", "recorded", "records"]

    /// Lessons by pupil and month; month 0 holds totals without dates.
    package static let absenceByPupil = Cube(
        "absence_pupil",
        [.year, .institution, .term, .classGroup, .grade, .month, .kind, .pupil],
        values: absenceValues,
        rollups: [.absenceByTerm]
    )

    /// Lessons by pupil and term, those of a pupil side by side.
    package static let absenceByTerm = Cube(
        "absence_term",
        [.year, .institution, .grade, .pupil, .classGroup, .term, .kind],
        values: absenceValues
    )

    /// Lessons by class, month and day of the week; both are 0 for totals without dates.
    package static let absenceByGroup = Cube(
        "absence_group",
        [.year, .institution, .term, .month, .classGroup, .grade, .weekday, .kind],
        values: absenceValues,
        rollups: [.absenceByWeekday, .absenceByMonth]
    )

    /// Lessons by class and day of the week.
    package static let absenceByWeekday = Cube(
        "absence_weekday",
        [.year, .institution, .term, .classGroup, .grade, .weekday, .kind],
        values: absenceValues
    )

    /// Lessons by institution and month.
    package static let absenceByMonth = Cube(
        "absence_month",
        [.year, .institution, .term, .month, .kind],
        values: absenceValues
    )

    /// Lessons by class or teaching group, subject and teacher.
    package static let absenceBySubject = Cube(
        "absence_subject",
        [.year, .institution, .term, .classGroup, .grade, .group, .subject, .teacher, .kind],
        values: absenceValues
    )
}
