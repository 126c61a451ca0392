package import Frame
package import Kernel

/// A role: a set of permissions, each with how far it goes from the scope that the role is held for.
package struct Role: Sendable, Identifiable {
    /// How far a permission goes.
    package enum Breadth: Sendable, CaseIterable {
        /// Exactly the scope that the role is held for.
        case granted
        /// The whole institution of that scope: a class teacher's aggregates.
        case institution
        /// What is the holder's own.
        case own
    }

    /// Permissions with one breadth.
    package struct Rule: Sendable {
        /// How far they go.
        package let breadth: Breadth
        /// The permissions.
        package let permissions: [Permission]
    }

    /// A stable name: `class-teacher`.
    package let name: String
    /// What people call it.
    package let words: Text
    /// What it is for, in a sentence.
    package let purpose: Text
    /// The scopes that it may be held for.
    package let levels: [ScopeLevel]
    /// Whether a grant must have a last day.
    package let needsEnd: Bool
    /// Whether a grant names the body that the holder works for.
    package let namesBody: Bool
    /// The permissions that belong to no room or to `Access`.
    package let rules: [Rule]

    /// The name.
    package var id: String { name }

    init(
        _ name: String,
        _ words: Text,
        purpose: Text,
        levels: [ScopeLevel],
        needsEnd: Bool = false,
        namesBody: Bool = false,
        granted: [Permission] = [],
        institution: [Permission] = [],
        own: [Permission] = []
    ) {
        self.name = name
        self.words = words
        self.purpose = purpose
        self.levels = levels
        self.needsEnd = needsEnd
        self.namesBody = namesBody
        rules = [
            Rule(breadth: .granted, permissions: granted),
            Rule(breadth: .institution, permissions: institution),
            Rule(breadth: .own, permissions: own),
        ]
        .filter { !$0.permissions.isEmpty }
    }

    /// How far a permission goes for the role; empty where the role has it not.
    ///
    /// A room's own permission goes as far as the common one that opens the same: a permission that reaches
    /// pupils goes where `pupils.read` goes.
    package func breadths(_ permission: Permission) -> Set<Breadth> {
        let model = Role.settled.contains(permission) ? permission : Role.model(permission.reach)
        return Set(rules.filter { $0.permissions.contains(model) }.map(\.breadth))
    }

    /// Whether it sees named pupils.
    package var seesPupils: Bool { opens { $0.reach == .pupils } }

    /// Whether its holders need a second factor: they see pupils, or could make accounts that do.
    package var needsSecondFactor: Bool { seesPupils || opens { $0 == .administer } }

    /// Minutes without a request after which a session ends.
    package var idleMinutes: Int { needsSecondFactor ? 30 : 120 }

    private func opens(_ condition: (Permission) -> Bool) -> Bool {
        rules.contains { $0.permissions.contains(where: condition) }
    }

    /// Permissions that roles name one by one.
    private static let settled = Set(Permission.common + Permission.access)

    private static func model(_ reach: Permission.Reach) -> Permission {
        switch reach {
        case .aggregates: .readFigures
        case .teachers: .readTeacherFigures
        case .pupils: .readPupils
        case .changes: .editRegisters
        case .administration: .administer
        }
    }
}

extension Role {
    /// What the role, held for a scope and a period, allows an account: one grant for each breadth.
    package func grants(
        in scope: Scope,
        from: Day,
        to: Day?,
        account: AccountID,
        permissions: [Permission],
        body: CaseBody? = nil
    ) -> [Grant] {
        Breadth.allCases.compactMap { breadth in
            let held = Set(permissions.filter { breadths($0).contains(breadth) })
            guard !held.isEmpty, let scope = Role.widened(scope, breadth, account) else { return nil }
            return Grant(
                role: name,
                roleWords: words,
                permissions: held,
                scope: scope,
                from: from,
                to: to,
                body: body
            )
        }
    }

    private static func widened(_ scope: Scope, _ breadth: Breadth, _ account: AccountID) -> Scope? {
        switch breadth {
        case .granted: scope
        // Without an institution "the whole institution" would be the whole tenant.
        case .institution: scope.institution.map { Scope(institution: $0) }
        case .own: Scope(owner: account)
        }
    }
}
