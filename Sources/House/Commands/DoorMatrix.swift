import Access
import Frame

/// What `sekme doors` prints: every page and command for every role in every situation, and whether it opens.
package enum DoorMatrix {
    /// One line a case: method and address or what is typed, permission, role, level of the role, situation, open or
    /// closed.
    ///
    /// A visitor's role and level are a dash. The lines are computed by the grants that decide requests.
    package static func text() -> String {
        DoorCase.all(sekme.allDoors, sekme)
            .map { one in
                [
                    one.door.name, one.door.permission.name, one.role?.name ?? "–",
                    one.level?.rawValue ?? "–", one.situation.rawValue, one.isOpen ? "open" : "closed",
                ].joined(separator: "\t")
            }
            .joined(separator: "\n")
    }
}

extension HouseBook {
    /// The doors of all pages, then those of all commands.
    var allDoors: [Door] { allPages.map { Door($0) } + commands.map { Door($0) } }
}
