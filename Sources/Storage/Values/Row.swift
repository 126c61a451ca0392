/// A row of a result, read column by column in the order of the SELECT.
public struct Row {
    let cursor: Cursor
    let width: Int
    private var position = 0

    init(cursor: Cursor, width: Int) {
        self.cursor = cursor
        self.width = width
    }

    /// Reads the next column.
    ///
    /// Throws where it holds another kind of thing, and after the last column.
    public mutating func next<V: SQLReadable>(_ type: V.Type = V.self) throws -> V {
        guard position < width else {
            throw StorageError(.other, details: "the result has only \(width) columns")
        }
        let column = Column(cursor: cursor, index: position)
        position += 1
        return try V.read(column)
    }
}

/// A thing that is read from a whole row.
public protocol Readable: Sendable {
    /// Reads its columns in the order of the SELECT.
    init(row: inout Row) throws
}
