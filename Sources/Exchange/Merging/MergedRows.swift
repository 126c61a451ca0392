import Frame
import Registry
import Storage

/// Reads and writes rows of one table that name a pupil.
struct MergedRows {
    let table: MergedTable
    let tenant: TenantID
    let connection: Connection

    private var name: SQL { get throws { try SQL.name(table.name) } }

    /// The rows of a pupil in the order of the key.
    func of(_ pupil: PupilID) throws -> [[Value]] {
        var only: SQL = ""
        if table.name == RegisterTable.sourcedIDs.name.text {
            only = " AND kind = \(SourcedKind.pupil.rawValue)"
        }
        return try read(
            """
            tenant_id = \(tenant) AND \(try SQL.name(table.column)) = \(pupil)\(only)
            ORDER BY \(try names(table.key))
            """
        )
    }

    /// The row with the key of another; nil where there is none.
    func row(like row: [Value]) throws -> [Value]? { try read(same(row)).first }

    private func read(_ condition: SQL) throws -> [[Value]] {
        var rows: [[Value]] = []
        // General: the table is any that names a pupil, the condition whatever its callers hand in.
        try connection.each("SELECT \(names(table.columns)) FROM \(name) WHERE \(condition)") { row in
            rows.append(try table.columns.map { _ in try row.next(Value.self) })
        }
        return rows
    }

    /// Writes a row that is not there.
    func insert(_ row: [Value]) throws {
        try connection.execute(
            """
            INSERT INTO \(name) (tenant_id, \(names(table.columns))) VALUES (\(tenant), \(list: row))
            """
        )
    }

    /// Removes a row by its key.
    func delete(_ row: [Value]) throws {
        try connection.execute("DELETE FROM \(name) WHERE \(same(row))")
    }

    /// Gives the row with a key to another pupil, where one pupil has it; says whether it was there.
    @discardableResult
    func give(_ row: [Value], from old: PupilID, to new: PupilID) throws -> Bool {
        let column = try SQL.name(table.column)
        return try connection.execute(
            "UPDATE \(name) SET \(column) = \(new) WHERE \(same(row)) AND \(column) = \(old)"
        ) > 0
    }

    /// The row with another key; what is sealed for its place is sealed anew for the new one.
    func row(_ row: [Value], with key: [String: Value]) throws -> [Value] {
        var new = row
        for (column, value) in key { if let place = table.place(column) { new[place] = value } }
        for column in table.sealed {
            guard let place = table.place(column), case .blob(let sealed) = row[place] else { continue }
            let plain = try connection.sealer.open(
                sealed,
                tenant: tenant.rawValue,
                bound: self.place(column, row)
            )
            let bound = try self.place(column, new)
            new[place] = .blob(try connection.sealer.seal(plain, tenant: tenant.rawValue, bound: bound))
        }
        return new
    }

    /// The values of a row's key by their columns.
    func key(_ row: [Value]) -> [String: Value] {
        Dictionary(table.key.map { ($0, table.value($0, row)) }) { first, _ in first }
    }

    private func place(_ column: String, _ row: [Value]) throws -> SealedPlace {
        let key = table.key.map { String(table.number($0, row)) }
        let text = ([String(tenant.rawValue)] + key).joined(separator: "/")
        return SealedPlace(table: table.name, column: column, row: text)
    }

    private func same(_ row: [Value]) throws -> SQL {
        let parts = try table.key.map { column -> SQL in
            "\(try SQL.name(column)) = \(table.value(column, row))"
        }
        return "tenant_id = \(tenant) AND \(SQL.joined(parts, by: " AND "))"
    }

    private func names(_ columns: [String]) throws -> SQL {
        SQL.joined(try columns.map { try SQL.name($0) }, by: ", ")
    }
}
