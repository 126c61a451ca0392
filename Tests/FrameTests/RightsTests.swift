import Frame
import Kernel
import Testing

struct RightsTests {
    private let day = Day(number: 20_000)

    private func rights(
        _ permissions: Set<Permission>,
        in scopes: [Scope],
        from: Int = 0,
        to: Int? = nil,
        account: Int = 1,
        staff: Int? = nil
    ) -> Rights {
        let grants = scopes.map { scope in
            Grant(
                role: "role\(account)",
                roleWords: Text(lv: "Loma", en: "Role"),
                permissions: permissions,
                scope: scope,
                from: Day(number: from),
                to: to.map { Day(number: $0) }
            )
        }
        let asker = Asker(
            account: AccountID(rawValue: account),
            name: "",
            language: .lv,
            grants: grants,
            staff: staff.map { StaffID(rawValue: $0) }
        )
        return asker.rights(on: day)
    }

    @Test func `two people may the same whenever and by whatever role they were given it`() {
        let one = rights([.readFigures], in: [.tenant, Scope(owner: AccountID(rawValue: 1))])
        let other = rights(
            [.readFigures],
            in: [Scope(owner: AccountID(rawValue: 2)), .tenant],
            from: 19_000,
            to: 21_000,
            account: 2
        )
        #expect(one == other)
    }

    @Test func `a grant that has ended or not begun gives no rights`() {
        let none = rights([.readFigures], in: [])
        #expect(rights([.readFigures], in: [.tenant], to: 19_999) == none)
        #expect(rights([.readFigures], in: [.tenant], from: 20_001) == none)
    }

    @Test func `another place, another permission and another member of staff are other rights`() {
        let all = rights([.readFigures], in: [.tenant])
        #expect(all != rights([.readFigures], in: [Scope(institution: InstitutionID(rawValue: 3))]))
        #expect(all != rights([.readFigures, .readPupils], in: [.tenant]))
        #expect(all != rights([.readFigures], in: [.tenant], staff: 7))
        #expect(all != rights([.readFigures], in: [.tenant, Scope(owner: AccountID(rawValue: 1))]))
    }
}
