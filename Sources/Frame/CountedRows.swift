package import Kernel
package import Storage

/// A table whose rows past years are counted from: they stay with a number when the person goes or their time is over,
/// and what was written in them goes.
///
/// A room lists its own in ``Room/counted``. A sealed place that was emptied opens to nothing.
package struct CountedRows: Sendable {
    /// The table.
    package let table: Name
    /// Columns with words that name or describe somebody.
    package let words: [Name]
    /// Columns with sealed texts.
    package let sealed: [Name]
    /// The column of the day on which a row ends; one that is open ends with its words.
    package let end: Name?

    /// Rows of a table.
    package init(_ table: Name, words: [Name] = [], sealed: [Name] = [], end: Name? = nil) {
        self.table = table
        self.words = words
        self.sealed = sealed
        self.end = end
    }

    /// Empties the rows of a condition.
    package func empty(_ condition: SQL, on day: Day, _ connection: Connection) throws {
        var changes = words.map { column -> SQL in "\(column.sql) = ''" }
        changes += sealed.map { column -> SQL in "\(column.sql) = \([UInt8]())" }
        if let end {
            changes.append("\(end.sql) = CASE WHEN \(end.sql) = 0 THEN \(day) ELSE \(end.sql) END")
        }
        guard !changes.isEmpty else { return }
        // General: the table is any that past years count, the condition whatever its callers hand in.
        try connection.execute(
            "UPDATE \(table.sql) SET \(SQL.joined(changes, by: ", ")) WHERE \(condition)"
        )
    }
}
