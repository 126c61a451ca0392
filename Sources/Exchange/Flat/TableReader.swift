import Frame
import Storage

/// Reads a stretch of a table page by page, so that other statements can run between pages.
struct TableReader {
    let table: IntegerTable
    let tenant: TenantID
    var condition: SQL?
    var page = 16_384

    /// Shows each page of the rows in the stretch, in the order of the key.
    func pages(_ range: KeyRange, _ connection: Connection, _ body: (FlatRows) throws -> Void) throws {
        var range = range
        while true {
            let rows = FlatRows(width: table.width, capacity: page)
            let query = table.select(tenant, range, limit: page, where: condition)
            try connection.each(query) { row in
                let line = rows.grow()
                for column in 0..<rows.width { line[column] = try row.next(Int64.self) }
            }
            if rows.count > 0 { try body(rows) }
            guard rows.count == page else { return }
            range.lower = Array(rows.array(rows.count - 1).prefix(table.key.count))
            range.includesLower = false
        }
    }
}
