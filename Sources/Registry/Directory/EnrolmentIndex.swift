package import Frame
package import Kernel

/// One stay of a pupil in a class of an institution.
package struct Enrolment: Hashable, Sendable {
    /// The institution.
    package let institution: InstitutionID
    /// The first day.
    package let from: Day
    /// The last day; nil while there is none.
    package var to: Day?
    /// The class; 0 where it is not known.
    package var classGroup: ClassID
    /// The programme; 0 where it is not known.
    package var programme: ProgrammeID

    /// Whether it holds on a day.
    package func covers(_ day: Day) -> Bool {
        guard from <= day else { return false }
        guard let to else { return true }
        return day <= to
    }

    /// Whether it holds on a day of a period.
    package func overlaps(_ first: Day, _ last: Day) -> Bool {
        guard from <= last else { return false }
        guard let to else { return true }
        return first <= to
    }
}

/// Enrolments by pupil: what was loaded lies in one array, what a run adds lies over it.
struct EnrolmentIndex: Sendable {
    private var loaded: [Enrolment] = []
    private var ranges: [PupilID: Range<Int>] = [:]
    private var changed: [PupilID: [Enrolment]] = [:]

    /// Adds a loaded row; rows of one pupil come one after the other.
    mutating func load(_ pupil: PupilID, _ enrolment: Enrolment) {
        let start = ranges[pupil]?.lowerBound ?? loaded.count
        loaded.append(enrolment)
        ranges[pupil] = start..<loaded.count
    }

    /// All stays of a pupil in the order of their first days.
    func of(_ pupil: PupilID) -> [Enrolment] {
        if let changed = changed[pupil] { return changed }
        guard let range = ranges[pupil] else { return [] }
        return loaded[range].sorted { $0.from < $1.from }
    }

    /// Puts a stay in the place of the one that began on the same day in the same institution.
    mutating func put(_ pupil: PupilID, _ enrolment: Enrolment) {
        let others = of(pupil).filter {
            $0.from != enrolment.from || $0.institution != enrolment.institution
        }
        changed[pupil] = (others + [enrolment]).sorted { $0.from < $1.from }
    }
}
