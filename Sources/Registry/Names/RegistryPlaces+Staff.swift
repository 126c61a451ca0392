package import Access
package import Frame
package import Kernel
package import Storage

extension RegistryPlaces {
    package func staff(_ id: StaffID, tenant: TenantID, _ connection: Connection) throws -> StaffEntry? {
        try RegistryPlaces.entries("s.id = \(id)", tenant, connection).first
    }

    /// A code comes before a name, so that nobody is mistaken for another whose code they are called by.
    package func staff(
        _ typed: String,
        _ reach: Reach,
        tenant: TenantID,
        on day: Day,
        _ connection: Connection
    ) throws -> StaffEntry {
        let within = RegistryPlaces.works(reach, tenant, day)
        let text = typed.trimmed
        let shown = text.last == ")" ? text.dropLast().split(separator: "(").last.map(String.init) : nil
        for code in [text, shown].compactMap({ $0 }) {
            let found = try RegistryPlaces.entries(
                "s.external_code = \(code) AND s.external_code <> '' AND \(within)",
                tenant,
                connection
            )
            if let only = found.first, found.count == 1 { return only }
            if !found.isEmpty { throw Refusal.severalStaff(text, found) }
        }
        let names = RegistryPlaces.orders(LatvianKey.search(text))
        let found = try RegistryPlaces.entries(
            "s.search_key IN (\(list: names)) AND \(within)",
            tenant,
            connection
        )
        guard let only = found.first else { throw Refusal.noSuchStaff(text) }
        guard found.count == 1 else { throw Refusal.severalStaff(text, found) }
        return only
    }

    package func isStaff(
        _ id: StaffID,
        _ reach: Reach,
        tenant: TenantID,
        on day: Day,
        _ connection: Connection
    ) throws -> Bool {
        let within = RegistryPlaces.works(reach, tenant, day)
        return try !RegistryPlaces.entries("s.id = \(id) AND \(within)", tenant, connection).isEmpty
    }

    /// A name in each of the orders that keep surname and forename together: people type either first.
    static func orders(_ name: String) -> [String] {
        let words = name.split(separator: " ")
        return words.indices.map { (words[$0...] + words[..<$0]).joined(separator: " ") }
    }

    private static func entries(
        _ condition: SQL,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [StaffEntry] {
        try connection.rows(
            """
            SELECT s.id, s.surname, s.forename, s.external_code FROM staff s
            WHERE s.tenant_id = \(tenant) AND \(condition) ORDER BY s.sort_key, s.id LIMIT 6
            """,
            StaffID.self,
            String.self,
            String.self,
            String.self
        )
        .map { StaffEntry($0.0, name: "\($0.2) \($0.1)".trimmed, code: $0.3) }
    }

    /// Whoever holds a post within reach, or teaches there in the year of the day.
    private static func works(_ reach: Reach, _ tenant: TenantID, _ day: Day) -> SQL {
        guard !reach.everything else { return "1 = 1" }
        let places = reach.institutions.sorted()
        return """
            (EXISTS (SELECT 1 FROM staff_post p WHERE p.tenant_id = \(tenant) AND p.staff_id = s.id
                AND p.institution_id IN (\(list: places)) AND (p.to_day = 0 OR p.to_day >= \(day)))
            OR EXISTS (SELECT 1 FROM teaching t WHERE t.tenant_id = \(tenant) AND t.staff_id = s.id
                AND t.institution_id IN (\(list: places)) AND t.year = \(SchoolYear(containing: day).start)))
            """
    }
}
