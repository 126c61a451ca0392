/// What a written mark does to means and counts.
package enum MarkStanding: Int, Sendable {
    /// A result without a number, such as `i`, or on a scale that is not averaged, such as a per cent.
    case uncounted = 0
    /// A number that means rest on.
    case counted = 1
    /// `nv`: the work is still to be done. It is no mark and does not influence a result.
    case missing = 2
    /// `a`: the pupil is exempt, so that no mark is expected.
    case exempt = 3
}
