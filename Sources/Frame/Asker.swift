package import Kernel
package import Storage

/// A role held for a scope and a period.
package struct Grant: Hashable, Sendable {
    /// The stable name of the role.
    package let role: String
    /// What the role is called.
    package let roleWords: Text
    /// What the role may.
    package let permissions: Set<Permission>
    /// Where it may.
    package let scope: Scope
    /// The first day of the grant.
    package let from: Day
    /// The last day, or nil while it has none.
    package let to: Day?
    /// The body that the holder works for, where the role names one.
    package let body: CaseBody?

    /// A role held for a scope and a period.
    package init(
        role: String,
        roleWords: Text,
        permissions: Set<Permission>,
        scope: Scope,
        from: Day,
        to: Day?,
        body: CaseBody? = nil
    ) {
        self.role = role
        self.roleWords = roleWords
        self.permissions = permissions
        self.scope = scope
        self.from = from
        self.to = to
        self.body = body
    }

    /// Whether it is held on a day.
    package func holds(on day: Day) -> Bool {
        guard from <= day else { return false }
        guard let to else { return true }
        return day <= to
    }
}

/// Who asks: an account with its grants, or the operator of the command line.
package struct Asker: Sendable {
    /// The account; 0 for the operator.
    package let account: AccountID
    /// The name that pages and the audit trail show.
    package let name: String
    /// The language the answer is wanted in.
    package let language: Language
    /// Roles held, of all periods.
    package let grants: [Grant]
    /// The member of staff that the account belongs to, whose own figures "own" permissions are about.
    package let staff: StaffID?
    /// The account through whose eyes the asker looks, if not their own; every record names both.
    package let viewing: AccountID?
    /// The user of the operating system who runs the command that asks; nil for pages.
    package var systemUser: String?

    /// Someone who asks.
    package init(
        account: AccountID,
        name: String,
        language: Language,
        grants: [Grant],
        staff: StaffID? = nil,
        viewing: AccountID? = nil
    ) {
        self.account = account
        self.name = name
        self.language = language
        self.grants = grants
        self.staff = staff
        self.viewing = viewing
    }

    /// The grant that allows a thing in a scope on a day, or nil.
    ///
    /// It is also the answer to "why may they".
    package func grant(_ permission: Permission, in scope: Scope, on day: Day) -> Grant? {
        grants.first { grant in
            grant.holds(on: day) && grant.permissions.contains(permission) && grant.scope.covers(scope)
        }
    }

    /// Whether a thing is allowed in a scope on a day.
    package func may(_ permission: Permission, in scope: Scope, on day: Day) -> Bool {
        grant(permission, in: scope, on: day) != nil
    }

    /// Whether a thing is allowed in any scope on a day.
    package func mayAnywhere(_ permission: Permission, on day: Day) -> Bool {
        grants.contains { $0.holds(on: day) && $0.permissions.contains(permission) }
    }

    /// The bodies that the grants of a permission name on a day.
    package func bodies(_ permission: Permission, on day: Day) -> [CaseBody] {
        let held = grants.filter { $0.holds(on: day) && $0.permissions.contains(permission) }
        let named = Set(held.compactMap(\.body))
        return CaseBody.allCases.filter { named.contains($0) }
    }

    /// All scopes that a permission is held for on a day; a query joins them as its condition.
    package func reach(_ permission: Permission, on day: Day) -> Reach {
        var reach = Reach()
        for grant in grants where grant.holds(on: day) && grant.permissions.contains(permission) {
            reach.add(grant.scope)
        }
        return reach
    }
}

/// The scopes that one permission reaches: the whole tenant, or lists.
package struct Reach: Hashable, Sendable {
    /// Whether it reaches everything.
    package private(set) var everything = false
    /// Institutions reached as a whole.
    package private(set) var institutions: Set<InstitutionID> = []
    /// Classes reached as a whole.
    package private(set) var classes: Set<ClassID> = []
    /// Single pupils reached.
    package private(set) var pupils: Set<PupilID> = []

    /// A reach of nothing.
    package init() {}

    /// A reach of everything.
    package static let all: Reach = {
        var reach = Reach()
        reach.add(.tenant)
        return reach
    }()

    /// Whether it reaches nothing.
    package var isEmpty: Bool { !everything && institutions.isEmpty && classes.isEmpty && pupils.isEmpty }

    /// Whether everything within another reach is within this one too.
    package func covers(_ other: Reach) -> Bool {
        guard !everything else { return true }
        return !other.everything && institutions.isSuperset(of: other.institutions)
            && classes.isSuperset(of: other.classes) && pupils.isSuperset(of: other.pupils)
    }

    /// The condition that it puts on rows that name institution, class and pupil; `table` is what stands before the
    /// columns: `e.`.
    package func rows(_ table: SQL = "") -> SQL {
        guard !everything else { return "1 = 1" }
        return """
            (\(table)institution_id IN (\(list: institutions.sorted()))
            OR \(table)class_id IN (\(list: classes.sorted()))
            OR \(table)pupil_id IN (\(list: pupils.sorted())))
            """
    }

    /// The condition that it puts on cells and facts, with the dimensions it speaks of; nil where it puts none.
    ///
    /// Of what it reaches nothing of it says nothing, as not all cells have each dimension.
    package var limit: (condition: SQL, dimensions: Set<Dimension>)? {
        guard !everything else { return nil }
        let all: [(dimension: Dimension, members: [Int])] = [
            (.institution, institutions.map(\.rawValue)), (.classGroup, classes.map(\.rawValue)),
            (.pupil, pupils.map(\.rawValue)),
        ]
        let reached = all.filter { !$0.members.isEmpty }
        let parts = reached.map { one -> SQL in
            "\(one.dimension.column.sql) IN (\(list: one.members.sorted()))"
        }
        let condition: SQL = parts.isEmpty ? "1 = 0" : "(\(SQL.joined(parts, by: " OR ")))"
        return (condition, Set(reached.map { $0.dimension }))
    }

    /// Widens the reach by a scope.
    ///
    /// A scope of one's own widens nothing here.
    package mutating func add(_ scope: Scope) {
        guard scope.owner == nil else { return }
        if let pupil = scope.pupil {
            pupils.insert(pupil)
        } else if let classGroup = scope.classGroup {
            classes.insert(classGroup)
        } else if let institution = scope.institution {
            institutions.insert(institution)
        } else {
            everything = true
        }
    }
}
