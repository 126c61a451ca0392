package import Kernel
package import Storage

/// What a room says of a pupil in a few lines on the pupil's own page, and so on its print.
package protocol PupilLines: Sendable {
    /// What the lines are called there.
    static var title: Text { get }

    /// The lines, for whoever may read the same on the room's own page; none for others, and where there is nothing to say.
    static func lines(of pupil: PupilID, _ desk: Desk, _ connection: Connection) throws -> [Text]
}
