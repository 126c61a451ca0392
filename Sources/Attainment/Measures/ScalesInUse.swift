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
        let used = try connection.rows(
            """
            SELECT scale_id, sum(n) FROM mark_scale_use
            WHERE tenant_id = \(tenant) AND year = \(year.start) AND kind IN (\(list: PeriodMeasure.kinds))
                AND (n > 0 OR entries > 0)
            GROUP BY scale_id ORDER BY scale_id
            """,
            Int.self,
            Int.self
        )
        guard used.count > 1 else {
            ids = used.map(\.0)
            return
        }
        let ten = try MarkScales.load(tenant, connection).coded(MarkScales.ten)?.id
        let main = used.first { $0.0 == ten } ?? used.first { $0.1 > 0 } ?? used.first
        ids = [main].compactMap { $0?.0 } + used.map(\.0).filter { $0 != main?.0 }
    }
}
