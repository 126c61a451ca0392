package import Kernel

/// What a report or a figure is asked about: a period and a part of the board's world.
package struct Selection: Hashable, Sendable {
    /// The school year.
    package var year: SchoolYear
    /// The term, 1 or 2; nil is the whole year.
    package var term: Int?
    /// One institution, or nil for all within reach.
    package var institution: InstitutionID?
    /// One class.
    package var classGroup: ClassID?
    /// One subject.
    package var subject: SubjectID?
    /// One teacher.
    package var teacher: StaffID?
    /// One pupil.
    package var pupil: PupilID?
    /// What the asker may read; everything outside is left out of rows.
    package var reach: Reach

    /// A selection of a year.
    package init(year: SchoolYear, term: Int? = nil, institution: InstitutionID? = nil, reach: Reach = .all) {
        self.year = year
        self.term = term
        self.institution = institution
        self.reach = reach
    }

    /// The scope that a permission is asked for.
    package var scope: Scope { Scope(institution: institution, classGroup: classGroup, pupil: pupil) }
}
