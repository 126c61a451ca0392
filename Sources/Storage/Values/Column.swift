internal import CPostgres
internal import GRDBSQLite

/// The current row of a result, where the engine keeps it.
enum Cursor {
    /// A statement that has just stepped on a row.
    case sqlite(OpaquePointer)
    /// A result that is all in memory, and the number of the row.
    case postgres(OpaquePointer, row: Int32)
}

/// One column of the current row.
///
/// It is read at once and never kept.
public struct Column {
    let cursor: Cursor
    /// The place in the SELECT, counted from 0.
    public let index: Int

    /// Whether the column holds NULL.
    public var isNull: Bool {
        switch cursor {
        case .sqlite(let row): sqlite3_column_type(row, Int32(index)) == SQLITE_NULL
        case .postgres(let result, let row): PQgetisnull(result, row, Int32(index)) == 1
        }
    }

    /// The whole number in the column.
    ///
    /// Nothing is converted: text that looks like a number throws.
    public func integer() throws -> Int64 {
        switch cursor {
        case .sqlite(let row):
            guard sqlite3_column_type(row, Int32(index)) == SQLITE_INTEGER else {
                throw unreadable(as: "integer")
            }
            return sqlite3_column_int64(row, Int32(index))
        case .postgres(let result, let row):
            let cell = PGCell(result: result, row: row, column: Int32(index))
            guard let number = cell.integer else { throw unreadable(as: "integer") }
            return number
        }
    }

    /// The text in the column.
    public func text() throws -> String {
        switch cursor {
        case .sqlite(let row):
            guard sqlite3_column_type(row, Int32(index)) == SQLITE_TEXT else {
                throw unreadable(as: "text")
            }
            // The pointer is asked for before the length: the other order may convert the text in between.
            let start = sqlite3_column_text(row, Int32(index))
            let length = Int(sqlite3_column_bytes(row, Int32(index)))
            return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
        case .postgres(let result, let row):
            let cell = PGCell(result: result, row: row, column: Int32(index))
            guard let text = cell.text else { throw unreadable(as: "text") }
            return text
        }
    }

    /// The bytes in the column.
    public func blob() throws -> [UInt8] {
        switch cursor {
        case .sqlite(let row):
            guard sqlite3_column_type(row, Int32(index)) == SQLITE_BLOB else {
                throw unreadable(as: "blob")
            }
            let start = sqlite3_column_blob(row, Int32(index))
            let length = Int(sqlite3_column_bytes(row, Int32(index)))
            return [UInt8](UnsafeRawBufferPointer(start: start, count: length))
        case .postgres(let result, let row):
            let cell = PGCell(result: result, row: row, column: Int32(index))
            guard let bytes = cell.blob else { throw unreadable(as: "blob") }
            return bytes
        }
    }

    /// Whatever the column holds.
    public func value() throws -> Value {
        switch cursor {
        case .sqlite(let row):
            switch sqlite3_column_type(row, Int32(index)) {
            case SQLITE_NULL: .null
            case SQLITE_INTEGER: .integer(try integer())
            case SQLITE_TEXT: .text(try text())
            case SQLITE_BLOB: .blob(try blob())
            default: throw unreadable(as: "value")
            }
        case .postgres(let result, let row):
            switch PGCell(result: result, row: row, column: Int32(index)).kind {
            case .null: .null
            case .integer: .integer(try integer())
            case .text: .text(try text())
            case .blob: .blob(try blob())
            case .other: throw unreadable(as: "value")
            }
        }
    }

    func unreadable(as kind: String) -> StorageError {
        StorageError(
            .other,
            details: "column \(index + 1) \(isNull ? "is NULL" : "is") not readable as \(kind)"
        )
    }
}
