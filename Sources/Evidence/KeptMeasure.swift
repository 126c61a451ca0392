package import Frame
package import Kernel
package import Storage

/// A measure whose figures a source reported ready-made.
///
/// It sums what was reported over institutions and kinds; how terms join to a year, its ``Period`` says.
package struct KeptMeasure: Measure {
    package var standsStill: Bool { true }
    /// What a reported figure covers.
    package enum Period: Sendable {
        /// The whole year; it is the answer for a term as well: pupils on the first of September.
        case year
        /// A term or a year. Terms add up where nothing was reported for the year itself: lessons missed.
        case addedTerms
        /// A term or a year. Terms never add up to a year: pupils over a limit in a term.
        case separateTerms
    }

    package let name: String
    package let title: Text
    package let definition: Text
    package let unit: MeasureUnit
    /// What its figures cover.
    package let period: Period
    /// The kinds that are summed, or nil for all.
    package let kinds: [Int]?
    /// Whether the count is a count of people, so that it says itself how many people it rests on.
    package let countsPeople: Bool

    /// A measure of reported figures.
    package init(
        _ name: String,
        _ title: Text,
        definition: Text,
        unit: MeasureUnit,
        period: Period,
        kinds: [Int]? = nil,
        countsPeople: Bool = false
    ) {
        self.name = name
        self.title = title
        self.definition = definition
        self.unit = unit
        self.period = period
        self.kinds = kinds
        self.countsPeople = countsPeople
    }

    package var dimensions: Set<Dimension> { [.institution, .year, .term, .kind] }

    package func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        guard self.dimensions.isSuperset(of: dimensions) else {
            throw Refusal(
                .usage,
                Text(lv: "Rādītājam nav šāda griezuma.", en: "The measure cannot be laid out that way."),
                advice: Text(
                    lv: "Paziņotos rādītājus var skatīt pa iestādēm, semestriem un veidiem.",
                    en: "Reported figures can be laid out by institution, term and kind."
                )
            )
        }
        var sums: [MemberKey: KeptSum] = [:]
        for row in try rows(selection, tenant: tenant, connection) {
            sums[row.key(dimensions), default: KeptSum()].add(row)
        }
        return sums.mapValues { $0.tally(unit, countsPeople: countsPeople) }
    }

    package func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        try rows(selection, tenant: tenant, connection)
            .filter { row in members.allSatisfy { row.member($0.key) == $0.value } }
            .prefix(limit)
            .map { $0.evidence }
    }

    /// The rows that make up the figures of a selection, in the order of their key.
    private func rows(
        _ selection: Selection,
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [KeptRow] {
        // Nothing was reported of a part of an institution.
        guard Set(selection.members.keys).isSubset(of: [.institution, .term]) else { return [] }
        let kept: [KeptRow] = try connection.rows(
            """
            SELECT f.year, f.term, f.institution_id, f.kind, f.numerator, f.denominator, f.people, f.is_public,
                f.batch_id, f.source
            FROM kept_measure m
            JOIN kept_figure f ON f.tenant_id = m.tenant_id AND f.measure_id = m.id
            WHERE m.tenant_id = \(tenant) AND m.name = \(name) AND f.tenant_id = \(tenant)
                AND f.year = \(selection.year.start) AND \(condition(selection))
            ORDER BY f.institution_id, f.kind, f.term
            """
        )
        return period == .addedTerms && selection.term == nil ? KeptRow.withoutCoveredTerms(kept) : kept
    }

    private func condition(_ selection: Selection) -> SQL {
        var parts: [SQL] = []
        switch (period, selection.term) {
        case (.year, _), (.separateTerms, nil): parts.append("f.term = 0")
        case (.addedTerms, nil): break
        case (.addedTerms, let term?), (.separateTerms, let term?): parts.append("f.term = \(term)")
        }
        if let institution = selection.institution { parts.append("f.institution_id = \(institution)") }
        if let kinds { parts.append("f.kind IN (\(list: kinds))") }
        if !selection.reach.everything {
            parts.append("f.institution_id IN (\(list: selection.reach.institutions.sorted()))")
        }
        return parts.isEmpty ? "1 = 1" : SQL.joined(parts, by: " AND ")
    }
}
