internal import Kernel
package import Storage

/// A table of tombstones: of each record that ended a number and the day, so that it counts and tells of nobody.
package struct Tombstones: Sendable {
    /// The table.
    package let table: Name
    /// The column of the number: that of the record where the number leads to nobody, else one of its own.
    package let number: Name

    /// The tombstones of a kind of records.
    package init(_ table: Name, number: Name = "id") {
        self.table = table
        self.number = number
    }

    /// The text that made the table, and is frozen.
    fileprivate var definition: String {
        """
        CREATE TABLE \(table.text) (
            tenant_id INTEGER NOT NULL,
            \(number.text) INTEGER NOT NULL,
            day INTEGER NOT NULL,
            PRIMARY KEY (tenant_id, \(number.text))
        ) {register};
        CREATE INDEX \(table.text)_day ON \(table.text) (tenant_id, day);
        """
    }

    /// Puts up one for each number.
    func add(_ numbers: [Int], _ end: KeepingEnd) throws {
        for number in numbers {
            try end.connection.execute(
                """
                INSERT INTO \(table.sql) (tenant_id, \(self.number.sql), day)
                VALUES (\(end.tenant), \(number), \(end.desk.today))
                """
            )
        }
    }

    /// How many were put up on each of the latest days on which any were.
    func counts(
        lastDays count: Int,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [(day: Day, count: Int)] {
        try connection.rows(
            """
            SELECT day, count(*) FROM \(table.sql) WHERE tenant_id = \(tenant)
            GROUP BY day ORDER BY day DESC LIMIT \(count)
            """,
            Day.self,
            Int.self
        )
        .map { (day: $0.0, count: $0.1) }
    }
}

extension Migration {
    /// Makes tables of tombstones that have a number and a day alone, in the order in which they are named.
    ///
    /// Its text is frozen: databases hold the checksum of each table that was made by it. A kind that keeps more of its
    /// records has a text of its own.
    package static func tombstones(id: String, _ kinds: Tombstones...) -> Migration {
        Migration(
            id: id,
            tables: kinds.map { kind in
                TableNote(
                    name: kind.table.text,
                    holds: .system,
                    retention: "permanent",
                    key: ["tenant_id", kind.number.text]
                )
            },
            sql: kinds.map(\.definition).joined(separator: "\n")
        )
    }
}
