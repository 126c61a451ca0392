package import Kernel

/// An entry about a pupil in the journal of behaviour.
package struct BoardEntry: Hashable, Sendable {
    /// What the entry is.
    package enum Kind: CaseIterable, Sendable {
        case praise, remark, breach, conflict, talk
    }

    /// The day.
    package let day: Day
    /// What it is.
    package let kind: Kind
    /// What was written; it names nobody.
    package let text: String
    /// Who wrote it: one of the day's teachers.
    package let author: BoardTeacher
}
