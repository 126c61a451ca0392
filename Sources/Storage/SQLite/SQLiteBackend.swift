internal import GRDB
internal import GRDBSQLite

/// One transaction on a SQLite file.
///
/// GRDB owns threads, transactions and prepared statements; rows are read through SQLite's own functions, so
/// that a number costs no allocation.
final class SQLiteBackend: Backend {
    private let database: GRDB.Database
    private var busy: Set<OpaquePointer> = []

    init(_ database: GRDB.Database) {
        self.database = database
    }

    var dialect: Dialect { .sqlite }

    func execute(_ sql: SQL) throws -> Int {
        let connection = try open()
        let before = sqlite3_total_changes64(connection)
        try query(sql, streaming: false) { _ in true }
        // The count of the last change stands still over statements that change no rows.
        return sqlite3_total_changes64(connection) == before ? 0 : Int(sqlite3_changes64(connection))
    }

    func query(_ sql: SQL, streaming: Bool, _ body: (inout Row) throws -> Bool) throws {
        let connection = try open()
        let text = sql.text(for: .sqlite)
        let statement = try statement(text)
        let raw = statement.sqliteStatement
        busy.insert(raw)
        defer {
            sqlite3_reset(raw)
            sqlite3_clear_bindings(raw)
            busy.remove(raw)
        }
        for (index, value) in sql.values.enumerated() {
            try value.bind(to: raw, at: Int32(index + 1))
        }
        let width = Int(sqlite3_column_count(raw))
        while true {
            let code = sqlite3_step(raw)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw sqliteError(connection, text) }
            var row = Row(cursor: .sqlite(raw), width: width)
            guard try body(&row) else { return }
        }
    }

    func script(_ text: String) throws {
        try mappingErrors { try database.execute(sql: text) }
    }

    func sink(_ table: String, _ columns: [String]) throws -> any LoaderSink {
        let names = try columns.map(quoted).joined(separator: ", ")
        let marks = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        let text = "INSERT INTO \(try quoted(table)) (\(names)) VALUES (\(marks))"
        let statement = try mappingErrors { try database.makeStatement(sql: text) }
        return SQLiteSink(statement, connection: try open())
    }

    func load(_ table: String, _ columns: [String], first: Int64, _ rows: UnsafeBufferPointer<Int64>) throws {
        let width = columns.count - 1
        guard width <= SQLiteRows.columns, let base = rows.baseAddress else {
            throw StorageError(.other, details: "a bulk load has \(width) columns")
        }
        let given = SQLiteRows(base: base, width: width, count: rows.count / width)
        let same = given.sameColumns()
        let names = try columns.map(quoted).joined(separator: ", ")
        let cells = (0..<width).map { same.contains($0) ? "?\($0 + 3)" : "c\($0)" }.joined(separator: ", ")
        let text =
            "INSERT INTO \(try quoted(table)) (\(names)) SELECT ?1, \(cells) FROM \(SQLiteRows.table)(?2)"
        let connection = try open()
        let raw = try statement(text).sqliteStatement
        defer {
            sqlite3_reset(raw)
            sqlite3_clear_bindings(raw)
        }
        sqlite3_bind_int64(raw, 1, first)
        for column in same { sqlite3_bind_int64(raw, Int32(column + 3), base[column]) }
        try given.bound(to: raw, at: 2) {
            guard sqlite3_step(raw) == SQLITE_DONE else { throw sqliteError(connection, text) }
        }
    }

    private func open() throws -> OpaquePointer {
        guard let connection = database.sqliteConnection else {
            throw StorageError(.unavailable, details: "the file is closed")
        }
        return connection
    }

    /// A kept statement, or a fresh one while the kept one is at work further out.
    private func statement(_ text: String) throws -> Statement {
        try mappingErrors {
            let kept = try database.cachedStatement(sql: text)
            return busy.contains(kept.sqliteStatement) ? try database.makeStatement(sql: text) : kept
        }
    }
}

/// The text and bytes are copied by SQLite before the call ends.
private nonisolated(unsafe) let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension Value {
    /// Binds the value; throws where SQLite refuses it.
    func bind(to statement: OpaquePointer, at mark: Int32) throws {
        let code =
            switch self {
            case .null: sqlite3_bind_null(statement, mark)
            case .integer(let number): sqlite3_bind_int64(statement, mark, number)
            case .text(let text): try bindText(text, to: statement, at: mark)
            case .blob(let bytes): bindBytes(bytes, to: statement, at: mark)
            }
        guard code == SQLITE_OK else {
            throw StorageError(.other, details: "value \(mark) cannot be bound (\(code))")
        }
    }
}

private func bindText(_ text: String, to statement: OpaquePointer, at mark: Int32) throws -> Int32 {
    guard !text.utf8.contains(0) else { throw StorageError(.other, details: nulInText) }
    return bindLoadedText(text, to: statement, at: mark)
}

/// Binds a text that was seen to hold no NUL.
func bindLoadedText(_ text: String, to statement: OpaquePointer, at mark: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
            guard let start = characters.baseAddress else {
                return sqlite3_bind_text(statement, mark, "", 0, transient)
            }
            return sqlite3_bind_text64(
                statement,
                mark,
                start,
                UInt64(characters.count),
                transient,
                UInt8(SQLITE_UTF8)
            )
        }
    }
}

/// Binds bytes; none are an empty blob and not NULL.
func bindBytes(_ bytes: [UInt8], to statement: OpaquePointer, at mark: Int32) -> Int32 {
    guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, mark, 0) }
    return bytes.withUnsafeBytes { buffer in
        sqlite3_bind_blob64(statement, mark, buffer.baseAddress, UInt64(buffer.count), transient)
    }
}
