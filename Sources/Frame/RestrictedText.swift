internal import Kernel
package import Storage

/// A text about a person that only some may read: sealed bytes with the scope and the permission they ask for.
///
/// It has no words of its own, so that no page, file or log can show it by mistake: whoever shows it opens it
/// with a ``ReadingPass``, and only a desk or an export that checked the permission makes one.
package struct RestrictedText: Sendable {
    private let sealed: [UInt8]
    private let tenant: TenantID
    private let place: SealedPlace
    /// Where the permission is asked for.
    package let scope: Scope

    /// A sealed text as it is stored.
    package init(sealed: [UInt8], tenant: TenantID, place: SealedPlace, scope: Scope) {
        self.sealed = sealed
        self.tenant = tenant
        self.place = place
        self.scope = scope
    }

    /// The text; nil where the pass does not reach its person, or where its time is over and its place is empty.
    ///
    /// - Throws: a `SealingError` where the bytes were changed or moved.
    package func opened(_ pass: ReadingPass, _ connection: Connection) throws -> String? {
        guard pass.reaches(scope), !sealed.isEmpty else { return nil }
        let bytes = try connection.sealer.open(sealed, tenant: tenant.rawValue, bound: place)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Proof that somebody may read restricted texts of one sort, and about whom.
package struct ReadingPass: Sendable {
    /// The permission it was given for.
    package let permission: Permission
    private let grants: [Grant]

    fileprivate init(_ permission: Permission, _ asker: Asker, on day: Day) {
        self.permission = permission
        grants = asker.grants.filter { $0.holds(on: day) && $0.permissions.contains(permission) }
    }

    /// Whether a text of a scope may be read.
    package func reaches(_ scope: Scope) -> Bool { grants.contains { $0.scope.covers(scope) } }
}

extension Desk {
    /// A pass of whoever sits at the desk; it opens nothing where they do not hold the permission.
    package func pass(_ permission: Permission) -> ReadingPass {
        ReadingPass(permission, asker, on: today)
    }
}

extension ExportOrder {
    /// A pass of whoever asks for the file.
    package func pass(_ permission: Permission) -> ReadingPass {
        ReadingPass(permission, asker, on: today)
    }
}
