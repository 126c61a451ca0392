package import Kernel
package import Storage

/// Records of a kind with a time of keeping of their own: minutes, requests; a room names its kinds in ``Room/keeping``.
///
/// The board sets the time for the class that their tables name. Of each record that ended a tombstone stays: its number,
/// the day, and what is counted over years.
package protocol TimedRecords: Sendable {
    /// The class of keeping that their tables name: `minutes`.
    static var retention: String { get }
    /// What they are called where those that ended are counted.
    static var words: FactWords { get }
    /// The table of their tombstones, each with the day on which keeping ended.
    static var tombstones: String { get }
    /// The tables that it takes rows or words from.
    static var tables: [String] { get }
    /// A query of pupils with records whose time begins on a day or later, where these are evidence of what was done for
    /// them; nil where no record of the kind holds a pupil's other data back.
    static func holding(since first: Day, _ tenant: TenantID) -> SQL?
    /// A query of pupils with records that are worked on; nil where the kind has none.
    static func unfinished(_ tenant: TenantID) -> SQL?
    /// Takes away records whose time began before a day, the oldest first, so many at most; gives their numbers.
    ///
    /// `sparing` is a query of pupils: what tells of them stays meanwhile.
    static func end(
        before last: Day,
        sparing pupils: SQL,
        most: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Int]
}

extension TimedRecords {
    /// None.
    package static func holding(since first: Day, _ tenant: TenantID) -> SQL? { nil }

    /// None.
    package static func unfinished(_ tenant: TenantID) -> SQL? { nil }

    /// Writes down that so many records ended, by numbers that tell of nobody; gives these.
    ///
    /// For records whose own number would lead to a person: their tombstones are rows of `id` and `day` alone.
    package static func bury(
        _ count: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Int] {
        guard count > 0 else { return [] }
        let numbers = try connection.takeIds(
            tenant: desk.tenant.rawValue,
            kind: tombstones,
            count: count
        )
        for number in numbers {
            try connection.execute(
                """
                INSERT INTO \(try SQL.name(tombstones)) (tenant_id, id, day)
                VALUES (\(desk.tenant), \(number), \(desk.today))
                """
            )
        }
        return Array(numbers)
    }

    /// How many ended on each of the latest days on which any did.
    package static func ended(
        lastDays count: Int,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [(day: Day, count: Int)] {
        try connection.rows(
            """
            SELECT day, count(*) FROM \(try SQL.name(tombstones)) WHERE tenant_id = \(tenant)
            GROUP BY day ORDER BY day DESC LIMIT \(count)
            """,
            Day.self,
            Int.self
        )
        .map { (day: $0.0, count: $0.1) }
    }
}
