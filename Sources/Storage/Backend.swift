/// What an engine does for a ``Connection`` within one transaction.
protocol Backend: AnyObject {
    var dialect: Dialect { get }

    /// Runs one statement and tells how many rows it changed.
    func execute(_ sql: SQL) throws -> Int

    /// Shows each row to the body until it answers false.
    ///
    /// With `streaming`, the rows are never all in memory, and only a SELECT is allowed.
    func query(_ sql: SQL, streaming: Bool, _ body: (inout Row) throws -> Bool) throws

    /// Runs a statement of this target that takes no values and is not worth keeping prepared.
    func script(_ text: String) throws

    /// Where rows of a bulk load go.
    func sink(_ table: String, _ columns: [String]) throws -> any LoaderSink

    /// Loads whole rows of numbers that lie one after the other, each behind the same first number.
    func load(_ table: String, _ columns: [String], first: Int64, _ rows: UnsafeBufferPointer<Int64>) throws
}

extension Backend {
    /// By the sink, row by row.
    func load(_ table: String, _ columns: [String], first: Int64, _ rows: UnsafeBufferPointer<Int64>) throws {
        let sink = try sink(table, columns)
        let width = columns.count - 1
        withUnsafeTemporaryAllocation(of: Int64.self, capacity: columns.count) { line in
            line[0] = first
            for start in stride(from: 0, to: rows.count, by: width) {
                for column in 0..<width { line[column + 1] = rows[start + column] }
                sink.integers(UnsafeBufferPointer(line))
            }
        }
        _ = try sink.finish()
    }
}

/// Takes the cells of a bulk load, row by row.
protocol LoaderSink: AnyObject {
    func integer(_ number: Int64)
    func text(_ text: String)
    func blob(_ bytes: [UInt8])
    func null()
    func endRow()
    /// A row that is integers only.
    func integers(_ row: UnsafeBufferPointer<Int64>)
    /// Ends the load: the number of rows, or the first thing that went wrong.
    func finish() throws -> Int
    /// Ends a load that its feeder gave up.
    func abandon()
}
