extension Connection {
    /// All rows of a result, each read as one thing.
    public func rows<R: Readable>(_ sql: SQL, as type: R.Type = R.self) throws -> [R] {
        try collect(sql) { row in try R(row: &row) }
    }

    /// All rows of a result that has one column.
    public func rows<C: SQLReadable>(_ sql: SQL, _ type: C.Type) throws -> [C] {
        try collect(sql) { row in try row.next(C.self) }
    }

    /// All rows of a result as tuples of the types given.
    public func rows<each C: SQLReadable>(
        _ sql: SQL,
        _ types: repeat (each C).Type
    ) throws -> [(repeat each C)] {
        try collect(sql) { row in (repeat try row.next((each C).self)) }
    }

    /// The first row of a result, or nil where there is none.
    public func first<R: Readable>(_ sql: SQL, as type: R.Type = R.self) throws -> R? {
        try firstRow(sql) { row in try R(row: &row) }
    }

    /// The first column of the first row, or nil where there is no row.
    ///
    /// A NULL in it throws unless an optional type is asked for.
    public func value<V: SQLReadable>(_ sql: SQL, _ type: V.Type = V.self) throws -> V? {
        try firstRow(sql) { row in try row.next(V.self) }
    }

    /// All rows of a result, each read by the body.
    func collect<T>(_ sql: SQL, _ read: (inout Row) throws -> T) throws -> [T] {
        var out: [T] = []
        try guarded {
            try backend.query(sql, streaming: false) { row in
                out.append(try read(&row))
                return true
            }
        }
        return out
    }

    private func firstRow<T>(_ sql: SQL, _ read: (inout Row) throws -> T) throws -> T? {
        var out: T?
        try guarded {
            try backend.query(sql, streaming: false) { row in
                out = try read(&row)
                return false
            }
        }
        return out
    }
}
