package import Kernel
package import Storage

/// A measure that names the members of directions that are its room's own, such as tests and their kinds.
///
/// Registers are named by ``MemberNames``; a page that lays the measure out along another direction asks here.
package protocol MemberWords: Measure {
    /// The names of some members, in the order in which they are shown; members that nobody knows are left out.
    func words(
        _ dimension: Dimension,
        _ members: some Sequence<Int>,
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [(member: Int, words: Text)]
}
