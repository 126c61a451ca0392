/// Takes the rows of a bulk load, cell by cell in the order of the columns.
///
/// Nothing here throws: the first thing that goes wrong is thrown by ``Connection/load(_:_:_:)`` at the end.
public struct Loader {
    private let sink: any LoaderSink
    private let width: Int
    private var filled = 0
    private(set) var fault: String?

    init(_ sink: any LoaderSink, width: Int) {
        self.sink = sink
        self.width = width
    }

    /// Adds a whole number.
    public mutating func add(_ number: Int64) {
        filled += 1
        sink.integer(number)
    }

    /// Adds a whole number.
    public mutating func add(_ number: Int) {
        add(Int64(number))
    }

    /// Adds a text.
    public mutating func add(_ text: String) {
        filled += 1
        guard !text.utf8.contains(0) else { return fault = nulInText }
        sink.text(text)
    }

    /// Adds bytes.
    public mutating func add(_ bytes: [UInt8]) {
        filled += 1
        sink.blob(bytes)
    }

    /// Adds NULL.
    public mutating func addNull() {
        filled += 1
        sink.null()
    }

    /// Adds anything that can be bound.
    public mutating func add(_ value: some SQLValue) {
        switch value.sqlValue {
        case .null: addNull()
        case .integer(let number): add(number)
        case .text(let text): add(text)
        case .blob(let bytes): add(bytes)
        }
    }

    /// Ends the row.
    public mutating func endRow() {
        guard filled == width, fault == nil else { return fault = fault ?? wrongWidth }
        filled = 0
        sink.endRow()
    }

    /// Adds a whole row of numbers and ends it: the fast path for millions of facts.
    public mutating func addInts(_ row: UnsafeBufferPointer<Int64>) {
        guard filled == 0, row.count == width, fault == nil else { return fault = fault ?? wrongWidth }
        sink.integers(row)
    }

    private var wrongWidth: String { "a row of a bulk load does not have \(width) cells" }

    func finish() throws -> Int {
        guard filled == 0, fault == nil else {
            sink.abandon()
            throw StorageError(.other, details: fault ?? wrongWidth)
        }
        return try sink.finish()
    }
}

let nulInText = "a text holds the character NUL"

extension Connection {
    /// Loads many rows at once and tells how many.
    ///
    /// The fastest way each engine has.
    @discardableResult
    public func load(
        _ table: String,
        _ columns: [String],
        _ feed: (inout Loader) throws -> Void
    ) throws -> Int {
        try guarded {
            let sink = try backend.sink(table, columns)
            var loader = Loader(sink, width: columns.count)
            do {
                try feed(&loader)
            } catch {
                sink.abandon()
                failure = StorageError(.other, details: "a bulk load was given up")
                throw error
            }
            return try loader.finish()
        }
    }

    /// Loads whole rows of numbers that lie one after the other in memory, each behind the same first number.
    ///
    /// It is the way for facts: `columns` are the first one and those of the rows.
    public func load(
        _ table: String,
        _ columns: [String],
        first: Int64,
        _ rows: UnsafeBufferPointer<Int64>
    ) throws {
        try guarded {
            guard columns.count > 1, rows.count % (columns.count - 1) == 0 else {
                throw StorageError(.other, details: "rows of a bulk load do not have the table's width")
            }
            if rows.count > 0 { try backend.load(table, columns, first: first, rows) }
        }
    }
}
