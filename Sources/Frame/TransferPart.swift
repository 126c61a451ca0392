package import Kernel
package import Storage

/// A change of institution that a pupil came by.
package struct Transfer: Sendable {
    /// Who came.
    package let pupil: PupilID
    /// The institution that was left.
    package let from: InstitutionID
    /// The institution that the pupil came to.
    package let to: InstitutionID
    /// The first day there.
    package let day: Day

    /// A change of institution.
    package init(_ pupil: PupilID, from: InstitutionID, to: InstitutionID, on day: Day) {
        self.pupil = pupil
        self.from = from
        self.to = to
        self.day = day
    }
}

/// What came along with a pupil from another institution, and what did not, a line each.
package struct TransferWords: Sendable {
    /// What is here.
    package var came: [Text]
    /// What is still to be seen to.
    package var missing: [Text]

    /// Words of what came and of what did not.
    package init(came: [Text] = [], missing: [Text] = []) {
        self.came = came
        self.missing = missing
    }
}

/// What a room says of its own records on the page of a pupil who came from another institution, and so on its print.
package protocol TransferPart: Sendable {
    /// The words for whoever may read the same on the room's own pages; none for others, who learn nothing by them either.
    static func words(of transfer: Transfer, _ desk: Desk, _ connection: Connection) throws -> TransferWords
}
