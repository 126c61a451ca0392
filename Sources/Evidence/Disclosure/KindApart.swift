internal import Frame
internal import Kernel
internal import Storage

/// One of two kinds whose sum is known of every pupil, as small as the smaller of both.
///
/// Where few or none have the other kind, the sum of each pupil is the one kind: numbers of many would tell of each.
struct KindApart: Measure {
    let one: any Measure
    let other: any Measure

    var name: String { one.name }
    var title: Text { one.title }
    var definition: Text { one.definition }
    var unit: MeasureUnit { one.unit }
    var dimensions: Set<Dimension> { one.dimensions }

    func vector(
        _ selection: Selection,
        over dimensions: [Dimension],
        tenant: TenantID,
        _ connection: Connection
    ) throws -> [MemberKey: Tally] {
        let others = try other.vector(selection, over: dimensions, tenant: tenant, connection)
        var tallies = try one.vector(selection, over: dimensions, tenant: tenant, connection)
        for (key, tally) in tallies where tally.numerator > 0 {
            tallies[key]?.people = max(1, min(tally.people ?? 0, others[key]?.people ?? 0))
        }
        return tallies
    }

    /// Nobody asks what it rests on.
    func evidence(
        _ selection: Selection,
        members: [Dimension: Int],
        tenant: TenantID,
        _ connection: Connection,
        limit: Int
    ) throws -> [EvidenceRow] { [] }
}
