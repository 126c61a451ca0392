/// What the journal says of a pupil in a lesson.
package enum LessonState: UInt8, CaseIterable, Sendable {
    /// Present.
    case present = 0
    /// Absent through illness.
    case illness = 1
    /// Absent for another accepted reason.
    case excused = 2
    /// Absent without an accepted reason.
    case unexcused = 3
    /// Present, but late.
    case late = 5

    /// Whether the pupil was not there.
    package var isAbsent: Bool { self != .present && self != .late }
}

/// One lesson of a pupil.
package struct BoardLesson: Hashable, Sendable {
    /// Days since 1970-01-01.
    package let day: Int
    /// The number of the lesson in the day, from 1.
    package let slot: Int
    /// The subject, by its place in ``BoardSubject/all``.
    package let subject: Int
    /// What the journal says.
    package let state: LessonState
    /// Minutes late.
    package let minutes: Int
}
