package import Frame
internal import Kernel

extension Asker {
    /// Somebody who holds permissions in a scope by no role of the house, of no end.
    package static func test(
        _ permissions: Set<Permission>,
        in scope: Scope = .tenant,
        account: Int = 1,
        name: String = "test",
        staff: StaffID? = nil
    ) -> Asker {
        test(holding: [(permissions, scope)], account: account, name: name, staff: staff)
    }

    /// Somebody who holds permissions in several scopes.
    package static func test(
        holding grants: [(Set<Permission>, Scope)],
        account: Int = 1,
        name: String = "test",
        staff: StaffID? = nil
    ) -> Asker {
        let held = grants.map { permissions, scope in
            Grant(
                role: "test",
                roleWords: Text(same: "test"),
                permissions: permissions,
                scope: scope,
                from: Day(number: 0),
                to: nil
            )
        }
        return Asker(
            account: AccountID(rawValue: account),
            name: name,
            language: .lv,
            grants: held,
            staff: staff
        )
    }
}
