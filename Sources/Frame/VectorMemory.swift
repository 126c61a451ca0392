package import Storage

/// Remembers the vectors of measures while the data of a tenant stand still.
///
/// Implemented by `Evidence`.
package protocol VectorMemory: Sendable {
    /// The vector of a measure, as the measure itself would give it.
    func vector(
        _ measure: any Measure,
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally]
}

/// What stands in where nothing is remembered.
package struct NoMemory: VectorMemory {
    /// A memory that asks the measure each time.
    package init() {}

    package func vector(
        _ measure: any Measure,
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        try measure.vector(selection, over: dimensions, tenant: tenant, connection)
    }
}

extension MeasureBook {
    /// The vector of a measure, remembered where it stands still.
    package func vector(
        _ measure: any Measure,
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        try memory.vector(measure, selection, over: dimensions, tenant: tenant, connection)
    }
}
