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

/// An entry of the staff register that an account may belong to.
package struct StaffEntry: Hashable, Sendable {
    /// Its id.
    package let id: StaffID
    /// The person's name, forename first.
    package let name: String
    /// The code that the register's source has for them, or empty.
    package let code: String

    /// An entry of the staff register.
    package init(_ id: StaffID, name: String, code: String) {
        self.id = id
        self.name = name
        self.code = code
    }

    /// The name with the code, as it is shown and may be typed.
    package var words: String { code.isEmpty ? name : "\(name) (\(code))" }
}

/// What is known of institutions, classes, pupils and staff; given by a room above, which keeps them.
package protocol Places: Sendable {
    /// What people call a scope.
    func name(_ scope: Scope, tenant: TenantID, _ connection: Connection) throws -> Text
    /// Institutions and their classes within reach, by name.
    func choices(_ reach: Reach, tenant: TenantID, on day: Day, _ connection: Connection) throws -> [Place]
    /// Whether the class or pupil of a scope belongs to the institution that the scope names.
    func belongs(_ scope: Scope, tenant: TenantID, on day: Day, _ connection: Connection) throws -> Bool
    /// The institution with a registration number, or nil.
    func institution(
        _ registration: String,
        tenant: TenantID,
        _ connection: Connection
    ) throws -> InstitutionID?
    /// An entry of the staff register, or nil.
    func staff(_ id: StaffID, tenant: TenantID, _ connection: Connection) throws -> StaffEntry?
    /// The only entry that a code or a name means among those within reach; a refusal where nobody or several.
    func staff(
        _ typed: String,
        _ reach: Reach,
        tenant: TenantID,
        on day: Day,
        _ connection: Connection
    ) throws -> StaffEntry
    /// Whether somebody of the staff register works within reach.
    func isStaff(
        _ id: StaffID,
        _ reach: Reach,
        tenant: TenantID,
        on day: Day,
        _ connection: Connection
    ) throws -> Bool
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

    /// The institution of a number.
    package func institution(
        _ registration: String,
        tenant: TenantID,
        _ connection: Connection
    ) throws -> InstitutionID? { Int(registration).map { InstitutionID(rawValue: $0) } }

    /// Everybody of whom a number is known.
    package func staff(_ id: StaffID, tenant: TenantID, _ connection: Connection) throws -> StaffEntry? {
        StaffEntry(id, name: "", code: String(id.rawValue))
    }

    /// The entry of a number.
    package func staff(
        _ typed: String,
        _ reach: Reach,
        tenant: TenantID,
        on day: Day,
        _ connection: Connection
    ) throws -> StaffEntry {
        guard let number = Int(typed), number > 0 else { throw Refusal.noSuchStaff(typed) }
        return StaffEntry(StaffID(rawValue: number), name: "", code: typed)
    }

    /// Only whoever reaches everything reaches staff of whom nothing is known.
    package func isStaff(
        _ id: StaffID,
        _ reach: Reach,
        tenant: TenantID,
        on day: Day,
        _ connection: Connection
    ) throws -> Bool { reach.everything }
}
