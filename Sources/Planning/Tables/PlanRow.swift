internal import Frame
internal import Kernel
internal import Storage

/// A stored part of a programme: its key and columns in the order of its table, and the version of its row.
///
/// One definition serves reading, staging of imports and changes by hand, so that they cannot drift apart.
protocol PlanRow: Readable {
    /// Its table.
    static var table: RegisterTable { get }
    /// Its key after the tenant.
    var key: [Int] { get }
    /// Its other columns in the order of the table.
    var values: [Value] { get }
    /// The version of its row; 0 where it is not stored yet.
    var version: Int { get set }
}

extension PlanRow {
    private static var keys: SQL { SQL.joined(table.key.map(\.sql), by: ", ") }
    private static var columns: SQL {
        SQL.joined(["tenant_id"] + (table.key + table.columns).map(\.sql) + ["version"], by: ", ")
    }

    /// The rows of a tenant that meet a condition, by their key.
    static func rows(_ condition: SQL, _ tenant: TenantID, _ connection: Connection) throws -> [Self] {
        let read = SQL.joined((table.key + table.columns).map(\.sql) + ["version"], by: ", ")
        return try connection.rows(
            """
            SELECT \(read) FROM \(table.name.sql) WHERE tenant_id = \(tenant) AND \(condition)
            ORDER BY \(keys)
            """
        )
    }

    /// Writes a new row; one that comes again after it was taken out goes on counting its versions.
    func insert(_ tenant: TenantID, _ connection: Connection, version: Int = 1) throws {
        let bound = [tenant.sqlValue] + key.map(\.sqlValue) + values + [version.sqlValue]
        // General: the table is any part of a programme, and all its columns are joined.
        try connection.execute(
            "INSERT INTO \(Self.table.name.sql) (\(Self.columns)) VALUES (\(list: bound))"
        )
    }

    /// Writes over the row that was read at this version; throws `Conflict` where somebody else was first.
    func update(_ tenant: TenantID, _ connection: Connection) throws {
        let sets = zip(Self.table.columns, values).map { name, value -> SQL in "\(name.sql) = \(value)" }
        try connection.update(
            Self.table.name.text,
            id: key.first ?? 0,
            """
            UPDATE \(Self.table.name.sql) SET \(SQL.joined(sets, by: ", ")), version = version + 1
            WHERE tenant_id = \(tenant) AND \(same) AND version = \(version)
            """
        )
    }

    /// Takes out the row that was read at this version; throws `Conflict` where somebody else was first.
    func delete(_ tenant: TenantID, _ connection: Connection) throws {
        try connection.update(
            Self.table.name.text,
            id: key.first ?? 0,
            """
            DELETE FROM \(Self.table.name.sql)
            WHERE tenant_id = \(tenant) AND \(same) AND version = \(version)
            """
        )
    }

    /// Writes the row, new or not.
    func save(_ tenant: TenantID, _ connection: Connection) throws {
        if version == 0 { try insert(tenant, connection) } else { try update(tenant, connection) }
    }

    /// Gives the whole row to an import.
    func stage(_ staging: any Staging, at place: SourcePlace) throws {
        try staging.register(Self.table, key: key, Array(zip(Self.table.columns, values)), at: place)
    }

    private var same: SQL {
        SQL.joined(
            zip(Self.table.key, key).map { name, value -> SQL in "\(name.sql) = \(value)" },
            by: " AND "
        )
    }
}

extension Row {
    /// A day that is stored as 0 where there is none.
    mutating func day() throws -> Day? {
        let number = try next(Int.self)
        return number == 0 ? nil : Day(number: number)
    }

    /// A number that is stored as −1 where it is not known.
    mutating func known() throws -> Int? {
        let number = try next(Int.self)
        return number < 0 ? nil : number
    }
}

extension Day? {
    /// The day as it is stored: 0 for none.
    var stored: Value { (self?.number ?? 0).sqlValue }
}

extension Int? {
    /// The number as it is stored: −1 for not known.
    var stored: Value { (self ?? -1).sqlValue }
}
