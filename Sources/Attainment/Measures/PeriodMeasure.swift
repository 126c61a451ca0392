package import Frame
package import Kernel
package import Storage

/// A measure of term and year marks: with a term it takes the marks of the term, without one those of the year.
///
/// The two are never joined: a year mark is not the mean of its terms, and a pupil would count twice.
package struct PeriodMeasure: Measure {
    private let cells: CubeMeasure

    /// A measure over the cells of marks.
    ///
    /// `part` tells what one mark adds to the numerator and the denominator; marks that add to neither are not
    /// among the rows behind a figure.
    init(
        _ name: String,
        _ title: Text,
        definition: Text,
        unit: MeasureUnit,
        numerator: Name,
        denominator: Name? = nil,
        part: @escaping @Sendable (MarkRow) -> (Int, Int)
    ) {
        cells = CubeMeasure(
            name,
            title,
            definition: definition,
            unit: unit,
            cubes: [.markGroup, .markPupil],
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
        return try cells.vector(period, over: dimensions, tenant: tenant, connection)
    }

    package func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] {
        let period = period(selection, isLaidOut: members[.term] != nil)
        return try cells.evidence(period, members: members, tenant: tenant, connection, limit: limit)
    }

    /// Year marks stand under term 0, so that a layout by term holds them beside those of the terms.
    private func period(_ selection: Selection, isLaidOut: Bool) -> Selection {
        var period = selection
        if !isLaidOut { period.term = selection.term ?? 0 }
        return period
    }
}
