package import Frame
import Kernel
import Storage

/// Saved ways to read a source: the tenant's own, and those that rooms ship.
package struct Mappings: Sendable {
    let desk: Desk

    /// The mappings of the desk's tenant.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// All mappings by name; a saved one hides a shipped one of its name.
    package func list() async throws -> [Mapping] {
        let choice = MappingChoice(house: desk.house, saved: try await saved())
        return choice.all.sorted { $0.name < $1.name }
    }

    /// The mapping with a name; refuses where there is none.
    package func find(_ name: String) async throws -> Mapping {
        try MappingChoice(house: desk.house, saved: try await saved()).find(name)
    }

    /// Saves a mapping under its name, over one that may be there.
    package func save(_ mapping: Mapping) async throws {
        try desk.require(.importData, in: .tenant)
        try check(mapping)
        let (tenant, body) = (desk.tenant, try JSON.text(mapping))
        try await desk.database.data.write { connection in
            try connection.execute(
                """
                INSERT INTO mapping (tenant_id, name, format, body, version)
                VALUES (\(tenant), \(mapping.name), \(mapping.format), \(body), 1)
                ON CONFLICT (tenant_id, name) DO UPDATE
                SET format = excluded.format, body = excluded.body, removed_at = 0, version = mapping.version + 1
                """
            )
        }
    }

    /// Removes a saved mapping; it can be put back for some days.
    ///
    /// A shipped one of its name counts again. Refuses where none was saved.
    package func remove(_ name: String) async throws {
        try desk.require(.importData, in: .tenant)
        let tenant = desk.tenant
        let now = desk.clock().milliseconds
        let count = try await desk.database.data.write { connection in
            let count = try connection.value(
                "SELECT count(*) FROM mapping WHERE tenant_id = \(tenant) AND name = \(name) AND removed_at = 0",
                Int.self
            )
            try connection.execute(
                """
                UPDATE mapping SET removed_at = \(now), version = version + 1
                WHERE tenant_id = \(tenant) AND name = \(name) AND removed_at = 0
                """
            )
            return count
        }
        guard count == 0 else { return }
        _ = try await find(name)
        throw Refusal(
            .invalid,
            Text(lv: "Šis kartējums ir daļa no Sekmes.", en: "This mapping is part of Sekme."),
            advice: Text(
                lv: "Saglabājiet savu ar to pašu nosaukumu; tas aizstās šo.",
                en: "Save one of your own under its name; it will stand in its place."
            )
        )
    }

    func saved() async throws -> [Mapping] { try await kept().map(\.mapping) }

    private func check(_ mapping: Mapping) throws(Refusal) {
        let isPlain =
            !mapping.name.isEmpty
            && mapping.name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                default: byte == UInt8(ascii: "-")
                }
            }
        guard isPlain else {
            throw Refusal(
                .invalid,
                Text(lv: "Šāds kartējuma nosaukums neder.", en: "A mapping cannot have such a name."),
                advice: Text(
                    lv: "Lietojiet mazos latīņu burtus, ciparus un defisi.",
                    en: "Use small Latin letters, digits and hyphens."
                )
            )
        }
        _ = try FormatChoice(formats: desk.house.formats).choose(mapping.format, [])
    }
}
