package import Kernel

/// What somebody may on a day, whatever roles and grants it comes from: people with the same rights are answered alike.
package struct Rights: Hashable, Sendable {
    private var reaches: [Permission: Reach] = [:]
    /// What is held for things of one's own; whose they are is told by ``staff``.
    private var own: Set<Permission> = []
    private let staff: StaffID?

    fileprivate init(_ asker: Asker, on day: Day) {
        staff = asker.staff
        for grant in asker.grants where grant.holds(on: day) {
            if grant.scope.owner != nil {
                own.formUnion(grant.permissions)
                continue
            }
            for permission in grant.permissions { reaches[permission, default: Reach()].add(grant.scope) }
        }
    }
}

extension Asker {
    /// What the asker may on a day.
    package func rights(on day: Day) -> Rights { Rights(self, on: day) }
}
