package import Frame
internal import Kernel

/// A way into the house: a page or a command, with what it declares.
package struct Door: Sendable {
    /// `GET /users/:account`, or a command: `user add`.
    package let name: String
    /// The permission it needs.
    package let permission: Permission
    /// How its scope is found.
    package let scope: PageScope
    /// Whether it is for whoever keeps the machine, so that no account goes through it.
    package let isOfTheMachine: Bool

    /// A door.
    package init(
        _ name: String,
        _ permission: Permission,
        _ scope: PageScope,
        isOfTheMachine: Bool = false
    ) {
        self.name = name
        self.permission = permission
        self.scope = scope
        self.isOfTheMachine = isOfTheMachine
    }

    /// The door of a page.
    package init(_ page: any Page) {
        self.init("\(page.method.rawValue.uppercased()) \(page.path)", page.permission, page.scope)
    }

    /// The door of a command: its name is what is typed.
    package init(_ command: CommandDoor) {
        self.init(
            "sekme \(command.name)",
            command.permission,
            command.scope,
            isOfTheMachine: command.standing == .machine
        )
    }

    /// The doors of all pages of a house's rooms.
    package static func pages(_ house: HouseBook) -> [Door] {
        house.rooms.flatMap { $0.pages }.map { Door($0) }
    }

    /// The situations that requests through the door can be in.
    var situations: [Situation] {
        switch scope {
        case .open: []
        case .own: [.own, .others]
        case .tenant: [.tenant]
        case .anywhere: [.tenant]
        case .institution: [.ownInstitution, .otherInstitution]
        case .classGroup: [.ownClass, .otherClass, .foreignClass]
        case .pupil: [.ownPupil, .otherPupil, .foreignPupil]
        }
    }
}

/// One case of the full matrix: a door, a role, a situation, and whether it opens.
package struct DoorCase: Sendable {
    /// The door.
    package let door: Door
    /// The role; nil is a visitor who has not signed in.
    package let role: Role?
    /// The scope that the role is held for.
    package let level: ScopeLevel?
    /// Where the request is.
    package let situation: Situation
    /// Whether the door opens.
    package let isOpen: Bool

    /// Somebody of each role at each of its levels.
    private struct Sample {
        let role: Role
        let level: ScopeLevel
        let asker: Asker
    }

    /// Every door for every role in every situation, and for visitors; doors that are open to all come once.
    package static func all(_ doors: [Door], _ house: HouseBook) -> [DoorCase] {
        let permissions = house.permissions
        let samples = Role.all.flatMap { role in
            role.levels.map { level in
                Sample(role: role, level: level, asker: role.sample(level, permissions: permissions))
            }
        }
        return doors.flatMap { door -> [DoorCase] in
            guard !door.situations.isEmpty else {
                return [DoorCase(door: door, role: nil, level: nil, situation: .tenant, isOpen: true)]
            }
            return door.situations.flatMap { situation in
                [DoorCase(door: door, role: nil, level: nil, situation: situation, isOpen: false)]
                    + samples.map { one in
                        DoorCase(
                            door: door,
                            role: one.role,
                            level: one.level,
                            situation: situation,
                            isOpen: door.lets(one.role) && door.opens(for: one.asker, in: situation)
                        )
                    }
            }
        }
    }
}

extension Door {
    /// Whether the door opens for an asker.
    ///
    /// Where the scope is "anywhere" the permission counts in any place.
    func opens(for asker: Asker, in situation: Situation) -> Bool {
        let day = Day(number: 1)
        guard case .anywhere = scope else { return asker.may(permission, in: situation.scope, on: day) }
        return asker.grants.contains { $0.permissions.contains(permission) }
    }

    /// Whether holders of a role come to the door at all: the machine's is the operator's alone.
    func lets(_ role: Role) -> Bool { !isOfTheMachine || role.name == Role.operator.name }
}
