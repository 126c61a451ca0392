package import Evidence
package import Frame
package import Kernel
package import Storage

/// A measure of term and year marks: with a term it takes the marks of the term, without one those of the year.
///
/// The two are never joined: a year mark is not the mean of its terms, and a pupil would count twice. Neither are
/// marks of two scales: without a layout by scale it takes the marks of the year's main one, see ``ScalesInUse``.
package struct PeriodMeasure: DisclosedMeasure {
    package var standsStill: Bool { true }
    package var factTables: Set<String> { [FactTable.marks.name.text] }
    private let cells: CubeMeasure
    package let disclosure: DisclosureRule

    /// A measure over the cells of marks.
    ///
    /// `part` tells what one mark adds to the numerator and the denominator; marks that add to neither are not
    /// among the rows behind a figure. `counted` is the measure of what it is divided by, whose pattern serves it
    /// too: its numbers are sums of the same cells, and hidden together they give nothing away of each other.
    init(
        _ name: String,
        _ title: Text,
        definition: Text,
        unit: MeasureUnit,
        numerator: Name,
        denominator: Name? = nil,
        counted: String? = nil,
        part: @escaping @Sendable (MarkRow) -> (Int, Int)
    ) {
        disclosure = DisclosureRule(base: counted ?? name, along: PeriodMeasure.directions)
        cells = CubeMeasure(
            name,
            title,
            definition: definition,
            unit: unit,
            cubes: [.markGroup, .markClass, .markPupil],
            numerator: numerator,
            denominator: denominator,
            kinds: PeriodMeasure.kinds,
            rows: { selection, members, tenant, connection, limit in
                try MarkEvidence(selection, members, kinds: PeriodMeasure.kinds)
                    .rows(part, tenant: tenant, connection, limit: limit)
            }
        )
    }

    static let kinds = [MarkKind.term.rawValue, MarkKind.year.rawValue]

    /// The directions that figures are shown along outside the circle of those who see the pupils; a period has marks
    /// of one kind only.
    private static let directions: Set<Dimension> = [.institution, .classGroup, .grade, .subject, .term]

    package var name: String { cells.name }
    package var title: Text { cells.title }
    package var definition: Text { cells.definition }
    package var unit: MeasureUnit { cells.unit }
    package var dimensions: Set<Dimension> { cells.dimensions }

    package func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        let period = period(selection, isLaidOut: dimensions.contains(.term))
        guard !dimensions.contains(.scale) else {
            return try cells.vector(period, over: dimensions, tenant: tenant, connection)
        }
        let scale = try ScalesInUse(selection.year, tenant, connection).main
        let all = try cells.vector(period, over: dimensions + [.scale], tenant: tenant, connection)
        return all.reduce(into: [:]) { tallies, element in
            guard element.key.last == scale else { return }
            tallies[Array(element.key.dropLast())] = element.value
        }
    }

    package func sums(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection,
        _ take: (_ key: MemberKey, _ numerator: Int, _ denominator: Int) throws -> Void
    ) throws {
        let period = period(selection, isLaidOut: dimensions.contains(.term))
        guard !dimensions.contains(.scale) else {
            return try cells.sums(period, over: dimensions, tenant: tenant, connection, take)
        }
        let main = try ScalesInUse(selection.year, tenant, connection).main
        var own = dimensions.map { _ in 0 }
        try cells.sums(period, over: dimensions + [.scale], tenant: tenant, connection) { key, top, below in
            guard key.last == main else { return }
            for index in own.indices { own[index] = key[index] }
            try take(own, top, below)
        }
    }

    package func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let period = period(selection, isLaidOut: members[.term] != nil)
        var members = members
        if members[.scale] == nil {
            members[.scale] = try ScalesInUse(selection.year, tenant, connection).main
        }
        return try cells.evidence(period, members: members, tenant: tenant, connection, limit: limit)
    }

    /// Year marks stand under term 0, so that a layout by term holds them beside those of the terms.
    private func period(_ selection: Selection, isLaidOut: Bool) -> Selection {
        var period = selection
        if !isLaidOut { period.term = selection.term ?? 0 }
        return period
    }
}
