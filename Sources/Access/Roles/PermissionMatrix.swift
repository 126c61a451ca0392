package import Frame
internal import Kernel

/// Who may what where: every role by every permission by every situation, computed from the same grants that
/// decide requests.
package struct PermissionMatrix: Sendable {
    /// A role at one level: one line of the matrix.
    package struct Line: Sendable {
        /// The role.
        package let role: Role
        /// The scope that it is held for.
        package let level: ScopeLevel
        /// The situations in which each permission holds, by the permission's name.
        package let allowed: [String: Set<Situation>]
    }

    /// The permissions, by what they open and then as declared.
    package let permissions: [Permission]
    /// The lines, in the order of roles.
    package let lines: [Line]

    /// The matrix of all roles over the permissions of a house.
    package init(_ house: HouseBook) {
        let permissions = house.permissions.enumerated().sorted { left, right in
            (left.element.reach.rawValue, left.offset) < (right.element.reach.rawValue, right.offset)
        }
        .map(\.element)
        self.permissions = permissions
        lines = Role.all.flatMap { role in
            role.levels.map { level in
                Line(role: role, level: level, allowed: PermissionMatrix.allowed(role, level, permissions))
            }
        }
    }

    /// Whether a role held for a level's scope allows a permission in a situation.
    package func allows(
        _ role: Role,
        _ level: ScopeLevel,
        _ permission: Permission,
        _ situation: Situation
    ) -> Bool {
        let line = lines.first { $0.role.name == role.name && $0.level == level }
        return line?.allowed[permission.name]?.contains(situation) ?? false
    }

    private static func allowed(
        _ role: Role,
        _ level: ScopeLevel,
        _ permissions: [Permission]
    ) -> [String: Set<Situation>] {
        let asker = role.sample(level, permissions: permissions)
        var allowed: [String: Set<Situation>] = [:]
        for permission in permissions {
            let situations = Situation.allCases.filter { situation in
                asker.may(permission, in: situation.scope, on: Day(number: 1))
            }
            allowed[permission.name] = Set(situations)
        }
        return allowed
    }
}
