/// Somebody else changed a row after it was read: an update that names the version it rests on touched no row.
public struct Conflict: Error, Sendable, Hashable {
    /// The table.
    public let table: String
    /// The id of the row within its tenant.
    public let id: Int

    /// A conflict about one row.
    public init(table: String, id: Int) {
        self.table = table
        self.id = id
    }
}

extension Connection {
    /// Runs an update that names the version it rests on; throws ``Conflict`` where it touches no row.
    ///
    /// ```swift
    /// try connection.update("goal", id: 7, "UPDATE goal SET … , version = version + 1 WHERE … AND version = \(read)")
    /// ```
    public func update(_ table: String, id: Int, _ sql: SQL) throws {
        guard try execute(sql) > 0 else { throw Conflict(table: table, id: id) }
    }
}
