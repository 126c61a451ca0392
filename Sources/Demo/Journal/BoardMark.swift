package import Kernel

/// A mark of a pupil as the journal has it.
package struct BoardMark: Hashable, Sendable {
    /// What a mark is for.
    package enum Kind: String, CaseIterable, Sendable {
        case test, term, year, final
    }

    /// The scale it is written on.
    package enum Scale: Sendable {
        /// Ten points, with `nv`.
        case points
        /// The four levels of grades 1 to 3.
        case levels
        /// Percent.
        case percent
    }

    /// The subject, by its place in ``BoardSubject/all``.
    package let subject: Int
    /// The term; 0 for the year and the end of a subject.
    package let term: Int
    /// What it is for.
    package let kind: Kind
    /// The day of a test.
    package let day: Day?
    /// The mark as written: `7`, `nv`, `A`, `74%`.
    package let text: String
    /// The scale it is written on.
    package let scale: Scale
}
