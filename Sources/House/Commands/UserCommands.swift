import Access
import Frame
package import Kernel
import Registry
import Storage

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
        classGroup: String? = nil,
        body: String? = nil
    ) async throws
        -> Text
    {
        let scope = try await scope(institution, classGroup)
        var new = NewAccount(login: login, name: name)
        new.staff = try await accounts.staff(staff ?? "")
        let added = try await accounts.add(
            new,
            NewRole(role, in: scope, to: until, body: try CaseBody.typed(body ?? ""))
        )
        let made = Text(lv: "Konts izveidots.", en: "The account was made.")
        guard let invitation = added.invitation else { return made }
        return made + Text(same: " ") + (try await words(of: invitation))
    }

    /// Makes a one-time link by which an account's owner sets a password; earlier links become worthless.
    package func reset(login: String) async throws -> Text {
        try await words(of: try await accounts.link(for: try await accounts.named(login).id))
    }

    private func words(of link: Secret) async throws -> Text {
        let tenant = session.desk.tenant
        let host = try await session.world.database.data.read { try Tenants.find(tenant, $0)?.host ?? "" }
        let path = (host.isEmpty ? "" : "https://\(host)") + "/welcome/\(link.text)"
        return Text(
            lv: "Vienreizēja saite paroles iestatīšanai: \(path)",
            en: "One-time link to set a password: \(path)"
        )
    }

    /// Gives a further role.
    package func grant(
        login: String,
        role: String,
        institution: String?,
        until: Day?,
        classGroup: String? = nil,
        body: String? = nil
    ) async throws {
        let account = try await accounts.named(login)
        let place = try await scope(institution, classGroup)
        try await accounts.setRole(
            NewRole(role, in: place, to: until, body: try CaseBody.typed(body ?? "")),
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

    /// Opens a closed account again.
    package func enable(login: String) async throws {
        try await accounts.enable(try await accounts.named(login).id)
    }

    /// Ends a role that an account holds or will hold: the one that is named, in the place that is named.
    ///
    /// Refuses where none or several are meant; the refusal lists what there is.
    package func endRole(
        login: String,
        role: String,
        institution: String?,
        classGroup: String? = nil
    ) async throws {
        let listed = try await accounts.one(try await accounts.named(login).id)
        let place = try await scope(institution, classGroup)
        let today = session.desk.today
        let live = listed.roles.filter { held in held.to.map { today <= $0 } ?? true }
        let named = live.filter { $0.role == role }
        let meant = place == .tenant && named.count == 1 ? named : named.filter { $0.scope == place }
        guard let only = meant.first, meant.count == 1 else {
            throw Refusal.whichRole(role, try await names(of: live))
        }
        try await accounts.endRole(only.id, of: listed.account.id)
    }

    /// All accounts that the asker manages, one a line: login, name, state, roles in force or to come with their
    /// places and last days, entry of the staff register.
    package func list(_ language: Language) async throws -> String {
        let listed = try await accounts.list()
        let desk = session.desk
        let (tenant, today) = (desk.tenant, desk.today)
        return try await desk.database.data.read { connection in
            try listed.map { one in
                let live = one.roles.filter { held in held.to.map { today <= $0 } ?? true }
                let roles = try live.map { try UserCommands.words($0, desk, connection)[language] }
                let staff = try one.account.staff.flatMap {
                    try RegistryPlaces().staff($0, tenant: tenant, connection)
                }
                return [
                    one.account.login, one.account.name, one.account.stateWords(on: today)[language],
                    roles.joined(separator: "; "), staff?.words ?? "",
                ].joined(separator: "\t")
            }.joined(separator: "\n")
        }
    }

    private func names(of roles: [HeldRole]) async throws -> [Text] {
        let desk = session.desk
        return try await desk.database.data.read { connection in
            try roles.map { try UserCommands.words($0, desk, connection) }
        }
    }

    /// A role by its stable name, its place, its body where it names one, and its last day.
    private static func words(_ held: HeldRole, _ desk: Desk, _ connection: Connection) throws -> Text {
        let place = try RegistryPlaces().name(held.scope, for: desk, connection)
        let until = held.to.map { " ≤ \($0)" } ?? ""
        let body = held.body.map { ", \($0.code)" } ?? ""
        return Text(same: "\(held.role) (") + place + Text(same: "\(body))\(until)")
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

extension Refusal {
    static func whichRole(_ role: String, _ held: [Text]) -> Refusal {
        let none = Text(lv: "nevienas", en: "none")
        let lv = held.isEmpty ? none.lv : held.map(\.lv).joined(separator: "; ")
        let en = held.isEmpty ? none.en : held.map(\.en).joined(separator: "; ")
        return Refusal(
            .usage,
            Text(
                lv: "Nav skaidrs, kura loma „\(role)” jāizbeidz.",
                en: "It is not clear which role “\(role)” is to end."
            ),
            advice: Text(
                lv: "Kontam ir lomas: \(lv). Vietu norādiet ar --institution un --class.",
                en: "The account has: \(en). Name the place with --institution and --class."
            )
        )
    }
}
