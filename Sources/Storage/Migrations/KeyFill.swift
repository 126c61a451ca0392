/// Keys that a migration gives to the rows which are there: they are made by the program, as neither engine can.
///
/// It is frozen with the migration that has it.
public struct KeyFill: Sendable, Hashable {
    /// The table.
    public let table: String
    /// The columns of its key, whole numbers all.
    public let rows: [String]
    /// The key to be written, with the name that it is made of.
    public let key: NameKey

    /// Rows that are read at a time, so that no table is ever in memory as a whole.
    static let page = 2_000

    /// A key of all rows of a table, which are told apart by some columns.
    public init(_ key: NameKey, in table: String, by rows: [String]) {
        self.table = table
        self.rows = rows
        self.key = key
    }

    /// What the checksum of the migration takes of it.
    var text: String {
        "\n\(table) (\(rows.joined(separator: ", "))): \(key.column) \(key.making.rawValue) \(key.name)"
    }

    /// Writes the keys, page by page in the order of the table's key.
    func run(_ connection: Connection) throws {
        let (table, column) = (try SQL.name(table), try SQL.name(key.column))
        let rows = try rows.map { try SQL.name($0) }
        var last: [Int64]?
        while true {
            let found = try page(after: last, rows, connection)
            for (numbers, name) in found {
                let same = zip(rows, numbers).map { row, number -> SQL in "\(row) = \(number)" }
                try connection.execute(
                    """
                    UPDATE \(table) SET \(column) = \(key.value(of: name))
                    WHERE \(SQL.joined(same, by: " AND "))
                    """
                )
            }
            guard found.count == KeyFill.page, let end = found.last else { return }
            last = end.0
        }
    }

    /// The next rows behind one: the numbers of the key, and the name.
    private func page(
        after last: [Int64]?,
        _ rows: [SQL],
        _ connection: Connection
    ) throws -> [([Int64], String)] {
        let columns = SQL.joined(rows, by: ", ")
        let behind: SQL = last.map { "(\(columns)) > (\(list: $0))" } ?? "1 = 1"
        let name = try SQL.name(key.name)
        return try connection.collect(
            """
            SELECT \(columns), \(name) FROM \(try SQL.name(table)) WHERE \(behind)
            ORDER BY \(columns) LIMIT \(KeyFill.page)
            """
        ) { row -> ([Int64], String) in
            let numbers = try rows.map { _ in try row.next(Int64.self) }
            return (numbers, try row.next(String.self))
        }
    }
}
