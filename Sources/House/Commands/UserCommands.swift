import Storage
import Registry
import Access
import Frame
package import Kernel

/// What `sekme user` does.
package struct UserCommands: Sendable {
    let session: CommandSession

    /// Commands of a session.
    package init(_ session: CommandSession) {
        self.session = session
    }

    private var accounts: Accounts { Accounts(session.desk, places: RegistryPlaces()) }

    /// Adds an account with a role and says where its owner sets a password.
    package func add(
        login: String,
        name: String,
        role: String,
        institution: String?,
        until: Day?,
        staff: String? = nil,
        classGroup: String? = nil
    ) async throws
        -> Text
    {
        let scope = try await scope(institution, classGroup)
        var new = NewAccount(login: login, name: name)
        new.staff = try await accounts.staff(staff ?? "")
        let added = try await accounts.add(new, NewRole(role, in: scope, to: until))
        guard let invitation = added.invitation else {
            return Text(lv: "Konts izveidots.", en: "The account was made.")
        }
        let tenant = session.desk.tenant
        let host = try await session.world.database.data.read { try Tenants.find(tenant, $0)?.host ?? "" }
        let path = (host.isEmpty ? "" : "https://\(host)") + "/welcome/\(invitation.text)"
        return Text(
            lv: "Konts izveidots. Vienreizēja saite paroles iestatīšanai: \(path)",
            en: "The account was made. One-time link to set a password: \(path)"
        )
    }

    /// Gives a further role.
    package func grant(
        login: String,
        role: String,
        institution: String?,
        until: Day?,
        classGroup: String? = nil
    ) async throws {
        let account = try await accounts.named(login)
        try await accounts.setRole(
            NewRole(role, in: try await scope(institution, classGroup), to: until),
            for: account.id
        )
    }

    /// Links an account with an entry of the staff register by its code or name; an empty text ends the link.
    package func link(login: String, staff: String) async throws {
        let account = try await accounts.named(login)
        try await accounts.link(account.id, to: try await accounts.staff(staff))
    }

    /// Links an account with who its owner is at a provider of identities; an empty subject ends the links.
    package func identify(login: String, issuer: String, subject: String) async throws {
        let account = try await accounts.named(login)
        let identity = subject.isEmpty ? nil : ExternalIdentity(issuer: issuer, subject: subject)
        try await accounts.link(account.id, identity: identity)
    }

    /// Closes an account.
    package func disable(login: String) async throws {
        try await accounts.disable(try await accounts.named(login).id)
    }

    /// All accounts with their roles and entries of the staff register, one a line.
    package func list(_ language: Language) async throws -> String {
        let listed = try await accounts.list()
        let tenant = session.desk.tenant
        let staff = try await session.desk.database.data.read { connection in
            try listed.map { one in
                try one.account.staff.flatMap { try RegistryPlaces().staff($0, tenant: tenant, connection) }
            }
        }
        return zip(listed, staff).map { listed, staff in
            let roles = listed.roles.map(\.role).joined(separator: ", ")
            return "\(listed.account.login)\t\(listed.account.name)\t\(roles)\t\(staff?.words ?? "")"
        }.joined(separator: "\n")
    }

    /// The whole board, an institution, or a class of this year.
    private func scope(_ institution: String?, _ classGroup: String?) async throws -> Scope {
        let (tenant, year) = (session.desk.tenant, SchoolYear(containing: session.desk.today))
        return try await session.desk.database.data.read { connection in
            let lookup = RegistryLookup(tenant: tenant, connection)
            let place = try institution.map { try lookup.institution($0) }
            guard let classGroup else { return Scope(institution: place) }
            let id = try lookup.classGroup(classGroup, institution: place, year: year)
            return try ScopeFinder(tenant: tenant, connection).scope(of: id) ?? Scope(institution: place)
        }
    }
}
