import Frame
import Storage

/// A table of integers clustered by its key, as the merges see it: facts and cells alike.
struct IntegerTable: Sendable {
    /// The table's name.
    let name: Name
    /// The columns of its key after `tenant_id`.
    let key: [Name]
    /// All its other columns.
    let values: [Name]

    init(_ table: FactTable) {
        name = table.name
        key = table.key
        values = table.values + ["batch_id", "source"]
    }

    init(_ cube: Cube) {
        name = cube.name
        key = cube.dimensions.map(\.column)
        values = cube.values
    }

    /// Integers in a row without the tenant.
    var width: Int { key.count + values.count }

    /// The columns of a row with the tenant before them, for a bulk load.
    var loadColumns: [String] { ["tenant_id"] + (key + values).map(\.text) }

    /// Rows in the order of the key, after one key and up to another, at most so many.
    func select(_ tenant: TenantID, _ range: KeyRange, limit: Int, where condition: SQL? = nil) -> SQL {
        let columns = SQL.joined((key + values).map(\.sql), by: ", ")
        let extra: SQL = condition.map { " AND \($0)" } ?? ""
        return """
            SELECT \(columns) FROM \(name.sql)
            WHERE tenant_id = \(tenant)\(range.condition(keyColumns))\(extra)
            ORDER BY \(keyColumns) LIMIT \(limit)
            """
    }

    /// Replaces the values of the row with a key.
    func update(_ tenant: TenantID, _ row: [Int64]) -> SQL {
        let changes = zip(values, row.dropFirst(key.count)).map { name, value -> SQL in
            "\(name.sql) = \(value)"
        }
        return "UPDATE \(name.sql) SET \(SQL.joined(changes, by: ", ")) WHERE \(same(tenant, row))"
    }

    /// Removes the row with a key.
    func delete(_ tenant: TenantID, _ row: [Int64]) -> SQL {
        "DELETE FROM \(name.sql) WHERE \(same(tenant, row))"
    }

    /// The row with a key.
    func one(_ tenant: TenantID, _ row: [Int64]) -> SQL {
        let columns = SQL.joined((key + values).map(\.sql), by: ", ")
        return "SELECT \(columns) FROM \(name.sql) WHERE \(same(tenant, row))"
    }

    /// Loads whole rows in the order of the key.
    func load(_ rows: FlatRows, _ tenant: TenantID, _ connection: Connection) throws {
        let numbers = UnsafeBufferPointer(start: UnsafePointer(rows.base), count: rows.count * width)
        try withExtendedLifetime(rows) {
            try connection.load(name.text, loadColumns, first: Int64(tenant.rawValue), numbers)
        }
    }

    private var keyColumns: SQL { SQL.joined(key.map(\.sql), by: ", ") }

    private func same(_ tenant: TenantID, _ row: [Int64]) -> SQL {
        let parts = zip(key, row).map { name, value -> SQL in "\(name.sql) = \(value)" }
        return "tenant_id = \(tenant) AND \(SQL.joined(parts, by: " AND "))"
    }
}

/// A stretch of a table's key: behind one key or from it on, up to another and with it.
struct KeyRange {
    /// The key before the first row, or the key of the first.
    var lower: [Int64]?
    /// Whether the row of `lower` belongs to it.
    var includesLower = false
    /// The key of the last row.
    var upper: [Int64]?

    /// The condition after the tenant's.
    func condition(_ columns: SQL) -> SQL {
        var out: SQL = ""
        if let lower {
            let sign: SQL = includesLower ? ">=" : ">"
            out = " AND (\(columns)) \(sign) (\(list: lower))"
        }
        if let upper { out = "\(out) AND (\(columns)) <= (\(list: upper))" }
        return out
    }
}
