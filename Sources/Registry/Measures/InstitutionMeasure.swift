package import Frame
package import Kernel
package import Storage

/// Institutions of the tenant that are open.
package struct InstitutionMeasure: Measure {
    package var standsStill: Bool { true }
    package let name = RegistryMeasures.institutions
    package let title = Text(lv: "Izglītības iestādes", en: "Institutions")
    package let definition = Text(
        lv:
            "Pašas pārvaldes iestādes, kuras līdz mācību gada sākumam nav slēgtas; salīdzināšanai pievienotās "
            + "iestādes neskaita.",
        en: "The board's own institutions that were not closed before the school year began; those kept for "
            + "comparison are not counted."
    )
    package let unit = MeasureUnit.count(.institutions)
    package let dimensions: Set<Dimension> = [.institution, .year]

    package func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { throw Refusal.noSuchLayout }
        let ids = try open(selection, tenant, connection)
        return ids.reduce(into: [:]) { tallies, id in
            let key = dimensions.map { $0 == .year ? selection.year.start : id }
            tallies[key, default: Tally(0, isPublic: true)].numerator += 1
        }
    }

    package func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let ids = try open(selection, tenant, connection).filter { members[.institution] ?? $0 == $0 }
        let names = RegistryNames(tenant: tenant, year: selection.year, connection)
        return ids.prefix(limit).map { id in
            EvidenceRow(counted: names.name(.institution, id), register: RegisterRowName(.institutions, [id]))
        }
    }

    private func open(
        _ selection: Selection,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Int] {
        guard Set(selection.members.keys).isSubset(of: [.institution, .term]) else { return [] }
        let ids = try connection.rows(
            """
            SELECT id FROM institution WHERE tenant_id = \(tenant) AND is_reference = 0
                AND \(SQL.isOpen(on: selection.year.first)) ORDER BY id
            """,
            InstitutionID.self
        )
        return ids.filter { id in
            (selection.institution == nil || selection.institution == id)
                && (selection.reach.everything || selection.reach.institutions.contains(id))
        }
        .map(\.rawValue)
    }
}
