import Frame
import Kernel
import Storage

/// A saved mapping with what the register of mappings says of it.
package struct KeptMapping: Sendable {
    let mapping: Mapping
    /// Rises with each change.
    let version: Int

    /// How many days a removed mapping can be put back.
    package static let days = 30
}

extension Mappings {
    /// The tenant's own mappings, by name.
    func kept() async throws -> [KeptMapping] { try await rows("removed_at = 0") }

    /// Those that were removed and can be put back still.
    func removed() async throws -> [KeptMapping] {
        let limit = (desk.today - KeptMapping.days).start.milliseconds
        return try await rows("removed_at > 0 AND removed_at >= \(limit)")
    }

    /// A mapping of the tenant's own; refuses as a page that is not there.
    func own(_ name: String) async throws -> KeptMapping {
        guard let found = try await kept().first(where: { $0.mapping.name == name }) else {
            throw Refusal.noSuchPage
        }
        return found
    }

    /// Keeps a changed mapping; refuses where somebody changed or removed it meanwhile.
    func change(_ mapping: Mapping, version: Int) async throws {
        try desk.require(.importData, in: .tenant)
        let (tenant, body) = (desk.tenant, try JSON.text(mapping))
        try await desk.database.data.write { connection in
            let present = try connection.value(
                "SELECT version FROM mapping WHERE tenant_id = \(tenant) AND name = \(mapping.name) AND removed_at = 0",
                Int.self
            )
            guard present == version else { throw Refusal.mappingChanged }
            try connection.execute(
                """
                UPDATE mapping SET body = \(body), version = version + 1
                WHERE tenant_id = \(tenant) AND name = \(mapping.name)
                """
            )
        }
    }

    /// Puts a removed mapping back.
    func restore(_ name: String) async throws {
        try desk.require(.importData, in: .tenant)
        guard try await removed().contains(where: { $0.mapping.name == name }) else {
            throw Refusal.noSuchPage
        }
        let tenant = desk.tenant
        try await desk.database.data.write { connection in
            try connection.execute(
                """
                UPDATE mapping SET removed_at = 0, version = version + 1
                WHERE tenant_id = \(tenant) AND name = \(name)
                """
            )
        }
    }

    private func rows(_ condition: SQL) async throws -> [KeptMapping] {
        let tenant = desk.tenant
        let rows = try await desk.database.data.read { connection in
            try connection.rows(
                "SELECT body, version FROM mapping WHERE tenant_id = \(tenant) AND \(condition) ORDER BY name",
                String.self,
                Int.self
            )
        }
        return try rows.map { KeptMapping(mapping: try JSON.value($0.0), version: $0.1) }
    }
}

extension Refusal {
    fileprivate static let mappingChanged = Refusal(
        .conflict,
        Text(
            lv: "Kāds cits šo kartējumu tikmēr ir mainījis.",
            en: "Somebody else has changed this mapping meanwhile."
        ),
        advice: Text(
            lv: "Atveriet to vēlreiz un ievadiet savas izmaiņas.",
            en: "Open it again and make your changes."
        )
    )
}
