package import Frame
package import Kernel
package import Storage

/// A staging that keeps what a format gives, so that a test can look at it, and can write it to a database.
package final class CollectingStaging: Staging {
    /// A row of a register, all lines about it joined.
    package struct RegisterRow {
        /// The table.
        package let table: RegisterTable
        /// Its key.
        package let key: [Int]
        /// The columns that lines gave.
        package var columns: [String: Value]
    }

    /// A fact: its columns without batch and source.
    package struct Fact {
        /// The table.
        package let table: FactTable
        /// The columns.
        package let columns: [Int]
        /// Where it stood.
        package let place: SourcePlace
    }

    /// Facts in the order of the file.
    package private(set) var facts: [Fact] = []
    /// Rows of registers in the order of their first lines.
    package private(set) var rows: [RegisterRow] = []
    /// Lines that cannot be read.
    package private(set) var rejected: [(problem: Problem, place: SourcePlace)] = []
    /// Names that were not found.
    package private(set) var unmatched: [(problem: Problem, place: SourcePlace)] = []
    /// What a person has to look at.
    package private(set) var doubted: [(problem: Problem, place: SourcePlace)] = []
    private var rowAt: [String: Int] = [:]
    private var nextID: [String: Int] = [:]
    private let firstID: Int

    /// An empty staging; new ids of each kind begin at a number, so that a second run does not repeat the first's.
    package init(firstID: Int = 1) {
        self.firstID = firstID
    }

    package func fact(_ table: FactTable, _ columns: [Int], at place: SourcePlace) throws {
        facts.append(Fact(table: table, columns: columns, place: place))
    }

    package func register(
        _ table: RegisterTable,
        key: [Int],
        _ columns: [(Name, Value)],
        at place: SourcePlace
    ) throws {
        let id = "\(table.name.text)/\(key)"
        let given = Dictionary(columns.map { ($0.0.text, $0.1) }) { _, last in last }
        if let index = rowAt[id] {
            rows[index].columns.merge(given) { _, last in last }
        } else {
            rowAt[id] = rows.count
            rows.append(RegisterRow(table: table, key: key, columns: given))
        }
    }

    package func seal(_ plain: String, _ table: RegisterTable, column: Name, key: [Int]) throws -> Value {
        .text(plain)
    }

    package func blindIndex(_ plain: String, purpose: String) throws -> Value {
        .blob(CollectingStaging.index(plain, purpose))
    }

    package func reject(_ problem: Problem, at place: SourcePlace) {
        rejected.append((problem, place))
    }

    package func unmatched(_ problem: Problem, at place: SourcePlace) {
        unmatched.append((problem, place))
    }

    package func doubt(_ problem: Problem, at place: SourcePlace) {
        doubted.append((problem, place))
    }

    package func newID(_ kind: String) throws -> Int {
        let id = nextID[kind] ?? firstID
        nextID[kind] = id + 1
        return id
    }

    /// The rows of one register.
    package func rows(of table: RegisterTable) -> [RegisterRow] {
        rows.filter { $0.table.name == table.name }
    }

    /// Sixteen bytes that depend on the text and the purpose: enough to tell the codes of a test apart.
    private static func index(_ plain: String, _ purpose: String) -> [UInt8] {
        let halves: [UInt64] = [0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4].map { start in
            "\(purpose)\u{0}\(plain)".utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        }
        return halves.flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> ($0 * 8)) } }
    }
}

extension CollectingStaging {
    /// Writes registers in the order of their tables, then facts, as an import of batch 0 would.
    ///
    /// Cells of facts are written too.
    package func write(_ tables: [RegisterTable], _ tenant: TenantID, _ connection: Connection) throws {
        for table in tables {
            for row in rows(of: table) { try write(row, tenant, connection) }
        }
        var sums: [String: CellAccumulator] = [:]
        for fact in facts {
            let columns = SQL.joined(fact.table.columns.map(\.sql), by: ", ")
            let values = fact.columns + [0, fact.place.packed]
            try connection.execute(
                """
                INSERT INTO \(fact.table.name.sql) (tenant_id, \(columns))
                VALUES (\(tenant), \(list: values))
                """
            )
            values.map(Int64.init).withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                for rule in fact.table.cells {
                    let sum = sums[rule.cube.name.text] ?? CellAccumulator(rule.cube)
                    sums[rule.cube.name.text] = sum
                    rule.contribute(FactRow(base: base), sum)
                }
            }
        }
        for name in sums.keys.sorted() { try sums[name]?.flush(tenant: tenant, connection) }
    }

    private func write(_ row: RegisterRow, _ tenant: TenantID, _ connection: Connection) throws {
        let names = row.table.columns.filter { row.columns[$0.text] != nil }
        let values = try names.map { try stored($0, row, tenant, connection) }
        let keys = SQL.joined(row.table.key.map(\.sql), by: ", ")
        let own = SQL.joined(zip(row.table.key, row.key).map { "\($0.sql) = \($1)" }, by: " AND ")
        let found = try connection.value(
            "SELECT count(*) FROM \(row.table.name.sql) WHERE tenant_id = \(tenant) AND \(own)",
            Int.self
        )
        // Of a row that is there a file tells what it changes.
        if found == 1 {
            let changes = SQL.joined(
                zip(names, values).map { "\($0.sql) = \($1)" } + ["version = version + 1"],
                by: ", "
            )
            try connection.execute(
                "UPDATE \(row.table.name.sql) SET \(changes) WHERE tenant_id = \(tenant) AND \(own)"
            )
            return
        }
        let columns = SQL.joined(["tenant_id", keys] + names.map(\.sql) + ["version"], by: ", ")
        let bound = [tenant.sqlValue] + row.key.map(\.sqlValue) + values + [.integer(1)]
        try connection.execute(
            "INSERT INTO \(row.table.name.sql) (\(columns)) VALUES (\(list: bound))"
        )
    }

    private func stored(
        _ name: Name,
        _ row: RegisterRow,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> Value {
        let value = row.columns[name.text] ?? .null
        guard row.table.sealed.contains(name), case .text(let plain) = value else { return value }
        let key = ([tenant.rawValue] + row.key).map(String.init).joined(separator: "/")
        let place = SealedPlace(table: row.table.name.text, column: name.text, row: key)
        return .blob(try connection.sealer.seal(Array(plain.utf8), tenant: tenant.rawValue, bound: place))
    }
}
