internal import Frame
internal import Kernel
internal import Storage

/// A pupil who is over the limit of unexcused absence in a term.
struct OverLimitPerson: Readable {
    let institution: InstitutionID
    let term: Int
    let pupil: PupilID
    let classGroup: ClassID
    let grade: Int
    let lessons: Int
    /// The days missed, of a child in preparation for school; else nil.
    let days: Int?

    init(row: inout Row) throws {
        institution = try row.next()
        term = try row.next()
        pupil = try row.next()
        classGroup = try row.next()
        grade = try row.next()
        lessons = try row.next()
        let days: Int = try row.next()
        self.days = days > 0 ? days : nil
    }

    /// Where the pupil stands in lists; a pupil is over a limit once an institution and term.
    struct Place: Hashable, Comparable {
        let institution: InstitutionID
        let term: Int
        let pupil: PupilID

        static func < (left: Place, right: Place) -> Bool {
            (left.institution.rawValue, left.term, left.pupil.rawValue)
                < (right.institution.rawValue, right.term, right.pupil.rawValue)
        }
    }

    var place: Place { Place(institution: institution, term: term, pupil: pupil) }

    /// The member of a dimension of the measure.
    func member(_ dimension: Dimension) -> Int {
        switch dimension {
        case .institution: institution.rawValue
        case .term: term
        case .pupil: pupil.rawValue
        case .classGroup: classGroup.rawValue
        case .grade: grade
        default: 0
        }
    }
}
