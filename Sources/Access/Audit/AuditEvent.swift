package import Frame
package import Kernel
internal import Storage

/// One thing that somebody did, as the trail keeps it: ids only, never a name.
package struct AuditEvent: Hashable, Sendable {
    /// The tenant, whose chain it belongs to.
    package var tenant: TenantID
    /// When.
    package var at: Instant
    /// What was done.
    package var kind: AuditKind
    /// Who did it; 0 for the operator and for visitors.
    package var account: AccountID
    /// Whose eyes were borrowed, while viewing as another.
    package var onBehalf: AccountID?
    /// To what: a page's path pattern, a report's name, `batch 12`, `account 7`.
    package var what: String
    /// The pupils whose data were shown or changed; kept sorted, each once.
    package var persons: [PupilID] {
        didSet { persons = AuditEvent.sorted(persons) }
    }
    /// Where.
    package var scope: Scope
    /// The user of the operating system whose command did it; nil for pages.
    package var systemUser: String?

    /// An event.
    package init(
        _ tenant: TenantID,
        at: Instant,
        _ kind: AuditKind,
        account: AccountID,
        onBehalf: AccountID? = nil,
        what: String,
        persons: [PupilID] = [],
        scope: Scope = .tenant
    ) {
        self.tenant = tenant
        self.at = at
        self.kind = kind
        self.account = account
        self.onBehalf = onBehalf
        // No engine keeps NUL in a text, and one bad byte must not hold up the records of others.
        self.what = String(what.unicodeScalars.map { $0.value == 0 ? " " : Character($0) })
        self.persons = AuditEvent.sorted(persons)
        self.scope = scope
    }

    private static func sorted(_ persons: [PupilID]) -> [PupilID] {
        persons.count < 2 ? persons : Array(Set(persons)).sorted()
    }
}

extension Desk {
    /// An event of whoever sits at the desk, now.
    package func event(
        _ kind: AuditKind,
        _ what: String,
        persons: [PupilID] = [],
        scope: Scope = .tenant
    ) -> AuditEvent {
        var event = AuditEvent(
            tenant,
            at: clock(),
            kind,
            account: asker.account,
            onBehalf: asker.viewing,
            what: what,
            persons: persons,
            scope: scope
        )
        event.systemUser = asker.systemUser
        return event
    }
}
