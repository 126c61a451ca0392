import Storage

/// How the cells of a cube become those of a coarser one: fewer dimensions, the same values.
package struct Rollup: Sendable {
    private let columns: [Int]
    private let values: Range<Int>

    /// The way from a cube to one of its rollups.
    package init(of fine: Cube, to coarse: Cube) {
        columns = coarse.dimensions.compactMap { fine.dimensions.firstIndex(of: $0) }
        values = fine.dimensions.count..<fine.dimensions.count + fine.values.count
    }

    /// Adds a cell of the finer cube to the sums of the coarser one.
    package func add(_ cell: UnsafePointer<Int64>, to coarse: CellAccumulator) {
        for (index, column) in columns.enumerated() { coarse.key(index, Int(cell[column])) }
        for (index, column) in values.enumerated() { coarse.value(index, Int(cell[column])) }
        coarse.add()
    }
}

extension Cube {
    func upsert(tenant: TenantID, cell: [Int64]) -> SQL {
        let columns = SQL.joined(dimensions.map(\.column.sql) + values.map(\.sql), by: ", ")
        let keys = SQL.joined(dimensions.map(\.column.sql), by: ", ")
        let sums = SQL.joined(
            values.map { "\($0.sql) = \(name.sql).\($0.sql) + excluded.\($0.sql)" },
            by: ", "
        )
        return """
            INSERT INTO \(name.sql) (tenant_id, \(columns)) VALUES (\(tenant), \(list: cell))
            ON CONFLICT (tenant_id, \(keys)) DO UPDATE SET \(sums)
            """
    }

    func removal(tenant: TenantID, key: [Int64]) -> SQL {
        let same = zip(dimensions, key).map { dimension, member -> SQL in
            "\(dimension.column.sql) = \(member)"
        }
        let zero = values.map { value -> SQL in "\(value.sql) = 0" }
        return """
            DELETE FROM \(name.sql) WHERE tenant_id = \(tenant)
            AND \(SQL.joined(same, by: " AND ")) AND \(SQL.joined(zero, by: " AND "))
            """
    }
}
