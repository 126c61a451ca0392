import Access
import Frame
package import Kernel

/// An account of the demo, with what its owner types to sign in.
package struct DemoAccount: Hashable, Sendable {
    /// The login.
    package let login: String
    /// The stable name of the role.
    package let role: String
    /// What the role is called.
    package let words: Text
    /// What the role is held for, in words: the institution, the class; empty for the whole board.
    package let place: String
    /// The password.
    package let password: String
}

/// Accounts of the demo: one for every role that people hold.
struct DemoAccounts {
    /// What the accounts' scopes are made of.
    struct Places: Sendable {
        let institution: InstitutionID
        let institutionName: String
        let classGroup: ClassID
        let className: String
        let pupil: PupilID
        /// Who of the institution's staff a role's account belongs to, by the name of the role.
        let staff: [String: StaffEntry]
    }

    let desk: Desk
    let places: Places
    let seed: UInt64

    /// Makes the accounts, in the order of the roles.
    func make() async throws -> [DemoAccount] {
        let accounts = Accounts(desk)
        var made: [DemoAccount] = []
        for (number, role) in Role.all.enumerated() where role.name != Role.operator.name {
            let entry = places.staff[role.name]
            let invented = PersonName.staff(seed, 900_000 + number)
            let name = entry?.name ?? "\(invented.forename) \(invented.surname)"
            var account = NewAccount(login: role.name, name: name)
            let password = DemoAccounts.password()
            account.password = password
            account.staff = entry?.id
            let (scope, place) = scope(role)
            let year = SchoolYear(containing: desk.today)
            let end = role.needsEnd ? year.last : nil
            // The roles are as old as the cases that their holders work on, the oldest of a year and a half.
            let start = year.previous.previous.first
            let body: CaseBody? = role.namesBody ? .social : nil
            let held = NewRole(role.name, in: scope, from: start, to: end, body: body)
            _ = try await accounts.add(account, held)
            made.append(
                DemoAccount(
                    login: role.name,
                    role: role.name,
                    words: role.words,
                    place: place,
                    password: password
                )
            )
        }
        return made
    }

    /// The widest scope that the role may be held for.
    private func scope(_ role: Role) -> (scope: Scope, place: String) {
        switch role.levels.first ?? .tenant {
        case .institution: (Scope(institution: places.institution), places.institutionName)
        case .classGroup:
            (
                Scope(institution: places.institution, classGroup: places.classGroup),
                "\(places.institutionName), \(places.className)"
            )
        case .pupil:
            (
                Scope(
                    institution: places.institution,
                    classGroup: places.classGroup,
                    pupil: places.pupil
                ),
                "\(places.institutionName), \(places.className)"
            )
        default: (.tenant, "")
        }
    }

    /// Sixteen letters and digits of a secret in groups of four: short enough to type, too long to guess.
    private static func password() -> String {
        var letters: [Character] = []
        while letters.count < 16 {
            letters += Secret().text.lowercased().filter { $0.isLetter || $0.isNumber }.prefix(
                16 - letters.count
            )
        }
        let groups = stride(from: 0, to: 16, by: 4).map { String(letters[$0..<$0 + 4]) }
        return groups.joined(separator: "-")
    }
}
