package import Frame
package import Kernel

/// Lessons that a pupil missed in a term or a year, as a source totals them, without dates.
///
/// A pupil's lessons come either one by one or as totals: both for one period would count twice.
package struct AbsenceCount: Hashable, Sendable {
    /// The pupil.
    package var pupil: PupilID
    /// The school year.
    package var year: SchoolYear
    /// The term, or 0 for the whole year.
    package var term: Int
    /// The subject; 0 for all together.
    package var subject = SubjectID(rawValue: 0)
    /// The institution.
    package var institution: InstitutionID
    /// The class; 0 where it is not known.
    package var classGroup = ClassID(rawValue: 0)
    /// The grade, 1 to 12; 0 where it is not known.
    package var grade = 0
    /// Lessons missed of each kind that the source tells: zero is a count, a kind that is absent is unknown.
    package var missed: [AbsenceKind: Int]
    /// All lessons that were recorded for the pupil; nil where the source does not tell, and no rate is made.
    package var recorded: Int?

    /// Totals of a pupil.
    package init(
        pupil: PupilID,
        year: SchoolYear,
        term: Int,
        institution: InstitutionID,
        missed: [AbsenceKind: Int],
        recorded: Int? = nil
    ) {
        self.pupil = pupil
        self.year = year
        self.term = term
        self.institution = institution
        self.missed = missed
        self.recorded = recorded
    }

    /// Stages a row for each kind, and one for the lessons attended where their number is known.
    package func stage(_ staging: any Staging, at place: SourcePlace) throws {
        for columns in rows { try staging.fact(.absenceCounts, columns, at: place) }
    }

    /// The rows in the order of ``FactTable/absenceCounts``.
    package var rows: [[Int]] {
        var rows = missed.sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, lessons in
            row(kind: kind.rawValue, lessons)
        }
        if let recorded {
            let attended = max(0, recorded - missed.values.reduce(0, +))
            rows.insert(row(kind: LessonCell.present, attended), at: 0)
        }
        return rows
    }

    private func row(kind: Int, _ lessons: Int) -> [Int] {
        [
            pupil.rawValue, year.start, term, kind, subject.rawValue, lessons,
            recorded == nil ? 0 : lessons, institution.rawValue, classGroup.rawValue, grade,
        ]
    }
}
