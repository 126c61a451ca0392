package import Frame
package import Kernel

/// Ids of everything that files name, found without asking the database: a snapshot of the registers.
///
/// It is loaded once for a run of an import and grows with what the run adds.
package struct Directory: Sendable {
    var institutions = InstitutionIndex()
    var territories = TerritoryIndex()
    var classes: [ClassID: ClassEntry] = [:]
    var classNames = ClassIndex<ClassID>()
    var groupNames = ClassIndex<GroupID>()
    var pupils = PeopleIndex<PupilID>()
    var enrolments = EnrolmentIndex()
    var members: [GroupID: Set<PupilID>] = [:]
    var staff = PeopleIndex<StaffID>()
    /// Posts as a teacher since nobody knows when, which nothing has ended.
    var presumedPosts: Set<PostKey> = []
    /// Who teaches where, with a post there or not.
    var taught: Set<PostKey> = []
    var subjects: [SubjectID: SubjectEntry] = [:]
    var subjectByCode: [String: SubjectID] = [:]
    var subjectByName: [String: SubjectID] = [:]
    var programmes: [ProgrammeKey: ProgrammeID] = [:]
    /// What each programme is found by.
    var programmeKeys: [ProgrammeID: ProgrammeKey] = [:]
    var places = DatedPlaces()
    var teachings: [TeachingKey: Int] = [:]

    /// What is remembered of a class.
    struct ClassEntry: Hashable, Sendable {
        let institution: InstitutionID
        let year: SchoolYear
        var grade: Int
    }

    /// What is remembered of a subject.
    struct SubjectEntry: Hashable, Sendable {
        var code: String
        /// The folded name.
        var search: String
    }

    /// A class or group by its year, institution and folded name.
    struct ClassKey: Hashable, Sendable {
        let institution: InstitutionID
        let year: SchoolYear
        let name: String
    }

    /// Somebody in an institution.
    struct PostKey: Hashable, Sendable {
        let staff: StaffID
        let institution: InstitutionID
    }

    /// A programme by its institution, code and licence.
    struct ProgrammeKey: Hashable, Sendable {
        let institution: InstitutionID
        let code: String
        let licence: String
    }

    /// Who teaches what to whom in a year.
    struct TeachingKey: Hashable, Sendable {
        let year: SchoolYear
        let group: GroupID
        let classGroup: ClassID
        let subject: SubjectID
        let staff: StaffID
    }

    /// A snapshot of empty registers.
    package static let empty = Directory()

    /// The grade of a class, 0 where it is not known.
    package func grade(of id: ClassID) -> Int { classes[id]?.grade ?? 0 }

    /// The institution of a class.
    package func institution(of id: ClassID) -> InstitutionID? { classes[id]?.institution }

    /// The stays of a pupil in the order of their first days.
    package func enrolments(of pupil: PupilID) -> [Enrolment] { enrolments.of(pupil) }

    /// Where a pupil learns on a day: the latest stay that covers it, one in the given institution if any.
    package func enrolment(of pupil: PupilID, on day: Day, in institution: InstitutionID? = nil) -> Enrolment?
    {
        enrolments.of(pupil).last { stay in
            stay.covers(day) && (institution == nil || stay.institution == institution)
        }
    }
}
