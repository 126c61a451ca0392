package import Frame

extension Directory {
    /// A class and a subject that is taught to it.
    package struct ClassSubject: Hashable, Sendable {
        /// The class.
        package let classGroup: ClassID
        /// The subject.
        package let subject: SubjectID

        /// A class and a subject.
        package init(_ classGroup: ClassID, _ subject: SubjectID) {
            self.classGroup = classGroup
            self.subject = subject
        }
    }

    /// The teachers who alone teach a subject to a class; of several nobody can say whose a result is.
    package func soleTeachers() -> [ClassSubject: StaffID] {
        var teachers: [ClassSubject: Set<StaffID>] = [:]
        for key in teachings.keys where key.classGroup.rawValue != 0 {
            teachers[ClassSubject(key.classGroup, key.subject), default: []].insert(key.staff)
        }
        return teachers.compactMapValues { $0.count == 1 ? $0.first : nil }
    }
}
