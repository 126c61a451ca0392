internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The scales that the term and year marks of a school year are on.
///
/// The first is the main one: figures are of its marks where nobody names a scale. It is the ten-point scale where
/// any mark is on it, else the first scale with a mark that has a number. It depends on nothing but the year and
/// its data, so that figures beside each other are always of one scale.
struct ScalesInUse {
    /// The ids of the scales, the main one first.
    let ids: [Int]

    /// The main scale; 0 where the year has no marks.
    var main: Int { ids.first ?? 0 }

    init(_ year: SchoolYear, _ tenant: TenantID, _ connection: Connection) throws {
        var found: [Int] = []
        while let next = try ScalesInUse.next(after: found.last ?? -1, year.start, tenant, connection) {
            found.append(next)
        }
        ids = try ScalesInUse.ordered(found, year.start, tenant, connection)
    }

    /// One seek in the index for each scale, whatever the number of cells.
    private static func next(
        after scale: Int,
        _ year: Int,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> Int? {
        try connection.value(
            """
            SELECT scale_id FROM mark_group
            WHERE tenant_id = \(tenant) AND year = \(year) AND scale_id > \(scale)
            ORDER BY tenant_id, year, scale_id LIMIT 1
            """,
            Int.self
        )
    }

    private static func ordered(
        _ found: [Int],
        _ year: Int,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Int] {
        var used: [(id: Int, hasNumbers: Bool)] = []
        for id in found {
            let numbers = try marks(id, "n > 0", year, tenant, connection)
            let isUsed = try numbers || marks(id, "entries > 0", year, tenant, connection)
            if isUsed { used.append((id, numbers)) }
        }
        guard used.count > 1 else { return used.map(\.id) }
        let ten = try MarkScales.load(tenant, connection).coded(MarkScales.ten)?.id
        let main = used.first { $0.id == ten } ?? used.first(where: \.hasNumbers) ?? used.first
        return [main].compactMap { $0?.id } + used.map(\.id).filter { $0 != main?.id }
    }

    private static func marks(
        _ scale: Int,
        _ condition: SQL,
        _ year: Int,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> Bool {
        try connection.value(
            """
            SELECT 1 FROM mark_group
            WHERE tenant_id = \(tenant) AND year = \(year) AND scale_id = \(scale)
                AND kind IN (\(list: PeriodMeasure.kinds)) AND \(condition) LIMIT 1
            """,
            Int.self
        ) != nil
    }
}
