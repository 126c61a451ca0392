import Frame
import Storage

/// Finds rows that refer to rows of a register: by the columns that the register says name its ids.
struct References {
    let house: HouseBook
    let tenant: TenantID
    let connection: Connection

    /// A column of a table that refers to a register.
    struct Link {
        let table: Name
        let column: Name
        /// Whether the column leads the table's key, so that it can be looked up.
        let leads: Bool
    }

    /// All columns that refer to a register.
    func links(to register: RegisterTable) -> [Link] {
        var out: [Link] = []
        for table in house.registers where table.name != register.name {
            out += (table.key + table.columns).filter { register.isNamed(by: $0, in: table.name) }
                .map { Link(table: table.name, column: $0, leads: $0 == table.key.first) }
        }
        for table in house.facts {
            out += (table.key + table.values).filter { register.isNamed(by: $0, in: table.name) }
                .map { Link(table: table.name, column: $0, leads: $0 == table.key.first) }
        }
        return out
    }

    /// Ids that a column refers to, out of some.
    func referred(_ link: Link, of ids: Set<Int>) throws -> Set<Int> {
        guard link.leads, ids.count <= 5_000 else {
            var out: Set<Int> = []
            try each(link) { if ids.contains($0) { out.insert($0) } }
            return out
        }
        var out: Set<Int> = []
        let sorted = ids.sorted()
        for start in stride(from: 0, to: sorted.count, by: 400) {
            let part = Array(sorted[start..<min(sorted.count, start + 400)])
            let found = try connection.rows(
                """
                SELECT DISTINCT \(link.column.sql) FROM \(link.table.sql)
                WHERE tenant_id = \(tenant) AND \(link.column.sql) IN (\(list: part))
                """,
                Int.self
            )
            out.formUnion(found)
        }
        return out
    }

    /// Shows every id that a column refers to; 0 and NULL refer to nothing.
    func each(_ link: Link, _ body: (Int) throws -> Void) throws {
        try connection.each(
            """
            SELECT DISTINCT \(link.column.sql) FROM \(link.table.sql)
            WHERE tenant_id = \(tenant) AND \(link.column.sql) <> 0
            """
        ) { try body(try $0.next(Int.self)) }
    }
}
