package import Kernel

/// What a report or a figure is asked about: a period and a part of the board's world.
package struct Selection: Hashable, Sendable {
    /// The school year.
    package var year: SchoolYear
    /// The term, 1 or 2; nil is the whole year.
    package var term: Int?
    /// One institution, or nil for all within reach.
    package var institution: InstitutionID?
    /// One grade, 1 to 12.
    package var grade: Int?
    /// One class.
    package var classGroup: ClassID?
    /// Classes to lay beside the one chosen.
    ///
    /// They narrow no measure: a report that compares classes itself asks for each of them apart, and for others the house
    /// does.
    package var compared: [ClassID] = []
    /// Institutions to lay beside the one chosen.
    ///
    /// They and ``years`` narrow no measure, and no report knows of them: each is asked about apart, as if it alone had been
    /// chosen.
    package var institutions: [InstitutionID] = []
    /// School years to lay beside the one chosen.
    package var years: [SchoolYear] = []
    /// One subject.
    package var subject: SubjectID?
    /// One teacher.
    package var teacher: StaffID?
    /// One pupil.
    package var pupil: PupilID?
    /// One test or examination.
    package var assessment: Int?
    /// A day that divides the year in before and after; it narrows no measure.
    package var day: Day?
    /// One rule of risk by its name; it narrows no measure.
    package var rule: String?
    /// What a rule of risk is held against, by its code; it narrows no measure.
    package var outcome: String?
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

    /// The parts of the board's world and of the year that it is narrowed to, as members of dimensions.
    package var members: [Dimension: Int] {
        var members: [Dimension: Int] = [:]
        members[.term] = term
        members[.institution] = institution?.rawValue
        members[.grade] = grade
        members[.classGroup] = classGroup?.rawValue
        members[.subject] = subject?.rawValue
        members[.teacher] = teacher?.rawValue
        members[.pupil] = pupil?.rawValue
        members[.assessment] = assessment
        return members
    }

    /// The same parts in a fixed order, so that a condition made of them is always the same text.
    package var ordered: [(dimension: Dimension, member: Int)] {
        let members = members
        return Dimension.allCases.compactMap { dimension in members[dimension].map { (dimension, $0) } }
    }
}
