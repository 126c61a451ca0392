/// What SQLite is told of how well its indexes choose, instead of what it would guess.
///
/// Every key begins with the tenant, and a database has few: SQLite without counts takes that first column for a good
/// choice, reads a whole table by its primary key and leaves the index that names one person. Counts of the rows there
/// are would change plans from day to day, and mislead it where they are sampled. So it gets the same counts for every
/// database: a tenant chooses nothing, a number of something chooses one of many, any other column one of a few.
enum SQLiteCounts {
    /// How many rows a table is said to have; the guess of SQLite itself.
    private static let rows = 1_000_000

    /// An index with its columns.
    private struct Index {
        let table: String
        let name: String
        let isUnique: Bool
        var columns: [String]

        /// The rows of the table, and those that are left after each column.
        var counts: [Int] {
            var left = SQLiteCounts.rows
            var counts = columns.map { column in
                if column != "tenant_id" {
                    left = max(left / (column == "id" || column.hasSuffix("_id") ? 1_000 : 10), 2)
                }
                return left
            }
            if isUnique, !counts.isEmpty { counts[counts.count - 1] = 1 }
            return [SQLiteCounts.rows] + counts
        }
    }

    /// Whether the file has counts.
    static func areThere(_ connection: Connection) throws -> Bool {
        try connection.value("SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'", Int.self) == 1
    }

    /// Writes the counts of all indexes anew.
    ///
    /// The table of counts is made again, as other connections read it when the schema has changed and at no other time.
    static func write(_ connection: Connection) throws {
        let indexes = try all(connection)
        try connection.backend.script("DROP TABLE IF EXISTS sqlite_stat1")
        // There is no other way to make the table; of the tables there are, this one is small.
        try connection.backend.script("ANALYZE migration")
        try connection.execute("DELETE FROM sqlite_stat1")
        for index in indexes {
            let counts = index.counts.map(String.init).joined(separator: " ")
            try connection.execute(
                "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (\(index.table), \(index.name), \(counts))"
            )
        }
        try connection.backend.script("ANALYZE sqlite_schema")
    }

    private static func all(_ connection: Connection) throws -> [Index] {
        // The primary key of a table without row numbers goes by the name of the table; a partial index is as unique as
        // its rows, and nobody knows how many these are.
        let rows = try connection.rows(
            """
            SELECT t.name, CASE WHEN l.origin = 'pk' AND t.wr = 1 THEN t.name ELSE l.name END,
                l."unique" AND NOT l.partial, coalesce(i.name, '')
            FROM pragma_table_list t JOIN pragma_index_list(t.name) l JOIN pragma_index_info(l.name) i
            WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
            ORDER BY t.name, l.seq, i.seqno
            """,
            String.self,
            String.self,
            Int.self,
            String.self
        )
        return rows.reduce(into: []) { indexes, row in
            if indexes.last?.name == row.1, indexes.last?.table == row.0 {
                indexes[indexes.count - 1].columns.append(row.3)
            } else {
                indexes.append(Index(table: row.0, name: row.1, isUnique: row.2 == 1, columns: [row.3]))
            }
        }
    }
}
