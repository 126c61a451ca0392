package import Frame
import Kernel

/// A class or group that learns a subject; the other one is 0.
package struct RosterUnit: Hashable, Sendable {
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

    /// Whether it is anybody's at all.
    package var isPlaced: Bool { classGroup.rawValue != 0 || group.rawValue != 0 }
}
