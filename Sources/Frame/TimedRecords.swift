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
    /// Their tombstones, each with the day on which keeping ended.
    static var tombstones: Tombstones { get }
    /// The tables that it takes rows or words from.
    static var tables: [String] { get }
    /// A query of pupils with records whose time begins on a day or later, where these are evidence of what was done for
    /// them; nil where no record of the kind holds a pupil's other data back.
    static func holding(since first: Day, _ tenant: TenantID) -> SQL?
    /// A query of pupils with records that are worked on; nil where the kind has none.
    static func unfinished(_ tenant: TenantID) -> SQL?
    /// Takes away records whose time is over; gives their numbers.
    static func end(_ end: KeepingEnd) throws -> [Int]
}

extension TimedRecords {
    /// None.
    package static func holding(since first: Day, _ tenant: TenantID) -> SQL? { nil }

    /// None.
    package static func unfinished(_ tenant: TenantID) -> SQL? { nil }

    /// Writes down that records ended, by their own numbers; gives these.
    ///
    /// For records whose number leads to nobody once they are gone.
    package static func bury(numbers: [Int], _ end: KeepingEnd) throws -> [Int] {
        try tombstones.add(numbers, end)
        return numbers
    }

    /// Writes down that so many records ended, by numbers that tell of nobody; gives these.
    ///
    /// For records whose own number would lead to a person.
    package static func bury(_ count: Int, _ end: KeepingEnd) throws -> [Int] {
        guard count > 0 else { return [] }
        let numbers = try end.connection.takeIds(
            tenant: end.tenant.rawValue,
            kind: tombstones.table.text,
            count: count
        )
        return try bury(numbers: Array(numbers), end)
    }

    /// How many ended on each of the latest days on which any did.
    package static func ended(
        lastDays count: Int,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [(day: Day, count: Int)] {
        try tombstones.counts(lastDays: count, tenant, connection)
    }
}
