import Access
import Frame

/// What `sekme doors` prints: every page for every role in every situation, and whether it opens.
package enum DoorMatrix {
    /// One line a case: method and address, permission, role, level of the role, situation, open or closed.
    ///
    /// A visitor's role and level are a dash. The lines are computed by the grants that decide requests.
    package static func text() -> String {
        DoorCase.all(sekme.allPages.map { Door($0) }, sekme)
            .map { one in
                [
                    one.door.name, one.door.permission.name, one.role?.name ?? "–",
                    one.level?.rawValue ?? "–", one.situation.rawValue, one.isOpen ? "open" : "closed",
                ].joined(separator: "\t")
            }
            .joined(separator: "\n")
    }
}
