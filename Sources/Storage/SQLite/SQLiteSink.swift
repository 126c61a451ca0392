internal import GRDB
internal import GRDBSQLite

/// A bulk load on SQLite: one prepared INSERT.
final class SQLiteSink: LoaderSink {
    private let statement: Statement
    private let raw: OpaquePointer
    private let connection: OpaquePointer
    private var mark: Int32 = 0
    private var count = 0
    private var error: (any Error)?

    init(_ statement: Statement, connection: OpaquePointer) {
        self.statement = statement
        self.raw = statement.sqliteStatement
        self.connection = connection
    }

    func integer(_ number: Int64) {
        mark += 1
        sqlite3_bind_int64(raw, mark, number)
    }

    func text(_ text: String) {
        mark += 1
        check(bindLoadedText(text, to: raw, at: mark))
    }

    func blob(_ bytes: [UInt8]) {
        mark += 1
        check(bindBytes(bytes, to: raw, at: mark))
    }

    func null() {
        mark += 1
        sqlite3_bind_null(raw, mark)
    }

    func endRow() {
        mark = 0
        guard error == nil else { return }
        if sqlite3_step(raw) == SQLITE_DONE {
            count += 1
        } else {
            error = sqliteError(connection, statement.sql)
        }
        sqlite3_reset(raw)
    }

    func integers(_ row: UnsafeBufferPointer<Int64>) {
        for number in row {
            mark += 1
            sqlite3_bind_int64(raw, mark, number)
        }
        endRow()
    }

    func finish() throws -> Int {
        if let error { throw error }
        return count
    }

    func abandon() {}

    private func check(_ code: Int32) {
        guard code != SQLITE_OK, error == nil else { return }
        error = sqliteError(connection, statement.sql)
    }
}
