import Access
import Frame
package import Kernel
import Storage

/// What `sekme tenant` does.
package enum TenantCommands {
    /// Makes a tenant with its rules, scales and code lists.
    package static func add(_ name: String, host: String, _ language: Language, _ world: World) async throws {
        let id = try await Tenants.create(
            name,
            host: host,
            language: language,
            at: world.clock(),
            world.database
        )
        try await RegistrySeedOfTenant.write(id, world)
    }

    /// Changes the tenant of a session.
    package static func change(
        name: String?,
        host: String?,
        exportCeiling: Int?,
        _ session: CommandSession
    ) async throws {
        try await Tenants.change(name: name, host: host, exportCeiling: exportCeiling, session.desk)
    }

    /// What whoever serves several boards is told: which of them people have to choose as no address leads to them; nil
    /// where each has one.
    package static func unreachable(_ world: World, _ language: Language) async throws -> String? {
        let all = try await world.database.data.read { try Tenants.all($0) }
        let lost = all.filter(\.host.isEmpty).map(\.name).joined(separator: ", ")
        guard all.count > 1, !lost.isEmpty else { return nil }
        return Text(
            lv: """
                Datubāzē ir vairākas pārvaldes, un šīm nav savas adreses: \(lost). Lietotāji pārvaldi izvēlas pirms \
                pieteikšanās. Ja izvēle nav vajadzīga, norādiet vienu ar --tenant vai piešķiriet adresi: \
                sekme tenant change --host.
                """,
            en: """
                The database has several boards, and these have no address of their own: \(lost). People choose a board \
                before they sign in. Where that is not wanted, name one with --tenant, or give it an address: \
                sekme tenant change --host.
                """
        )[language]
    }

    /// All tenants, one a line: number, name, host, ceiling of exports.
    package static func list(_ world: World) async throws -> String {
        try await world.database.data.read { try Tenants.all($0) }.map { tenant in
            [
                String(tenant.id.rawValue), tenant.name, tenant.host.isEmpty ? "–" : tenant.host,
                String(tenant.exportCeiling),
            ].joined(separator: "\t")
        }.joined(separator: "\n")
    }
}
