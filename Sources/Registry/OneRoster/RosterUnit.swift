package import Frame
import Kernel
package import Storage

/// A class or group that learns a subject; the other one is 0.
package struct RosterUnit: Hashable, Readable {
    package let institution: InstitutionID
    package let classGroup: ClassID
    package let group: GroupID
    package let subject: SubjectID

    /// A unit; one with a group is the group's alone.
    package init(institution: InstitutionID, classGroup: ClassID, group: GroupID, subject: SubjectID) {
        self.institution = institution
        self.classGroup = group.rawValue == 0 ? classGroup : ClassID(rawValue: 0)
        self.group = group
        self.subject = subject
    }

    /// From the columns institution, class, group and subject of a row.
    package init(row: inout Row) throws {
        self.init(
            institution: try row.next(),
            classGroup: try row.next(),
            group: try row.next(),
            subject: try row.next()
        )
    }

    /// Whether it is anybody's at all.
    package var isPlaced: Bool { classGroup.rawValue != 0 || group.rawValue != 0 }
}
