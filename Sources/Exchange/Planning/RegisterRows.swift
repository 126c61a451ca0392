import Frame
import Storage

/// A row of a register as the table holds it.
struct PresentRow {
    let key: [Int]
    /// All columns in the table's order, sealed ones as stored.
    let values: [Value]
    let version: Int
}

/// Reads rows of a register by their keys.
struct RegisterRows {
    let table: RegisterTable
    let tenant: TenantID

    /// The rows that there are, by key.
    func present(_ keys: [[Int]], _ connection: Connection) throws -> [[Int]: PresentRow] {
        guard !keys.isEmpty, let first = table.key.first else { return [:] }
        let wanted = Set(keys)
        let heads = Set(keys.compactMap(\.first)).sorted()
        var out: [[Int]: PresentRow] = [:]
        let columns = SQL.joined((table.key + table.columns).map(\.sql), by: ", ")
        try connection.each(
            """
            SELECT \(columns), version FROM \(table.name.sql)
            WHERE tenant_id = \(tenant) AND \(first.sql) IN (\(list: heads))
            """
        ) { row in
            let key = try table.key.map { _ in try row.next(Int.self) }
            guard wanted.contains(key) else { return }
            let values = try table.columns.map { _ in try row.next(Value.self) }
            out[key] = PresentRow(key: key, values: values, version: try row.next(Int.self))
        }
        return out
    }

    /// The row with a key.
    func same(_ key: [Int]) -> SQL {
        let parts = zip(table.key, key).map { name, value -> SQL in "\(name.sql) = \(value)" }
        return "tenant_id = \(tenant) AND \(SQL.joined(parts, by: " AND "))"
    }

    /// Where the sealed value of a column stands.
    func place(_ column: Name, _ key: [Int]) -> SealedPlace {
        let row = ([tenant.rawValue] + key).map(String.init).joined(separator: "/")
        return SealedPlace(table: table.name.text, column: column.text, row: row)
    }
}
