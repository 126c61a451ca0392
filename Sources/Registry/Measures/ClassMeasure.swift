package import Frame
package import Kernel
package import Storage

/// Classes of a school year in the board's own institutions.
package struct ClassMeasure: Measure {
    package var standsStill: Bool { true }
    package let name = RegistryMeasures.classes
    package let title = Text(lv: "Klases", en: "Classes")
    package let definition = Text(
        lv: """
            Mācību gada klases pašas pārvaldes iestādēs, kuras līdz mācību gada sākumam nav slēgtas; salīdzināšanai \
            pievienoto iestāžu klases neskaita.
            """,
        en: """
            Classes of the school year in the board's own institutions that were not closed before it began; those of \
            institutions kept for comparison are not counted.
            """
    )
    package let unit = MeasureUnit.count(.classes)
    package let dimensions: Set<Dimension> = [.institution, .year]

    /// Every institution within reach has a number, be it zero.
    package func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else { throw Refusal.noSuchLayout }
        guard isKnown(selection) else { return [:] }
        let rows = try connection.rows(
            """
            SELECT i.id, count(c.id) FROM institution i
            LEFT JOIN class_group c ON c.tenant_id = i.tenant_id AND c.institution_id = i.id
                AND c.year = \(selection.year.start)
            WHERE i.tenant_id = \(tenant) AND \(open(selection)) GROUP BY i.id ORDER BY i.id
            """,
            Int.self,
            Int.self
        )
        return rows.reduce(into: [:]) { tallies, row in
            let key = dimensions.map { $0 == .year ? selection.year.start : row.0 }
            tallies[key, default: Tally(0, isPublic: true)].numerator += row.1
        }
    }

    package func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        guard isKnown(selection) else { return [] }
        let one: SQL = members[.institution].map { "i.id = \($0)" } ?? "1 = 1"
        let ids = try connection.rows(
            """
            SELECT c.id FROM institution i
            JOIN class_group c ON c.tenant_id = i.tenant_id AND c.institution_id = i.id
                AND c.year = \(selection.year.start)
            WHERE i.tenant_id = \(tenant) AND \(open(selection)) AND \(one) ORDER BY i.id, c.id LIMIT \(limit)
            """,
            Int.self
        )
        let names = RegistryNames(tenant: tenant, year: selection.year, connection)
        return ids.map { id in
            EvidenceRow(counted: names.name(.classGroup, id), register: RegisterRowName(.classGroups, [id]))
        }
    }

    /// Of a part of an institution, such as a subject, nothing is known.
    private func isKnown(_ selection: Selection) -> Bool {
        Set(selection.members.keys).isSubset(of: [.institution, .term])
    }

    /// The board's own institutions of a selection that were open in the year.
    private func open(_ selection: Selection) -> SQL {
        let reach = selection.reach
        let seen: SQL = reach.everything ? "1 = 1" : "i.id IN (\(list: reach.institutions.sorted()))"
        let one: SQL = selection.institution.map { "i.id = \($0)" } ?? "1 = 1"
        return """
            i.is_reference = 0 AND \(SQL.isOpen(on: selection.year.first)) AND \(seen) AND \(one)
            """
    }
}
