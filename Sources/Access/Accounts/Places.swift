package import Frame
package import Kernel
package import Storage

/// A place that a role can be held for, with its name.
package struct Place: Hashable, Sendable {
    /// The scope.
    package let scope: Scope
    /// What people call it.
    package let name: String

    /// A place by its scope and name.
    package init(_ scope: Scope, _ name: String) {
        self.scope = scope
        self.name = name
    }
}

/// What is known of institutions, classes and pupils; given by a room above, which keeps them.
package protocol Places: Sendable {
    /// What people call a scope.
    func name(_ scope: Scope, tenant: TenantID, _ connection: Connection) throws -> Text
    /// Institutions and their classes within reach, by name.
    func choices(_ reach: Reach, tenant: TenantID, on day: Day, _ connection: Connection) throws -> [Place]
    /// Whether the class or pupil of a scope belongs to the institution that the scope names.
    func belongs(_ scope: Scope, tenant: TenantID, on day: Day, _ connection: Connection) throws -> Bool
}

/// Places by number, where nobody knows more.
package struct NumberedPlaces: Places {
    /// Places by number.
    package init() {}

    /// The kind of place and its number.
    package func name(_ scope: Scope, tenant: TenantID, _ connection: Connection) throws -> Text {
        if let pupil = scope.pupil { return ScopeLevel.pupil.words + Text(same: " \(pupil.rawValue)") }
        if let group = scope.classGroup {
            return ScopeLevel.classGroup.words + Text(same: " \(group.rawValue)")
        }
        if let institution = scope.institution {
            return ScopeLevel.institution.words + Text(same: " \(institution.rawValue)")
        }
        return ScopeLevel.tenant.words
    }

    /// None.
    package func choices(
        _ reach: Reach,
        tenant: TenantID,
        on day: Day,
        _ connection: Connection
    ) throws -> [Place] { [] }

    /// An institution belongs to itself; of classes and pupils nothing is known.
    package func belongs(
        _ scope: Scope,
        tenant: TenantID,
        on day: Day,
        _ connection: Connection
    ) throws -> Bool {
        scope.classGroup == nil && scope.pupil == nil
    }
}
