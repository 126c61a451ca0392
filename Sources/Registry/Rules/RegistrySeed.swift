package import Frame
import Kernel
package import Storage

/// Code lists, rules and scales that every tenant begins with.
package enum RegistrySeed {
    /// Writes what the tenant does not have yet; what it has is let be, also where somebody edited it.
    package static func write(_ tenant: TenantID, _ connection: Connection) throws {
        for item in CodeSeeds.all { try write(item, tenant, connection) }
        let own = try periods(tenant, connection)
        for regulation in RegulationSeeds.all where !followed.contains(regulation.name) {
            // Records of a rule never overlap: one that somebody edited goes on in the days of a shipped one.
            if own[regulation.name]?.contains(where: { $0.meets(regulation) }) == true { continue }
            try write(regulation, tenant, connection)
        }
        for seed in ScaleSeeds.all { try write(seed, tenant, connection) }
    }

    /// Letters: a tenant takes one over with its own first change, and has it until then as it is shipped.
    private static let followed = Set(DutyLetter.allCases.map(\.rule))

    /// The days of a record that a tenant has.
    private struct Period {
        let from: Day
        /// The last day; 0 while there is none.
        let to: Int

        func meets(_ regulation: Regulation) -> Bool {
            let beginsBefore = regulation.to.map { from <= $0 } ?? true
            return beginsBefore && (to == 0 || regulation.from.number <= to)
        }
    }

    private static func periods(_ tenant: TenantID, _ connection: Connection) throws -> [String: [Period]] {
        let rows = try connection.rows(
            "SELECT name, from_day, to_day FROM regulation WHERE tenant_id = \(tenant) ORDER BY name, from_day",
            String.self,
            Day.self,
            Int.self
        )
        return Dictionary(grouping: rows, by: { $0.0 }).mapValues { own in
            own.map { Period(from: $0.1, to: $0.2) }
        }
    }

    private static func write(_ item: CodeItem, _ tenant: TenantID, _ connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO code_list
                (tenant_id, list, code, from_day, to_day, lv, en, position, is_editable, counts_as, version)
            VALUES (\(tenant), \(item.list), \(item.code), \(item.from), \(item.to?.number ?? 0),
                \(item.words.lv), \(item.words.en), \(item.position), \(item.isEditable), \(item.kind), 1)
            ON CONFLICT (tenant_id, list, code, from_day) DO NOTHING
            """
        )
    }

    private static func write(
        _ regulation: Regulation,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO regulation
                (tenant_id, name, from_day, to_day, lv, en, source, parameters, is_editable, version)
            VALUES (\(tenant), \(regulation.name), \(regulation.from), \(regulation.to?.number ?? 0),
                \(regulation.words.lv), \(regulation.words.en), \(regulation.source), \(regulation.parameters),
                \(regulation.isEditable), 1)
            ON CONFLICT (tenant_id, name, from_day) DO NOTHING
            """
        )
    }

    /// A scale that is there keeps its values: somebody may have removed one on purpose.
    private static func write(
        _ seed: ScaleSeeds.Seed,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws {
        let known = try connection.value(
            "SELECT count(*) FROM mark_scale WHERE tenant_id = \(tenant) AND code = \(seed.code)",
            Int.self
        )
        guard known == 0 else { return }
        let ids = try connection.takeIds(tenant: tenant.rawValue, kind: "mark_scale", count: 1)
        let id = ids.lowerBound
        try connection.execute(
            """
            INSERT INTO mark_scale (tenant_id, id, code, lv, en, from_day, to_day, lowest, highest, version)
            VALUES (\(tenant), \(id), \(seed.code), \(seed.words.lv), \(seed.words.en), 0, 0,
                \(seed.bounds?.lowerBound), \(seed.bounds?.upperBound), 1)
            """
        )
        for value in seed.values {
            try connection.execute(
                """
                INSERT INTO scale_value
                    (tenant_id, scale_id, text_key, text, hundredths, level, counts, sign, version)
                VALUES (\(tenant), \(id), \(MarkScale.key(value.text)), \(value.text), \(value.hundredths),
                    \(value.level), \(value.counts), \(value.sign.rawValue), 1)
                """
            )
        }
    }
}
