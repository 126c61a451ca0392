package import Kernel

/// Records of a person that the answer to a request does not have, as somebody else weighs and gives them out.
package protocol GivenApart: Sendable {
    /// What there is of a person, who goes by these numbers, and what of it was given out since a day.
    static func parts(of pupils: [PupilID], since day: Day, _ desk: Desk) async throws -> [PartGiven]
}

/// A part of a person's data that somebody else gives out.
package struct PartGiven: Sendable {
    /// What it is.
    package let words: Text
    /// The name of whoever answers for it.
    package let owner: String
    /// When it was given out last; nil where it was not.
    package let given: Instant?
    /// The name of whoever gave it out.
    package let by: String

    /// A part, given out or not.
    package init(_ words: Text, owner: String, given: Instant? = nil, by: String = "") {
        self.words = words
        self.owner = owner
        self.given = given
        self.by = by
    }
}
